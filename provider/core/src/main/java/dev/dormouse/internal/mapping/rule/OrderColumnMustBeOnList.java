package dev.dormouse.internal.mapping.rule;

import dev.dormouse.failure.FailureCollector;
import dev.dormouse.failure.MappingMessages;
import dev.dormouse.internal.mapping.model.CollectionModel;
import dev.dormouse.internal.mapping.raw.AttributeKind;
import dev.dormouse.internal.mapping.raw.RawAttribute;
import jakarta.persistence.OrderColumn;

/** {@code @OrderColumn} stands on a list (section 11.1.46). */
final class OrderColumnMustBeOnList implements AttributeRule {

    @Override
    public void check(RawAttribute attribute, FailureCollector failures) {
        boolean isList = attribute.kind().orElse(AttributeKind.BASIC) != AttributeKind.BASIC
                && attribute
                        .collectionKind()
                        .filter(kind -> kind == CollectionModel.Kind.LIST)
                        .isPresent();
        if (attribute.has(OrderColumn.class) && !isList) {
            failures.add(MappingMessages.ORDER_COLUMN_NOT_LIST, attribute.type());
        }
    }
}
