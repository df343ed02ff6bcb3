package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import java.util.HashSet;
import java.util.Set;

/** Embeddables contain one another without a circle (section 2.6, embeddable classes). */
final class EmbeddableMustNotContainItself implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        if (type.role() != Role.EMBEDDABLE) {
            return;
        }
        for (RawAttribute attribute : type.attributes()) {
            if (reaches(attribute, type.name(), new HashSet<>())) {
                failures.add(MappingMessages.EMBEDDABLE_CYCLE, type.name(), attribute.name());
            }
        }
    }

    private static boolean reaches(RawAttribute attribute, String className, Set<String> visited) {
        TypeName contained = attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.ELEMENT_COLLECTION
                ? attribute.elementType().orElse(attribute.type())
                : attribute.type();
        if (contained.name().equals(className)) {
            return true;
        }
        return visited.add(contained.name())
                && attribute
                        .embeddable(contained)
                        .filter(embeddable ->
                                embeddable.attributes().stream().anyMatch(inner -> reaches(inner, className, visited)))
                        .isPresent();
    }
}
