package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import dev.dormouse.internal.mapping.model.UniqueConstraintModel;

/** A unique constraint consists of columns of its table (section 11.1.58). */
final class UniqueConstraintMustNameKnownColumns implements EntityRule {

    @Override
    public void check(EntityModel entity, PersistenceUnitModel unit, FailureCollector failures) {
        for (KnownColumns table : KnownColumns.tablesOf(entity, unit)) {
            for (UniqueConstraintModel constraint : table.table().uniqueConstraints()) {
                for (DatabaseName column : constraint.columns()) {
                    if (!table.has(column)) {
                        failures.add(MappingMessages.UNIQUE_COLUMN_UNKNOWN, column.text(), table.name(), table.list());
                    }
                }
            }
        }
    }
}
