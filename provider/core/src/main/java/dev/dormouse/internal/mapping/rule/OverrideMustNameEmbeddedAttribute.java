package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import java.util.Set;

/** An override on an attribute names an attribute of what is embedded (sections 11.1.2, 11.1.4 and 11.1.10). */
final class OverrideMustNameEmbeddedAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        RawAnnotations written = attribute.annotations();
        written.all(AttributeOverride.class, AttributeOverrides.class)
                .forEach(override -> check(attribute, override.text("name"), OverridePaths.VALUES, failures));
        written.all(AssociationOverride.class, AssociationOverrides.class)
                .forEach(override -> check(attribute, override.text("name"), OverridePaths.ASSOCIATIONS, failures));
        written.all(Convert.class, Converts.class).stream()
                .map(convert -> convert.text("attributeName"))
                .filter(path -> !path.isEmpty())
                .forEach(path -> check(attribute, path, OverridePaths.VALUES, failures));
    }

    private static void check(
            RawAttribute attribute, String path, Set<AttributeKind> kinds, FailureCollector failures) {
        if (!OverridePaths.reachWithin(attribute, path, kinds)) {
            failures.add(MappingMessages.OVERRIDE_WITHOUT_ATTRIBUTE, path, "embedded");
        }
    }
}
