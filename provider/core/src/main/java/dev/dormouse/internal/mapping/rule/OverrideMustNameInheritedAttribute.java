package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAnnotations;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import java.util.Set;

/** An override on a class names an attribute that it inherits (sections 11.1.2, 11.1.4 and 11.1.10). */
final class OverrideMustNameInheritedAttribute implements ClassRule {

    @Override
    public void check(ManagedClass type, FailureCollector failures) {
        RawAnnotations written = type.declaration().annotations();
        for (RawAnnotation override : written.all(AttributeOverride.class, AttributeOverrides.class)) {
            check(type, override.text("name"), OverridePaths.VALUES, failures);
        }
        for (RawAnnotation override : written.all(AssociationOverride.class, AssociationOverrides.class)) {
            check(type, override.text("name"), OverridePaths.ASSOCIATIONS, failures);
        }
        for (RawAnnotation convert : written.all(Convert.class, Converts.class)) {
            check(type, convert.text("attributeName"), OverridePaths.VALUES, failures);
        }
    }

    private static void check(ManagedClass type, String path, Set<AttributeKind> kinds, FailureCollector failures) {
        if (!OverridePaths.reach(type, path, kinds)) {
            failures.add(MappingMessages.OVERRIDE_WITHOUT_ATTRIBUTE, path, "inherited");
        }
    }
}
