package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.EntityModel;
import dev.dormouse.internal.mapping.model.PersistenceUnitModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities that share a table do not give it two ids. */
final class TableMustHaveOneStoreId implements ModelRule {

    @Override
    public void check(PersistenceUnitModel unit, FailureCollector failures) {
        Map<List<@Nullable String>, EntityModel> known = new HashMap<>();
        for (EntityModel entity : unit.entities().values()) {
            if (entity.isRoot() && entity.storeId() != null) {
                EntityModel other = known.putIfAbsent(entity.table().identity(), entity);
                if (other != null) {
                    failures.add(
                            MappingMessages.STORE_IDS_OF_ONE_TABLE,
                            entity.table().name().text(),
                            other.storeId(),
                            other.className(),
                            entity.storeId(),
                            entity.className());
                }
            }
        }
    }
}
