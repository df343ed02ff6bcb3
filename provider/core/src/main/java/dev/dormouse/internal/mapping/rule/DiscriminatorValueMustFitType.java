package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.Discriminators;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;

/** A discriminator value is of the discriminator's type, and not longer than its column where a length is written (sections 11.1.12 and 11.1.13). */
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
        if (kind != DiscriminatorType.INTEGER) {
            type.rootEntity()
                    .find(DiscriminatorColumn.class)
                    .filter(column -> column.isWritten("length"))
                    .ifPresent(column -> checkLength(type, column.number("length"), failures));
        }
    }

    private static void checkLength(ManagedClass type, int length, FailureCollector failures) {
        Discriminators.valueOf(type)
                .filter(value -> value.codePointCount(0, value.length()) > length)
                .ifPresent(value -> failures.add(MappingMessages.DISCRIMINATOR_VALUE_LONG, value, length));
    }

    private static boolean fits(String value, DiscriminatorType kind) {
        return switch (kind) {
            case STRING -> true;
            case CHAR -> value.length() == 1;
            case INTEGER -> value.matches("[+-]?\\d{1,9}");
        };
    }
}
