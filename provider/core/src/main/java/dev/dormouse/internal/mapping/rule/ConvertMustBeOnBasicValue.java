package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Temporal;
import jakarta.persistence.Version;

/** A converter is for basic values that nothing else says how to keep; within embedded ones it names the attribute (section 11.1.10). */
@SuppressWarnings("deprecation") // @Temporal is still a part of the specification
final class ConvertMustBeOnBasicValue implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isConverted = attribute.annotations().all(Convert.class, Converts.class).stream()
                .anyMatch(convert -> convert.text("attributeName").isEmpty() && !convert.flag("disableConversion"));
        if (isConverted && !isForConverters(attribute)) {
            failures.add(MappingMessages.CONVERT_MISPLACED, attribute.name());
        }
    }

    private static boolean isForConverters(RawAttribute attribute) {
        AttributeKind kind = attribute.kind().orElse(AttributeKind.BASIC);
        boolean isEmbeddableElement = kind == AttributeKind.ELEMENT_COLLECTION
                && attribute.elementType().flatMap(attribute::embeddable).isPresent();
        return OverridePaths.VALUES.contains(kind)
                && !isEmbeddableElement
                && !attribute.has(Version.class)
                && !attribute.has(Enumerated.class)
                && !attribute.has(Temporal.class);
    }
}
