package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.EmbeddedId;
import java.util.List;

/** There is one {@code @EmbeddedId} at most (section 11.1.17). */
final class OnlyOneEmbeddedId implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawAttribute> ids = type.attributesWith(EmbeddedId.class);
        if (type.isRootEntity() && ids.size() > 1) {
            failures.add(
                    MappingMessages.EMBEDDED_ID_TWICE,
                    ids.get(0).name(),
                    ids.get(1).name());
        }
    }
}
