package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AssociationMapping;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.ToOneAttribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One attribute writes a column; others that map it are neither insertable nor updatable (section 11.1.9). */
final class ColumnMustBeWrittenOnce implements EntityRule {

    @Override
    public void check(EntityModel entity, PersistenceUnitModel unit, FailureCollector failures) {
        Map<String, TableColumns.Mapped> writers = new HashMap<>();
        Set<String> derived = derivedIdColumns(entity);
        for (TableColumns.Mapped mapped : TableColumns.of(entity)) {
            boolean isWritten =
                    mapped.column().isInsertable() || mapped.column().isUpdatable();
            TableColumns.Mapped other =
                    isWritten ? writers.putIfAbsent(mapped.column().name().folded(), mapped) : null;
            if (other != null && !derived.contains(mapped.column().name().folded())) {
                failures.add(
                        MappingMessages.COLUMN_TWICE,
                        mapped.column().name().text(),
                        entity.table().name().text(),
                        other.location(),
                        mapped.location());
            }
        }
    }

    /** Both the id attribute and the association that determines it map these columns. */
    private static Set<String> derivedIdColumns(EntityModel entity) {
        Set<String> columns = new HashSet<>();
        for (AttributeModel attribute : entity.attributes()) {
            if (attribute instanceof ToOneAttribute toOne
                    && (toOne.mapsId() != null || entity.isId(toOne.name()))
                    && toOne.association().mapping() instanceof AssociationMapping.ForeignKey key) {
                key.columns().forEach(column -> columns.add(column.name().folded()));
            }
        }
        return columns;
    }
}
