package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Where attributes are being drafted: an entity, or an embeddable in it.
 *
 * @param entity the entity
 * @param table the table, or the draft of the elements of a collection
 * @param names the names that lead to the nested record
 * @param path the path of the embeddable from the entity, from the element in a collection; empty for the thing itself
 * @param isOptional whether no field can be required: the entity is below the root of its table
 * @param isElement whether this is in the element of a collection
 */
record Site(
        EntityModel entity,
        TableDraft table,
        List<String> names,
        AttributePath path,
        boolean isOptional,
        boolean isElement) {

    Site within(String attribute, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new Site(entity, table, longer, path.child(attribute), isOptional, isElement);
    }

    /** Returns the column of an attribute here: that of the key for a part of the id. */
    ColumnModel column(BasicAttribute attribute) {
        return isElement
                ? attribute.column()
                : IdColumns.of(entity, path.child(attribute.name())).orElse(attribute.column());
    }

    String describe(String attribute) {
        return entity.name() + "." + path.child(attribute);
    }
}
