package dev.dormouse.internal.layout.transfer;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which the stored elements of an array are read: as they are, or as {@code @OrderBy} says. */
public final class ArrayOrder {

    private @Nullable Comparator<Object> comparator;

    /** Adds an item: a field of the elements, or the elements themselves. */
    public void add(@Nullable FieldPath field, BasicType type, boolean isDescending) {
        Comparator<Object> next = (a, b) -> ValueOrder.compare(type, value(a, field), value(b, field));
        Comparator<Object> directed = isDescending ? next.reversed() : next;
        comparator = comparator == null ? directed : comparator.thenComparing(directed);
    }

    private static @Nullable Object value(Object element, @Nullable FieldPath field) {
        return field == null ? element : ((RecordView) element).get(field);
    }

    List<?> sorted(List<?> elements) {
        if (comparator == null) {
            return elements;
        }
        List<Object> sorted = new ArrayList<>(elements);
        sorted.sort(comparator);
        return sorted;
    }
}
