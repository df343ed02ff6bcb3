package dev.dormouse.internal.mapping.rule;

import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.Attributes;
import dev.dormouse.internal.mapping.model.BasicAttribute;
import dev.dormouse.internal.mapping.model.ColumnModel;
import dev.dormouse.internal.mapping.model.DiscriminatorModel;
import dev.dormouse.internal.mapping.model.EmbeddedAttribute;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.ToManyAttribute;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.List;

/** The columns of an entity's own table, with the attribute that maps each. */
final class TableColumns {

    /**
     * A column and who maps it.
     *
     * @param column the column
     * @param location the path of the attribute
     */
    record Mapped(ColumnModel column, String location) {}

    private TableColumns() {}

    static List<Mapped> of(EntityModel entity) {
        List<Mapped> columns = new ArrayList<>();
        DiscriminatorModel discriminator = entity.inheritance().discriminator();
        if (discriminator != null) {
            columns.add(new Mapped(discriminator.column(), "discriminator"));
        }
        collect(entity.attributes(), AttributePath.EMPTY, columns);
        return columns;
    }

    /** Collects the columns of embedded state, which stand in the same table. */
    static void collect(Attributes attributes, AttributePath at, List<Mapped> columns) {
        for (AttributeModel attribute : attributes) {
            AttributePath path = at.child(attribute.name());
            if (attribute instanceof BasicAttribute basic) {
                columns.add(new Mapped(basic.column(), path.toString()));
            } else if (attribute instanceof EmbeddedAttribute embedded) {
                collect(embedded.value().attributes(), path, columns);
            } else if (attribute instanceof ToOneAttribute toOne) {
                if (toOne.association().mapping() instanceof AssociationMapping.ForeignKey key) {
                    key.columns().forEach(column -> columns.add(new Mapped(column.column(), path.toString())));
                }
            } else if (attribute instanceof ToManyAttribute toMany
                    && toMany.association().mapping() instanceof AssociationMapping.IdArray array) {
                columns.add(new Mapped(array.column(), path.toString()));
            }
        }
    }
}
