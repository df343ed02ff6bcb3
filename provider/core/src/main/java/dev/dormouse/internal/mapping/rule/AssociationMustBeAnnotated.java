package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;

/** A reference to an entity has one of the relationship annotations (section 2.10). */
final class AssociationMustBeAnnotated implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isEntity =
                attribute.owner().unit().entity(attribute.type().name()).isPresent();
        if (isEntity
                && attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.BASIC
                && attribute.annotations().all(Convert.class, Converts.class).isEmpty()) {
            failures.add(MappingMessages.ASSOCIATION_NOT_ANNOTATED, attribute.type());
        }
    }
}
