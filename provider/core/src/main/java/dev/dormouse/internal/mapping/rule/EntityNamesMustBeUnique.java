package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.HashMap;
import java.util.Map;

/** Entity names are unique within a persistence unit (section 4.3.1). */
final class EntityNamesMustBeUnique implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<String, String> seen = new HashMap<>();
        for (ManagedClass entity : unit.managed(Role.ENTITY)) {
            String other = seen.putIfAbsent(entity.entityName(), entity.name());
            if (other != null) {
                failures.add(MappingMessages.ENTITY_NAME_TWICE, entity.entityName(), other, entity.name());
            }
        }
    }
}
