package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.Version;

/** The version is declared by the root of a hierarchy or above it (section 2.5, entity versions). */
final class VersionMustBeDeclaredInRoot implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.ENTITY && type.superEntity().isPresent()) {
            ManagedClass root = type.rootEntity();
            type.declaredAttributes().stream()
                    .filter(attribute -> attribute.has(Version.class))
                    .forEach(version -> failures.add(MappingMessages.VERSION_BELOW_ROOT, version.name(), root.name()));
        }
    }
}
