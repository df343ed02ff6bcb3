package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawGenerator;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;

/** {@code @GeneratedValue} names a generator of the unit of the kind of its strategy (section 11.1.20). */
final class GeneratedValueMustNameKnownGenerator implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        attribute.find(GeneratedValue.class).ifPresent(written -> {
            GenerationType strategy = written.constant("strategy", GenerationType.class);
            String name = written.text("generator");
            if (!name.isEmpty() && !isKnown(attribute.owner().unit(), name, strategy)) {
                failures.add(MappingMessages.GENERATOR_UNKNOWN, name, strategy, required(strategy));
            }
        });
    }

    private static boolean isKnown(RawUnit unit, String name, GenerationType strategy) {
        return RawGenerator.allOf(unit).stream()
                .anyMatch(generator -> generator.name().equals(name) && fits(generator, strategy));
    }

    private static boolean fits(RawGenerator generator, GenerationType strategy) {
        return switch (strategy) {
            case AUTO -> true;
            case SEQUENCE -> generator.isSequence();
            case TABLE -> !generator.isSequence();
            case IDENTITY, UUID -> false;
        };
    }

    private static String required(GenerationType strategy) {
        return switch (strategy) {
            case SEQUENCE -> "@SequenceGenerator";
            case TABLE -> "@TableGenerator";
            case AUTO, IDENTITY, UUID -> "generator";
        };
    }
}
