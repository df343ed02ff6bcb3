package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.MapKey;
import java.util.Optional;

/** {@code @MapKey} names an attribute of the target entity (section 11.1.33). */
final class MapKeyMustNameAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        Optional<ManagedClass> values = attribute
                .target()
                .or(() -> attribute.has(ElementCollection.class)
                        ? attribute.elementType().flatMap(attribute::embeddable)
                        : Optional.empty());
        attribute
                .find(MapKey.class)
                .map(written -> written.textOrNull("name"))
                .filter(name -> values.isPresent()
                        && values.get().find(AttributePath.parse(name)).isEmpty())
                .ifPresent(name -> failures.add(
                        MappingMessages.MAP_KEY_UNKNOWN, name, values.get().name()));
    }
}
