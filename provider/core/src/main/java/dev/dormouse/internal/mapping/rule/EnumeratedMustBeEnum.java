package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.BasicKind;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MapKeyEnumerated;
import java.util.Optional;

/** {@code @Enumerated} and {@code @MapKeyEnumerated} stand where values are of an enum (sections 11.1.18 and 11.1.36). */
final class EnumeratedMustBeEnum implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        ValueTypes values = new ValueTypes(attribute);
        if (attribute.has(Enumerated.class)) {
            check("Enumerated", values.value(), attribute, failures);
        }
        if (attribute.has(MapKeyEnumerated.class)) {
            check("MapKeyEnumerated", attribute.keyType(), attribute, failures);
        }
    }

    private static void check(
            String annotation, Optional<TypeName> type, RawAttribute attribute, FailureCollector failures) {
        boolean isEnum = type.flatMap(attribute.owner().unit().basicTypes()::kind)
                .filter(kind -> kind == BasicKind.ENUM)
                .isPresent();
        if (type.isPresent() && !isEnum) {
            failures.add(MappingMessages.ENUMERATED_TYPE, annotation, type.get());
        }
    }
}
