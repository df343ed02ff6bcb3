package dev.dormouse.lmdb.schema;

import dev.dormouse.lmdb.value.ValueBuffer;
import dev.dormouse.lmdb.value.ValueType;
import java.util.Objects;
import java.util.function.Function;

/**
 * An index that keeps something of each row beside the primary key; made by {@link MapIndex#covering}.
 *
 * @param <K> the class of the keys of the map
 * @param <V> the class of the values of the map
 * @param <I> the class of the keys of the index
 * @param <C> the class of what is covered
 */
public sealed class CoveringIndex<K, V, I, C> extends MapIndex<K, V, I> permits MemberIndex {

    private final ValueType<C> covered;
    private final Function<? super V, ? extends C> function;

    CoveringIndex(MapIndex<K, V, I> index, ValueType<C> covered, Function<? super V, ? extends C> function) {
        super(index.name(), index.type(), index.keys(), index.isUnique(), index.isNullable());
        this.covered = Objects.requireNonNull(covered, "covered");
        this.function = Objects.requireNonNull(function, "function");
    }

    @Override
    public CoveringIndex<K, V, I, C> unique() {
        return new CoveringIndex<>(super.unique(), covered, function);
    }

    @Override
    public CoveringIndex<K, V, I, C> nullable() {
        return new CoveringIndex<>(super.nullable(), covered, function);
    }

    /** Returns how what is covered becomes bytes. */
    public ValueType<C> covered() {
        return covered;
    }

    @Override
    public String coveredName() {
        return covered.name();
    }

    @Override
    public void encodeCovered(ValueBuffer out, V value) {
        covered.encode(out, function.apply(value));
    }
}
