package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.model.TypeName;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.MapsId;
import java.util.Optional;

/** The attribute that {@code @MapsId} determines is of the type of the target's id (section 2.4.1.1). */
final class MapsIdMustHaveTypeOfTarget implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        Optional<TypeName> required = attribute.target().flatMap(IdTypes::of);
        if (attribute.has(MapsId.class) && required.isPresent()) {
            mapped(attribute)
                    .filter(found -> !found.type().boxed().equals(required.get().boxed()))
                    .ifPresent(found -> failures.add(
                            MappingMessages.MAPS_ID_TYPE,
                            found.name(),
                            found.type(),
                            attribute.type(),
                            required.get()));
        }
    }

    private static Optional<RawAttribute> mapped(RawAttribute attribute) {
        String name = attribute
                .find(MapsId.class)
                .map(written -> written.text("value"))
                .orElse("");
        Optional<RawAttribute> id = attribute.owner().attributes().stream()
                .filter(RawAttribute::isId)
                .findFirst();
        return name.isEmpty()
                ? id
                : id.flatMap(found -> found.embeddable(found.type()))
                        .flatMap(embeddable -> embeddable.find(AttributePath.parse(name)));
    }
}
