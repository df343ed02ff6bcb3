package dev.dormouse.internal.query.result;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.build.Selection;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of a query become for one result type. Immutable, shared by threads. */
public final class ResultShape {

    private final ItemReader reader;
    private final boolean repeatsRows;
    private final boolean isDistinct;
    private final List<Boolean> areEntities;

    private ResultShape(ItemReader reader, BuiltQuery query) {
        this.reader = reader;
        this.repeatsRows = query.repeatsRows();
        this.isDistinct = query.isDistinct() || query.page() != null;
        this.areEntities = query.selections().stream()
                .map(selection -> selection instanceof Selection.Entity)
                .toList();
    }

    /**
     * Makes the shape.
     *
     * @param type the result type that the program asks for, null for whatever the query returns
     * @throws IllegalArgumentException if the query does not return that type
     */
    public static ResultShape of(BuiltQuery query, @Nullable Class<?> type) {
        return new ResultShape(reader(query, type), query);
    }

    private static ItemReader reader(BuiltQuery query, @Nullable Class<?> type) {
        List<Selection> selections = query.selections();
        if (type == Tuple.class) {
            return new TupleReader(query.names(), selections);
        }
        if (type == Object[].class) {
            return new ArrayReader(ItemReaders.all(selections));
        }
        if (selections.size() == 1) {
            Selection only = selections.get(0);
            if (type == null || ResultConstructor.boxed(type).isAssignableFrom(only.javaType())) {
                return ItemReaders.of(only);
            }
        } else if (type == null || type == Object.class) {
            return new ArrayReader(ItemReaders.all(selections));
        }
        return constructed(selections, type);
    }

    private static ItemReader constructed(List<Selection> selections, Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        selections.forEach(selection -> types.add(selection.javaType()));
        ResultConstructor constructor =
                selections.size() == 1 && !type.isRecord() ? null : ResultConstructor.findOrNull(type, types);
        if (constructor == null) {
            List<String> names = types.stream().map(Class::getName).toList();
            throw QueryMessages.wrong(QueryMessages.WRONG_RESULT_TYPE, type.getName(), String.join(", ", names));
        }
        return new ConstructionReader(constructor, ItemReaders.all(selections));
    }

    ItemReader reader() {
        return reader;
    }

    /** Returns whether a result comes once for each row of a fetched collection. */
    public boolean repeatsRows() {
        return repeatsRows;
    }

    /** Returns whether a result is the one before once more, for a further element of a fetched collection, and is to be dropped. */
    boolean isRepeated(@Nullable Object before, @Nullable Object result) {
        if (!repeatsRows || !isDistinct) {
            return false;
        }
        if (areEntities.size() == 1) {
            return isSame(0, before, result);
        }
        if (!(before instanceof Object[] earlier) || !(result instanceof Object[] items)) {
            return false;
        }
        boolean same = true;
        for (int i = 0; same && i < areEntities.size(); i++) {
            same = isSame(i, earlier[i], items[i]);
        }
        return same;
    }

    private boolean isSame(int item, @Nullable Object a, @Nullable Object b) {
        return a == b || (!areEntities.get(item) && Objects.equals(a, b));
    }

    /** Makes an array of the items. */
    private record ArrayReader(List<ItemReader> items) implements ItemReader {
        @Override
        public Object read(RowContext row) {
            @Nullable Object[] values = new Object[items.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = items.get(i).read(row);
            }
            return values;
        }
    }
}
