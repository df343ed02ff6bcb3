package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.stream.Stream;

/** A class is an entity, a mapped superclass or an embeddable (sections 2.1, 2.5 and 2.11.2). */
final class ClassMustHaveOneRole implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawAnnotation> roles = Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class)
                .flatMap(role -> type.find(role).stream())
                .toList();
        if (roles.size() > 1) {
            failures.add(
                    MappingMessages.TWO_ROLES,
                    type.name(),
                    roles.get(0).display(),
                    roles.get(1).display());
        }
    }
}
