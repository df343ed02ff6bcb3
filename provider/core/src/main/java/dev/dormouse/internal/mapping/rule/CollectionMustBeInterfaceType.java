package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** A collection is declared as one of the four interfaces (section 2.2). */
final class CollectionMustBeInterfaceType implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        AttributeKind kind = attribute.kind().orElse(AttributeKind.BASIC);
        boolean isCollection = kind == AttributeKind.TO_MANY || kind == AttributeKind.ELEMENT_COLLECTION;
        if (isCollection && attribute.collectionKind().isEmpty()) {
            failures.add(MappingMessages.COLLECTION_TYPE, attribute.type());
        }
    }
}
