package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.ElementCollection;
import java.util.HashSet;
import java.util.Set;

/** An embeddable element has no collection, and no association but owning ones to one (section 2.7). */
final class ElementMustNotHaveCollections implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.has(ElementCollection.class)) {
            attribute.elementType().ifPresent(type -> check(attribute, type, failures, new HashSet<>()));
        }
    }

    private static void check(RawAttribute attribute, TypeName type, FailureCollector failures, Set<String> visited) {
        if (!visited.add(type.name())) {
            return;
        }
        attribute.embeddable(type).ifPresent(embeddable -> {
            for (RawAttribute inner : embeddable.attributes()) {
                AttributeKind kind = inner.kind().orElse(AttributeKind.BASIC);
                if (kind == AttributeKind.TO_MANY
                        || kind == AttributeKind.ELEMENT_COLLECTION
                        || inner.mappedBy() != null) {
                    failures.add(
                            MappingMessages.ELEMENT_WITH_COLLECTION,
                            inner.member().location());
                }
                check(inner, inner.type(), failures, visited);
            }
        });
    }
}
