package dev.dormouse.internal.mapping.rule;

import dev.dormouse.annotation.IdArray;
import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.stream.Stream;

/** An array of ids keeps a unidirectional one-to-many to an entity with a simple id, which nothing else maps. */
final class IdArrayMustBeUnidirectionalOneToMany implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.has(IdArray.class) && !isUsable(attribute)) {
            failures.add(MappingMessages.ID_ARRAY_MISPLACED, attribute.name());
        }
    }

    private static boolean isUsable(RawAttribute attribute) {
        boolean isMappedOtherwise = Stream.of(
                        JoinColumn.class, JoinColumns.class, JoinTable.class, OrderColumn.class, ManyToMany.class)
                .anyMatch(attribute::has);
        boolean hasSimpleId = attribute
                .target()
                .filter(target -> target.findInherited(IdClass.class).isEmpty()
                        && target.attributesWith(EmbeddedId.class).isEmpty())
                .isPresent();
        return attribute.has(OneToMany.class)
                && attribute.mappedBy() == null
                && !attribute.isMap()
                && !isMappedOtherwise
                && (attribute.target().isEmpty() || hasSimpleId);
    }
}
