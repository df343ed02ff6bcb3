package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EntityModel;

/**
 * Where attributes are being bound; the counterpart of {@link Site}.
 *
 * @param entity the entity
 * @param fields the fields of its table, or of the elements of a collection
 * @param draft the name of the table's or the elements' draft
 * @param path the path of the embeddable from the entity or the element
 * @param isElement whether this is in an element
 */
record Scope(EntityModel entity, Fields fields, String draft, AttributePath path, boolean isElement) {

    Scope within(String attribute) {
        return new Scope(entity, fields, draft, path.child(attribute), isElement);
    }

    boolean isId(BasicAttribute attribute) {
        return !isElement && IdColumns.of(entity, path.child(attribute.name())).isPresent();
    }

    ColumnModel column(BasicAttribute attribute) {
        return isElement
                ? attribute.column()
                : IdColumns.of(entity, path.child(attribute.name())).orElse(attribute.column());
    }

    String describe(String attribute) {
        return entity.name() + "." + path.child(attribute);
    }
}
