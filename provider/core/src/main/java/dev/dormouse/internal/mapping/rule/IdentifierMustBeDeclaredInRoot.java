package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;

/** The identifier is defined once in a hierarchy, by the root or above it (section 2.4). */
final class IdentifierMustBeDeclaredInRoot implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() == Role.ENTITY && type.superEntity().isPresent()) {
            ManagedClass root = type.rootEntity();
            type.declaredAttributes().stream()
                    .filter(RawAttribute::isId)
                    .forEach(id -> failures.add(MappingMessages.ID_BELOW_ROOT, id.name(), root.name()));
        }
    }
}
