package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.row.CoveredRow;
import dev.dormouse.lmdb.row.IndexRow;
import dev.dormouse.lmdb.schema.CoveringIndex;
import dev.dormouse.store.record.KeyRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A range of rows in the order of an index, rows of one index key in the order of their own keys; made by {@link IndexedMap#select()}.
 *
 * @param <I> the class of the keys of the index
 * @param <K> the class of the keys
 * @param <V> the class of the values
 */
public final class IndexSelection<I, K, V> extends AbstractSelection<IndexSelection<I, K, V>, I> {

    private final IndexedMap<I, K, V> index;

    IndexSelection(IndexedMap<I, K, V> index) {
        super(index.map().transaction(), index, index.type());
        this.index = index;
    }

    @Override
    IndexSelection<I, K, V> self() {
        return this;
    }

    @Override
    ByteCursor open(KeyRange range, boolean backwards) {
        return transaction().bytes().entries(index.map().opened().bytes(), index.number(), range, backwards);
    }

    /** Returns the rows with their index keys. */
    public Stream<IndexRow<I, K, V>> rows() {
        return stream(index::row);
    }

    /** Returns the index keys; no row is read. */
    public Stream<I> indexKeys() {
        return stream(cursor -> index.indexKey(cursor.key()));
    }

    /** Returns the keys of the rows; no row is read. */
    public Stream<K> keys() {
        return stream(cursor -> index.primaryKey(cursor.value()));
    }

    /** Returns the values. */
    public Stream<V> values() {
        return stream(cursor -> index.value(cursor.value()));
    }

    /**
     * Returns what the index keeps of the rows; no row is read.
     *
     * @param covering the index of this selection
     * @throws dev.dormouse.store.StoreException if it is another one
     */
    public <C> Stream<CoveredRow<I, K, C>> covered(CoveringIndex<? super K, ? super V, I, C> covering) {
        index.checkSame(covering);
        return stream(cursor -> index.covered(covering, cursor));
    }

    /** Returns the first row. */
    public Optional<IndexRow<I, K, V>> first() {
        try (Stream<IndexRow<I, K, V>> rows = limit(1).rows()) {
            return rows.findFirst();
        }
    }

    /** Hands over each row. */
    public void forEach(Consumer<? super IndexRow<I, K, V>> action) {
        try (Stream<IndexRow<I, K, V>> rows = rows()) {
            rows.forEach(action);
        }
    }

    /** Returns all rows at once. */
    public List<IndexRow<I, K, V>> list() {
        try (Stream<IndexRow<I, K, V>> rows = rows()) {
            return rows.toList();
        }
    }
}
