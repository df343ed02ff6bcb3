package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAnnotation;
import dev.dormouse.internal.mapping.raw.RawAttribute;

/** The annotations of map keys stand on a map (sections 11.1.33 to 11.1.40). */
final class MapKeyMustBeOnMap implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (!attribute.isMap()) {
            attribute.annotations().all().stream()
                    .map(RawAnnotation::display)
                    .filter(name -> name.startsWith("@MapKey"))
                    .forEach(
                            name -> failures.add(MappingMessages.MAP_KEY_NOT_MAP, name.substring(1), attribute.type()));
        }
    }
}
