package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;

/** An attribute without annotation is basic or embedded by its type (section 2.9). */
final class AttributeTypeMustBeMappable implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        TypeName type = attribute.type();
        boolean isEntity = attribute.owner().unit().entity(type.name()).isPresent();
        boolean isBasic = attribute.kind().isEmpty()
                || (attribute.kind().get() == AttributeKind.BASIC
                        && attribute.owner().unit().basicTypes().kind(type).isEmpty()
                        && attribute
                                .owner()
                                .unit()
                                .basicTypes()
                                .autoApplied(type)
                                .isEmpty()
                        && attribute
                                .annotations()
                                .all(Convert.class, Converts.class)
                                .isEmpty());
        if (isBasic && !isEntity) {
            failures.add(MappingMessages.TYPE_NOT_MAPPABLE, type);
        }
    }
}
