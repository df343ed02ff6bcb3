package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;

/** What is embedded is an embeddable (sections 11.1.16 and 11.1.17). */
final class EmbeddedMustHaveEmbeddableType implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isNamed = attribute.has(Embedded.class) || attribute.has(EmbeddedId.class);
        boolean isOpenInSuperclass = attribute.isOpen() && attribute.owner().role() != Role.ENTITY;
        if (isNamed
                && !isOpenInSuperclass
                && attribute.embeddable(attribute.type()).isEmpty()) {
            failures.add(MappingMessages.NOT_EMBEDDABLE, attribute.type());
        }
    }
}
