package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import dev.dormouse.internal.mapping.raw.Role;
import jakarta.persistence.MapsId;
import java.util.List;

/** {@code @MapsId} names an attribute of the embedded id, or means the whole id (section 11.1.39). */
final class MapsIdMustNameIdAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        attribute.find(MapsId.class).ifPresent(written -> {
            String name = written.text("value");
            boolean isToOne = attribute.kind().orElse(AttributeKind.BASIC) == AttributeKind.TO_ONE;
            if (!isToOne || (attribute.owner().role() == Role.ENTITY && !isIdAttribute(attribute, name))) {
                failures.add(MappingMessages.MAPS_ID_UNKNOWN, name);
            }
        });
    }

    private static boolean isIdAttribute(RawAttribute attribute, String name) {
        List<RawAttribute> ids = attribute.owner().attributes().stream()
                .filter(RawAttribute::isId)
                .toList();
        if (ids.isEmpty() || name.isEmpty()) {
            return ids.size() <= 1;
        }
        return ids.get(0)
                .embeddable(ids.get(0).type())
                .filter(id -> id.find(AttributePath.parse(name)).isPresent())
                .isPresent();
    }
}
