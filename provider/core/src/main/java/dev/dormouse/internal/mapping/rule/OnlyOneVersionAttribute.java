package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.Version;
import java.util.List;

/** An entity has one version at most (section 2.5, entity versions). */
final class OnlyOneVersionAttribute implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        List<RawAttribute> versions = type.attributesWith(Version.class);
        if (type.isRootEntity() && versions.size() > 1) {
            failures.add(
                    MappingMessages.VERSION_TWICE,
                    versions.get(0).name(),
                    versions.get(1).name());
        }
    }
}
