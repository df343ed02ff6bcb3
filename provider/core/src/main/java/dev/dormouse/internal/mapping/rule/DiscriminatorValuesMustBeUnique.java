package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.Discriminators;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Discriminator values tell the entities of a hierarchy apart (section 11.1.13). */
final class DiscriminatorValuesMustBeUnique implements UnitRule {

    @Override
    public void check(RawUnit unit, FailureCollector failures) {
        Map<List<String>, String> seen = new HashMap<>();
        for (ManagedClass entity : unit.managed(Role.ENTITY)) {
            Discriminators.valueOf(entity).ifPresent(value -> {
                List<String> key = List.of(entity.rootEntity().name(), value);
                String other = seen.putIfAbsent(key, entity.name());
                if (other != null) {
                    failures.add(MappingMessages.DISCRIMINATOR_VALUE_TWICE, value, other, entity.name());
                }
            });
        }
    }
}
