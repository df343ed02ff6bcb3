package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.Association;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;

/** Finds the owning side of associations. */
final class Mappings {

    private Mappings() {}

    /** Returns the association of an attribute, by a path through embedded values. */
    static Association of(EntityModel entity, AttributePath path) {
        return of(entity.attributes().get(path));
    }

    static Association of(AttributeModel attribute) {
        if (attribute instanceof ToOneAttribute toOne) {
            return toOne.association();
        }
        if (attribute instanceof ToManyAttribute toMany) {
            return toMany.association();
        }
        throw new AssertionError("no association: " + attribute.member().location());
    }
}
