package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.RawUnit;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;

/** {@code @Convert} names a converter, or disables conversion (section 11.1.10). */
final class ConvertMustNameConverter implements AttributeRule, ClassRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        check(attribute.owner().unit(), attribute.annotations(), failures);
    }

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        check(type.unit(), type.declaration().annotations(), failures);
    }

    private static void check(RawUnit unit, RawAnnotations annotations, FailureCollector failures) {
        for (RawAnnotation convert : annotations.all(Convert.class, Converts.class)) {
            String name = convert.type("converter").name();
            if (!convert.flag("disableConversion")
                    && unit.basicTypes().converter(name).isEmpty()) {
                failures.add(MappingMessages.CONVERTER_UNKNOWN, name);
            }
        }
    }
}
