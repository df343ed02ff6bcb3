package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.MapKey;

/** The type of a collection's elements, and of a map's keys, is known (sections 2.8 and 2.10). */
final class CollectionMustHaveElementType implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        AttributeKind kind = attribute.kind().orElse(AttributeKind.BASIC);
        if (kind == AttributeKind.TO_MANY && attribute.targetType().isEmpty()) {
            failures.add(MappingMessages.ELEMENT_TYPE_MISSING, attribute.type(), "targetEntity");
        }
        if (kind == AttributeKind.ELEMENT_COLLECTION && attribute.elementType().isEmpty()) {
            failures.add(MappingMessages.ELEMENT_TYPE_MISSING, attribute.type(), "targetClass");
        }
        boolean needsKey = attribute.isMap()
                && (kind == AttributeKind.TO_MANY || kind == AttributeKind.ELEMENT_COLLECTION)
                && !attribute.has(MapKey.class);
        if (needsKey && attribute.keyType().isEmpty()) {
            failures.add(MappingMessages.ELEMENT_TYPE_MISSING, attribute.type(), "key with @MapKeyClass");
        }
    }
}
