package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.IdModel;
import java.util.Map;

/**
 * The id of an entity and the attributes that hold it, as they are in the entity.
 *
 * @param model the id
 * @param attributes the id attributes by name, columns of derived ids replaced
 */
record ResolvedId(IdModel model, Map<String, AttributeModel> attributes) {

    ResolvedId {
        attributes = Map.copyOf(attributes);
    }
}
