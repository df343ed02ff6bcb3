package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;

/** An embeddable class is not abstract (section 2.6, embeddable classes). */
final class EmbeddableMustNotBeAbstract implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.EMBEDDABLE && type.declaration().isAbstract() && !isExtended(type)) {
            failures.add(MappingMessages.EMBEDDABLE_ABSTRACT, type.name());
        }
    }

    private static boolean isExtended(ManagedClass type) {
        return type.unit().managed().stream()
                .map(other -> other.declaration().superclass())
                .anyMatch(above -> above != null && above.erasure().equals(type.name()));
    }
}
