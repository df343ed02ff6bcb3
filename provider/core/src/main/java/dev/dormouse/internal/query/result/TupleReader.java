package dev.dormouse.internal.query.result;

import dev.dormouse.internal.query.build.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes tuples. */
final class TupleReader implements ItemReader {

    private final TupleElements elements;
    private final List<ItemReader> items;

    TupleReader(List<@Nullable String> names, List<Selection> selections) {
        List<Class<?>> types = new ArrayList<>();
        selections.forEach(selection -> types.add(selection.javaType()));
        this.elements = new TupleElements(names, types);
        this.items = ItemReaders.all(selections);
    }

    @Override
    public Object read(RowContext row) {
        @Nullable Object[] values = new Object[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i).read(row);
        }
        return new ResultTuple(elements, values);
    }
}
