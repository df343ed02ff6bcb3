package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import java.util.List;

/** An entity has one {@code @EmbeddedId} or attributes with {@code @Id} (sections 11.1.17 and 11.1.21). */
final class EmbeddedIdMustNotMixWithId implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawAttribute> embedded = type.attributesWith(EmbeddedId.class);
        List<RawAttribute> simple = type.attributesWith(Id.class);
        if (type.isRootEntity() && !embedded.isEmpty() && !simple.isEmpty()) {
            failures.add(
                    MappingMessages.ID_KINDS_MIXED,
                    embedded.get(0).name(),
                    simple.get(0).name());
        }
    }
}
