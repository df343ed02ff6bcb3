package dev.dormouse.internal.mapping.resolve;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawUnit;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows which classes the rules left whole; only these are resolved, so that no failure follows from another. */
final class WholeClasses {

    private final RawUnit raw;
    private final FailureCollector failures;

    WholeClasses(RawUnit raw, FailureCollector failures) {
        this.raw = raw;
        this.failures = failures;
    }

    /** Throws {@link Unresolved} if a rule has found a failure in a class, in one above it, or in an embeddable that they use. */
    void require(ManagedClass type) {
        if (isBroken(type, new HashSet<>())) {
            throw new Unresolved(type.name());
        }
    }

    private boolean isBroken(ManagedClass type, Set<String> visited) {
        if (!visited.add(type.name())) {
            return false;
        }
        return type.lineage().stream()
                        .anyMatch(above -> failures.at(above.context()).count() > 0)
                || type.attributes().stream().anyMatch(attribute -> isBroken(attribute, visited));
    }

    private boolean isBroken(RawAttribute attribute, Set<String> visited) {
        return Stream.of(Optional.of(attribute.type()), attribute.elementType(), attribute.keyType())
                .flatMap(Optional::stream)
                .flatMap(type -> raw.find(type.name()).stream())
                .anyMatch(used -> used.role() == Role.EMBEDDABLE && isBroken(used, visited));
    }
}
