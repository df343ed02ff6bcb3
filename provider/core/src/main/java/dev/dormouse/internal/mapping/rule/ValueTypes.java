package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.ElementCollection;
import java.util.Optional;

/**
 * The types of the basic values of an attribute.
 *
 * @param attribute a basic attribute or a collection
 */
record ValueTypes(RawAttribute attribute) {

    /** Returns the type to which annotations of values apply: that of the elements for a collection, else the attribute's own. */
    Optional<TypeName> value() {
        return attribute.has(ElementCollection.class) ? attribute.elementType() : Optional.of(attribute.type());
    }
}
