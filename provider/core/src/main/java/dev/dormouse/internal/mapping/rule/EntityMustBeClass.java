package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;

/** An enum or interface is no entity (section 2.1). */
final class EntityMustBeClass implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() != Role.EMBEDDABLE
                && (type.declaration().isEnum() || type.declaration().isInterface())) {
            failures.add(MappingMessages.ENTITY_NOT_CLASS, type.name());
        }
    }
}
