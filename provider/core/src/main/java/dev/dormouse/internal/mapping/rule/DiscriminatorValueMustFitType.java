package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.Discriminators;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;

/** A discriminator value is of the discriminator's type (section 11.1.13). */
final class DiscriminatorValueMustFitType implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() != Role.ENTITY) {
            return;
        }
        DiscriminatorType kind = Discriminators.typeOf(type);
        type.find(DiscriminatorValue.class)
                .map(written -> written.text("value"))
                .filter(value -> !fits(value, kind))
                .ifPresent(value -> failures.add(MappingMessages.DISCRIMINATOR_VALUE_MISFIT, value, kind));
    }

    private static boolean fits(String value, DiscriminatorType kind) {
        return switch (kind) {
            case STRING -> true;
            case CHAR -> value.length() == 1;
            case INTEGER -> value.matches("[+-]?\\d{1,9}");
        };
    }
}
