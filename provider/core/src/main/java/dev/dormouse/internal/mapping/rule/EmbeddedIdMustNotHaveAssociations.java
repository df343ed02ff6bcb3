package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import java.util.HashSet;
import java.util.Set;

/** An embedded id and a map key have no association (section 2.6, embeddable classes). */
final class EmbeddedIdMustNotHaveAssociations implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.has(EmbeddedId.class)) {
            check(attribute, attribute.type(), failures, new HashSet<>());
        }
        if (attribute.isMap() && attribute.kind().orElse(AttributeKind.BASIC) != AttributeKind.BASIC) {
            attribute.keyType().ifPresent(key -> check(attribute, key, failures, new HashSet<>()));
        }
    }

    private static void check(RawAttribute attribute, TypeName type, FailureCollector failures, Set<String> visited) {
        if (!visited.add(type.name())) {
            return;
        }
        attribute.embeddable(type).ifPresent(embeddable -> {
            for (RawAttribute inner : embeddable.attributes()) {
                if (inner.association().isPresent() || inner.has(ElementCollection.class)) {
                    failures.add(
                            MappingMessages.EMBEDDED_ID_WITH_ASSOCIATION,
                            inner.member().location());
                }
                check(inner, inner.type(), failures, visited);
            }
        });
    }
}
