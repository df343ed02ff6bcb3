package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;

/** {@code @Convert} names a converter, or disables conversion (section 11.1.10). */
final class ConvertMustNameConverter implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        for (RawAnnotation convert : attribute.annotations().all(Convert.class, Converts.class)) {
            String name = convert.type("converter").name();
            boolean isConverter =
                    attribute.owner().unit().basicTypes().converter(name).isPresent();
            if (!convert.flag("disableConversion") && !isConverter) {
                failures.add(MappingMessages.CONVERTER_UNKNOWN, name);
            }
        }
    }
}
