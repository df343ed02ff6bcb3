package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** A form of documents stands where it means something: an ObjectId on texts, a sub-document on maps with texts as keys. */
final class StoredAsMustFitAttribute implements AttributeRule {

    private static final String TEXT = String.class.getName();

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean fitsText = !attribute.isStoredAs(StoredAs.Form.OBJECT_ID)
                || new ValueTypes(attribute)
                        .value()
                        .filter(type -> type.name().equals(TEXT))
                        .isPresent();
        boolean isTextMap = attribute.isMap()
                && attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.ELEMENT_COLLECTION
                && attribute.keyType().filter(type -> type.name().equals(TEXT)).isPresent();
        if (!fitsText || (attribute.isStoredAs(StoredAs.Form.SUB_DOCUMENT) && !isTextMap)) {
            failures.add(MappingMessages.STORED_AS_MISPLACED, attribute.name());
        }
    }
}
