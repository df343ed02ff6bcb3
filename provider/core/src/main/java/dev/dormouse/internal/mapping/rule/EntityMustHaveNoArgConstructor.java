package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawClass;
import dev.dormouse.internal.mapping.raw.Role;

/** An entity, and an embeddable that is no record, has a constructor without parameters (sections 2.1 and 2.5). */
final class EntityMustHaveNoArgConstructor implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        RawClass declaration = type.declaration();
        boolean isConcerned = (type.role() == Role.ENTITY || type.role() == Role.EMBEDDABLE)
                && declaration.nesting() != RawClass.Nesting.INNER
                && !declaration.isRecord()
                && !declaration.isInterface()
                && !declaration.isEnum();
        if (isConcerned && !Constructors.hasDefault(declaration)) {
            failures.add(MappingMessages.NO_DEFAULT_CONSTRUCTOR, type.name(), type.role());
        }
    }
}
