package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.StoreId;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.HashMap;
import java.util.Map;

/** An id stands for the table of one entity. */
final class StoreIdsMustBeUnique implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<String, String> seen = new HashMap<>();
        for (ManagedClass entity : unit.managed(Role.ENTITY)) {
            RawAnnotation written = entity.find(StoreId.class).orElse(null);
            if (written != null) {
                String other = seen.putIfAbsent(written.text("value"), entity.name());
                if (other != null) {
                    failures.add(MappingMessages.STORE_ID_TWICE, written.text("value"), other, entity.name());
                }
            }
        }
    }
}
