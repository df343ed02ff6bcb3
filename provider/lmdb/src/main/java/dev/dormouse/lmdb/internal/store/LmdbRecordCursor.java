package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.RecordCursor;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Walks the records of a table. */
final class LmdbRecordCursor implements RecordCursor {

    private final LmdbTable table;
    private final RangeCursor cursor;
    private final KeyBuffer key = new KeyBuffer(16);

    LmdbRecordCursor(LmdbTable table, RangeCursor cursor) {
        this.table = table;
        this.cursor = cursor;
    }

    /** Cuts bounds to what LMDB can seek; no key is longer, so that nothing is lost. */
    static KeyRange within(KeyRange range) {
        byte[] lower = range.lower();
        byte[] upper = range.upper();
        if (!isLong(lower) && !isLong(upper)) {
            return range;
        }
        // Only longer keys lie between a cut bound and its successor.
        return KeyRange.of(
                lower != null && isLong(lower) ? KeyRange.successor(cut(lower)) : lower,
                upper != null && isLong(upper) ? KeyRange.successor(cut(upper)) : upper);
    }

    private static boolean isLong(byte @Nullable [] bound) {
        return bound != null && bound.length > KeyMemory.LIMIT;
    }

    private static byte[] cut(byte[] bound) {
        return Arrays.copyOf(bound, KeyMemory.LIMIT);
    }

    @Override
    public boolean next() {
        return moved(cursor, table);
    }

    static boolean moved(RangeCursor cursor, LmdbTable table) {
        try {
            return cursor.next();
        } catch (NativeException e) {
            throw NativeFailures.mapped(e, table.definition().name());
        }
    }

    @Override
    public KeyBuffer key() {
        return copy(cursor.key(), 0, key);
    }

    static KeyBuffer copy(DirectBuffer from, int offset, KeyBuffer to) {
        int length = from.capacity() - offset;
        int at = to.clear().reserve(length);
        from.getBytes(offset, to.array(), at, length);
        return to;
    }

    @Override
    public RecordView record() {
        return table.records().view(cursor.value());
    }

    @Override
    public void restart(KeyRange range) {
        cursor.restart(within(range));
    }

    @Override
    public void close() {
        cursor.close();
    }
}
