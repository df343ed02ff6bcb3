package dev.dormouse.internal.query.result;

import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as a tuple (specification, section 3.11.7). */
final class ResultTuple implements Tuple {

    private final TupleElements elements;
    private final @Nullable Object[] values;

    ResultTuple(TupleElements elements, @Nullable Object[] values) {
        this.elements = elements;
        this.values = values;
    }

    @Override
    public <X> @Nullable X get(TupleElement<X> tupleElement) {
        return get(elements.position(tupleElement), tupleElement.getJavaType());
    }

    @Override
    public <X> @Nullable X get(String alias, Class<X> type) {
        return get(elements.position(alias), type);
    }

    @Override
    public @Nullable Object get(String alias) {
        return values[elements.position(alias)];
    }

    @Override
    @SuppressWarnings("unchecked")
    public <X> @Nullable X get(int i, Class<X> type) {
        Object value = values[elements.check(i)];
        if (value != null && !ResultConstructor.boxed(type).isInstance(value)) {
            throw elements.unknown(i + " as " + type.getName());
        }
        return (X) value;
    }

    @Override
    public @Nullable Object get(int i) {
        return values[elements.check(i)];
    }

    @Override
    public @Nullable Object[] toArray() {
        return values.clone();
    }

    @Override
    public List<TupleElement<?>> getElements() {
        return elements.list();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResultTuple tuple && Arrays.deepEquals(values, tuple.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }
}
