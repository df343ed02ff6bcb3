package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;

/** The target of an association is an entity of the unit (section 2.10). */
final class TargetMustBeEntity implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.association().isPresent() && !isOpenInSuperclass(attribute)) {
            attribute
                    .targetType()
                    .filter(type -> attribute.target().isEmpty())
                    .ifPresent(type -> failures.add(MappingMessages.TARGET_NOT_ENTITY, type));
        }
    }

    private static boolean isOpenInSuperclass(RawAttribute attribute) {
        return attribute.isOpen() && attribute.owner().role() != Role.ENTITY;
    }
}
