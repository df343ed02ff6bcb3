package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.ManagedClass;
import dev.dormouse.internal.mapping.raw.OrderByItem;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Id;
import jakarta.persistence.OrderBy;
import java.util.Optional;

/** {@code @OrderBy} names basic attributes of the target or of the embeddable element (section 11.1.45). */
final class OrderByMustNameAttribute implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        attribute.find(OrderBy.class).ifPresent(written -> {
            for (OrderByItem item : OrderByItem.parse(written.text("value"))) {
                if (!isSortable(attribute, item)) {
                    failures.add(MappingMessages.ORDER_BY_UNKNOWN, item.text(), ordered(attribute));
                }
            }
        });
    }

    private static boolean isSortable(RawAttribute attribute, OrderByItem item) {
        AttributePath path = item.path();
        Optional<ManagedClass> elements = elements(attribute);
        if (elements.isEmpty()) {
            return path.isEmpty() && attribute.has(ElementCollection.class);
        }
        return item.isWellFormed()
                && elements.get()
                        .find(path)
                        .filter(found -> found.kind().orElse(AttributeKind.TO_MANY) == AttributeKind.BASIC
                                || found.has(Id.class))
                        .isPresent();
    }

    private static String ordered(RawAttribute attribute) {
        return elements(attribute).map(ManagedClass::name).orElse("the element");
    }

    private static Optional<ManagedClass> elements(RawAttribute attribute) {
        return attribute.has(ElementCollection.class)
                ? attribute.elementType().flatMap(attribute::embeddable)
                : attribute.target();
    }
}
