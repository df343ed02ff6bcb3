package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.key.KeyPrefix;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.Arrays;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A range of keys, walked lazily. It is narrowed step by step and read by one of its streams, which walk what there is at that moment. A stream holds a cursor until it is read to its end, is
 * closed, or the transaction ends.
 *
 * @param <S> the class of the selection
 * @param <K> the class of the keys that bound it
 */
public abstract class AbstractSelection<S extends AbstractSelection<S, K>, K> {

    private final LmdbTransaction transaction;
    private final Object name;
    private final KeyType<K> type;
    private byte @Nullable [] lower;
    private byte @Nullable [] upper;
    private boolean reverse;
    private long limit = Long.MAX_VALUE;

    AbstractSelection(LmdbTransaction transaction, Object name, KeyType<K> type) {
        this.transaction = transaction;
        this.name = name;
        this.type = type;
    }

    abstract S self();

    abstract ByteCursor open(KeyRange range, boolean backwards);

    /** Leaves out all keys below this one. */
    public S from(K key) {
        raise(encoded(key));
        return self();
    }

    /** Leaves out this key and all above it. */
    public S to(K key) {
        cut(encoded(key));
        return self();
    }

    /** Leaves out all but this key. */
    public S at(K key) {
        return within(encoded(key));
    }

    /** Leaves out all keys that do not begin so. */
    public S prefix(KeyPrefix<K> prefix) {
        return within(prefix.bytes());
    }

    private S within(byte[] prefix) {
        raise(prefix);
        byte[] above = KeyRange.successor(prefix);
        if (above != null) {
            cut(above);
        }
        return self();
    }

    private void raise(byte[] bound) {
        if (lower == null || Arrays.compareUnsigned(bound, lower) > 0) {
            lower = bound;
        }
    }

    private void cut(byte[] bound) {
        if (upper == null || Arrays.compareUnsigned(bound, upper) < 0) {
            upper = bound;
        }
    }

    /** Walks from the highest key to the lowest. */
    public S reverse() {
        reverse = true;
        return self();
    }

    /**
     * Ends after so many.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public S limit(long most) {
        if (most < 0) {
            throw new IllegalArgumentException(
                    "Limit is negative: '" + most + "'. It must be at least 0. Choose another one.");
        }
        limit = Math.min(limit, most);
        return self();
    }

    /** Returns how many there are, without reading their values. */
    public long count() {
        long count = 0;
        try (MapCursor cursor = cursor()) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    private byte[] encoded(K key) {
        KeyBuffer buffer = new KeyBuffer();
        type.encode(buffer, Objects.requireNonNull(key, "key"));
        return buffer.toBytes();
    }

    LmdbTransaction transaction() {
        return transaction;
    }

    MapCursor cursor() {
        transaction.check(name);
        return new MapCursor(transaction, name, open(KeyRange.of(lower, upper), reverse), limit);
    }

    <T> Stream<T> stream(Function<MapCursor, T> reader) {
        MapCursor cursor = cursor();
        return StreamSupport.stream(new Rows<>(cursor, reader), false).onClose(cursor::close);
    }

    private static final class Rows<T> extends Spliterators.AbstractSpliterator<T> {

        private final MapCursor cursor;
        private final Function<MapCursor, T> reader;

        Rows(MapCursor cursor, Function<MapCursor, T> reader) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.cursor = cursor;
            this.reader = reader;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            if (!cursor.next()) {
                return false;
            }
            action.accept(reader.apply(cursor));
            return true;
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            while (cursor.next()) {
                action.accept(reader.apply(cursor));
            }
        }
    }
}
