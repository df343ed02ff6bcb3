package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.row.Row;
import dev.dormouse.store.record.KeyRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A range of rows in the order of their keys; made by {@link TypedMap#select()}.
 *
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class Selection<K, V> extends AbstractSelection<Selection<K, V>, K> {

    private final TypedMap<K, V> map;

    Selection(TypedMap<K, V> map) {
        super(map.transaction(), map.name(), map.descriptor().keyType());
        this.map = map;
    }

    @Override
    Selection<K, V> self() {
        return this;
    }

    @Override
    ByteCursor open(KeyRange range, boolean backwards) {
        return transaction().bytes().rows(map.opened().bytes(), range, backwards);
    }

    /** Returns the rows. */
    public Stream<Row<K, V>> rows() {
        return stream(cursor -> {
            K key = map.key(cursor.key());
            return new Row<>(key, map.value(cursor));
        });
    }

    /** Returns the keys; no value is read. */
    public Stream<K> keys() {
        return stream(cursor -> map.key(cursor.key()));
    }

    /** Returns the values; no key is decoded. */
    public Stream<V> values() {
        return stream(map::value);
    }

    /** Returns the first row. */
    public Optional<Row<K, V>> first() {
        try (Stream<Row<K, V>> rows = limit(1).rows()) {
            return rows.findFirst();
        }
    }

    /** Hands over each row. */
    public void forEach(Consumer<? super Row<K, V>> action) {
        try (Stream<Row<K, V>> rows = rows()) {
            rows.forEach(action);
        }
    }

    /** Returns all rows at once. */
    public List<Row<K, V>> list() {
        try (Stream<Row<K, V>> rows = rows()) {
            return rows.toList();
        }
    }
}
