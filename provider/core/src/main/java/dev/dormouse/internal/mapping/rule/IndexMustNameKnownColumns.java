package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.IndexModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;

/** An index consists of columns of its table (section 11.1.25). */
final class IndexMustNameKnownColumns implements EntityRule {

    @Override
    public void check(EntityModel entity, PersistenceUnitModel unit, FailureCollector failures) {
        for (KnownColumns table : KnownColumns.tablesOf(entity, unit)) {
            for (IndexModel index : table.table().indexes()) {
                for (IndexModel.IndexedColumn column : index.columns()) {
                    if (!table.has(column.name())) {
                        failures.add(
                                MappingMessages.INDEX_COLUMN_UNKNOWN,
                                column.name().text(),
                                index.name().text(),
                                table.name(),
                                table.list());
                    }
                }
            }
        }
    }
}
