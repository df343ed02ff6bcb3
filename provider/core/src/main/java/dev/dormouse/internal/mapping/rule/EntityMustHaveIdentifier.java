package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** Every entity has an identifier (section 2.4). */
final class EntityMustHaveIdentifier implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.isRootEntity() && type.attributes().stream().noneMatch(RawAttribute::isId)) {
            failures.add(MappingMessages.NO_IDENTIFIER, type.name());
        }
    }
}
