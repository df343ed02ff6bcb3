package dev.dormouse.lmdb.internal.map;

import dev.dormouse.lmdb.internal.environment.NativeTransaction;
import dev.dormouse.store.record.KeyRange;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.GetOp;
import org.lmdbjava.SeekOp;

/** Walks a range of a native map, duplicates one by one, in rising or falling order. */
public final class RangeCursor implements AutoCloseable {

    private final NativeTransaction transaction;
    private final Dbi<DirectBuffer> dbi;
    private final byte[] prefix;
    private final boolean reverse;
    private byte @Nullable [] lower;
    private byte @Nullable [] upper;
    private @Nullable Cursor<DirectBuffer> cursor;
    private State state = State.BEFORE;

    private enum State {
        BEFORE,
        INSIDE,
        AFTER
    }

    /**
     * Makes a cursor before the first key.
     *
     * @param prefix what the bounds of the range are behind of
     */
    public RangeCursor(
            NativeTransaction transaction, Dbi<DirectBuffer> dbi, byte[] prefix, KeyRange range, boolean reverse) {
        this.transaction = transaction;
        this.dbi = dbi;
        this.prefix = prefix;
        this.reverse = reverse;
        bound(range);
    }

    private void bound(KeyRange range) {
        byte[] low = range.lower();
        byte[] high = range.upper();
        if (prefix.length == 0) {
            lower = low;
            upper = high;
        } else {
            lower = low == null ? prefix : join(low);
            upper = high == null ? KeyRange.successor(prefix) : join(high);
        }
        state = range.isEmpty() ? State.AFTER : State.BEFORE;
    }

    private byte[] join(byte[] rest) {
        byte[] joined = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, joined, prefix.length, rest.length);
        return joined;
    }

    /** Moves on; false at the end, and ever after. */
    public boolean next() {
        if (state == State.AFTER) {
            return false;
        }
        boolean found;
        if (state == State.INSIDE) {
            found = opened().seek(reverse ? SeekOp.MDB_PREV : SeekOp.MDB_NEXT);
        } else {
            found = reverse ? last() : first();
        }
        state = found && isInside() ? State.INSIDE : State.AFTER;
        return state == State.INSIDE;
    }

    private boolean first() {
        byte[] from = lower;
        if (from == null) {
            return opened().seek(SeekOp.MDB_FIRST);
        }
        return opened().get(transaction.keys().of(from, from.length), GetOp.MDB_SET_RANGE);
    }

    private boolean last() {
        byte[] end = upper;
        if (end == null || !opened().get(transaction.keys().of(end, end.length), GetOp.MDB_SET_RANGE)) {
            return opened().seek(SeekOp.MDB_LAST);
        }
        return opened().seek(SeekOp.MDB_PREV);
    }

    private boolean isInside() {
        byte[] end = reverse ? lower : upper;
        if (end == null) {
            return true;
        }
        int order = compare(opened().key(), end);
        return reverse ? order >= 0 : order < 0;
    }

    private static int compare(DirectBuffer key, byte[] bound) {
        int shared = Math.min(key.capacity(), bound.length);
        for (int i = 0; i < shared; i++) {
            int order = (key.getByte(i) & 0xFF) - (bound[i] & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return key.capacity() - bound.length;
    }

    private Cursor<DirectBuffer> opened() {
        Cursor<DirectBuffer> open = cursor;
        if (open == null) {
            open = transaction.cursor(dbi);
            cursor = open;
        }
        return open;
    }

    /** Returns the key as it is in the map, with its prefix; good until the cursor moves. */
    public DirectBuffer key() {
        return opened().key();
    }

    /** Returns the value; the buffer is good until the cursor moves, the memory behind it as long as the snapshot. */
    public DirectBuffer value() {
        return opened().val();
    }

    /** Starts again, before another range. */
    public void restart(KeyRange range) {
        bound(range);
    }

    @Override
    public void close() {
        Cursor<DirectBuffer> open = cursor;
        if (open != null) {
            cursor = null;
            transaction.giveBack(dbi, open);
        }
        state = State.AFTER;
    }
}
