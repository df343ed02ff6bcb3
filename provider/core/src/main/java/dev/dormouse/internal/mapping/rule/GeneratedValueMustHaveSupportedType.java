package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A strategy generates values of the type of its identifier (section 11.1.20). */
final class GeneratedValueMustHaveSupportedType implements AttributeRule {

    private static final Set<BasicKind> NUMBERS = EnumSet.of(
            BasicKind.BYTE,
            BasicKind.SHORT,
            BasicKind.INTEGER,
            BasicKind.LONG,
            BasicKind.BIG_INTEGER,
            BasicKind.BIG_DECIMAL);
    private static final Set<BasicKind> UNIQUE = EnumSet.of(BasicKind.UUID, BasicKind.STRING);

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.isOpen()) {
            return;
        }
        attribute.find(GeneratedValue.class).ifPresent(written -> {
            GenerationType strategy = written.constant("strategy", GenerationType.class);
            Optional<BasicKind> kind = attribute.isStoredAs(StoredAs.Form.OBJECT_ID)
                    ? Optional.of(BasicKind.OBJECT_ID)
                    : BasicKind.ofName(attribute.type().name());
            boolean objectId = kind.filter(BasicKind.OBJECT_ID::equals).isPresent();
            boolean number = kind.filter(NUMBERS::contains).isPresent();
            boolean unique = kind.filter(UNIQUE::contains).isPresent();
            boolean fits =
                    switch (strategy) {
                        case AUTO -> number || unique || objectId;
                        case UUID -> unique;
                        case IDENTITY, SEQUENCE, TABLE -> number;
                    };
            if (!fits) {
                String generated =
                        switch (strategy) {
                            case AUTO -> "integers, UUIDs, ObjectIds and strings";
                            case UUID -> "UUIDs and strings";
                            case IDENTITY, SEQUENCE, TABLE -> "integers";
                        };
                failures.add(MappingMessages.GENERATED_TYPE, attribute.type(), strategy, generated);
            }
        });
    }
}
