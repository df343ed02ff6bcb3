package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;

/** {@code @OrderBy} is not used together with {@code @OrderColumn} (section 11.1.46). */
final class ListMustHaveOneOrder implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        if (attribute.has(OrderBy.class) && attribute.has(OrderColumn.class)) {
            failures.add(MappingMessages.ORDERS_MIXED, attribute.name());
        }
    }
}
