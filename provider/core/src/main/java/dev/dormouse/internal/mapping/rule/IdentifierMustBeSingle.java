package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** An identifier is no collection (sections 2.4 and 2.4.1.1). */
final class IdentifierMustBeSingle implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        AttributeKind kind = attribute.kind().orElse(AttributeKind.BASIC);
        if (attribute.isId() && (kind == AttributeKind.TO_MANY || kind == AttributeKind.ELEMENT_COLLECTION)) {
            failures.add(MappingMessages.ID_ON_COLLECTION, attribute.name());
        }
    }
}
