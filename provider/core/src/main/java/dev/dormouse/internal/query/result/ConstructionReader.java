package dev.dormouse.internal.query.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes objects by a constructor. */
final class ConstructionReader implements ItemReader {

    private final ResultConstructor constructor;
    private final List<ItemReader> arguments;

    ConstructionReader(ResultConstructor constructor, List<ItemReader> arguments) {
        this.constructor = constructor;
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public Object read(RowContext row) {
        @Nullable Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).read(row);
        }
        return constructor.make(values);
    }
}
