package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.Role;

/** An entity is a top-level class or a static member class (section 2.1). */
final class EntityMustBeTopLevelOrStaticClass implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.ENTITY && type.declaration().nesting() == RawClass.Nesting.INNER) {
            failures.add(MappingMessages.ENTITY_NOT_STATIC, type.name());
        }
    }
}
