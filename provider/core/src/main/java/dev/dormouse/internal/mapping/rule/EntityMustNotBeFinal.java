package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.Role;

/** The entity class is not final (section 2.1). */
final class EntityMustNotBeFinal implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        RawClass declaration = type.declaration();
        if (type.role() == Role.ENTITY && declaration.isFinal() && !declaration.isRecord() && !declaration.isEnum()) {
            failures.add(MappingMessages.ENTITY_FINAL, type.name());
        }
    }
}
