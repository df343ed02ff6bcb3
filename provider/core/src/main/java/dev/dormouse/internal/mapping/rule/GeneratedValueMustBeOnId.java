package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** {@code @GeneratedValue} stands on a simple identifier (section 11.1.20). */
final class GeneratedValueMustBeOnId implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isSimpleId =
                attribute.has(Id.class) && attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.BASIC;
        if (attribute.has(GeneratedValue.class) && !isSimpleId) {
            failures.add(MappingMessages.GENERATED_NOT_ID, attribute.name());
        }
    }
}
