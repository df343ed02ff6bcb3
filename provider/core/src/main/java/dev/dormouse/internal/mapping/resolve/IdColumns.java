package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EmbeddedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Basic state within id values, and the same with other columns. */
final class IdColumns {

    private IdColumns() {}

    /** Returns the basic attributes of a value by path, in order. */
    static Map<AttributePath, BasicAttribute> leaves(EmbeddedValue value) {
        Map<AttributePath, BasicAttribute> leaves = new LinkedHashMap<>();
        collect(value, AttributePath.EMPTY, leaves);
        return leaves;
    }

    private static void collect(EmbeddedValue value, AttributePath at, Map<AttributePath, BasicAttribute> leaves) {
        for (AttributeModel attribute : value.attributes()) {
            AttributePath path = at.child(attribute.name());
            if (attribute instanceof BasicAttribute basic) {
                leaves.put(path, basic);
            } else if (attribute instanceof EmbeddedAttribute embedded) {
                collect(embedded.value(), path, leaves);
            } else {
                throw new Unresolved(path.toString());
            }
        }
    }

    /** Returns a value with the columns at some paths replaced; all become not null, as in a key. */
    static EmbeddedValue replaced(EmbeddedValue value, Map<AttributePath, ColumnModel> columns) {
        return replaced(value, AttributePath.EMPTY, columns);
    }

    private static EmbeddedValue replaced(
            EmbeddedValue value, AttributePath at, Map<AttributePath, ColumnModel> columns) {
        List<AttributeModel> attributes = new ArrayList<>();
        for (AttributeModel attribute : value.attributes()) {
            AttributePath path = at.child(attribute.name());
            if (attribute instanceof BasicAttribute basic) {
                ColumnModel own = basic.column().withNullable(false);
                attributes.add(replaced(basic, columns.getOrDefault(path, own)));
            } else if (attribute instanceof EmbeddedAttribute embedded) {
                attributes.add(new EmbeddedAttribute(embedded.member(), replaced(embedded.value(), path, columns)));
            } else {
                throw new Unresolved(path.toString());
            }
        }
        return new EmbeddedValue(value.className(), value.isRecord(), new Attributes(attributes));
    }

    static BasicAttribute replaced(BasicAttribute attribute, ColumnModel column) {
        return new BasicAttribute(
                attribute.member(), attribute.value(), column, attribute.generation(), attribute.isLazy(), false);
    }
}
