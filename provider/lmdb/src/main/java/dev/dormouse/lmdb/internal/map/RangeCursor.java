package dev.dormouse.lmdb.internal.map;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.store.record.KeyRange;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Walks a range of a native map, duplicates one by one, in rising or falling order. */
public final class RangeCursor implements AutoCloseable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final OpenTransaction transaction;
    private final NativeMap map;
    private final byte[] prefix;
    private final boolean reverse;
    private byte @Nullable [] lower;
    private byte @Nullable [] upper;
    private byte @Nullable [] end;
    private long endHead;
    private @Nullable NativeCursor cursor;
    private State state = State.BEFORE;

    /** Where the last search began, if the cursor still stands at what it found. */
    private byte @Nullable [] sought;

    private boolean foundNothing;

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
    public RangeCursor(OpenTransaction transaction, NativeMap map, byte[] prefix, KeyRange range, boolean reverse) {
        this.transaction = transaction;
        this.map = map;
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
        end = reverse ? lower : upper;
        byte[] last = end;
        endHead = last == null || last.length < Long.BYTES ? 0 : (long) LONGS.get(last, 0);
        state = range.isEmpty() ? State.AFTER : State.BEFORE;
    }

    private byte[] join(byte[] rest) {
        byte[] joined = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, joined, prefix.length, rest.length);
        return joined;
    }

    /** Moves on; false at the end, and ever after. */
    public boolean next() {
        NativeCursor open = cursor;
        if (state != State.INSIDE || open == null) {
            return begin();
        }
        sought = null;
        return arrived(open, reverse ? open.previous() : open.next());
    }

    private boolean begin() {
        return state != State.AFTER && arrived(opened(), reverse ? last() : first());
    }

    private boolean arrived(NativeCursor open, boolean found) {
        state = found && isInside(open.key()) ? State.INSIDE : State.AFTER;
        return state == State.INSIDE;
    }

    private boolean first() {
        byte[] from = lower;
        if (from == null) {
            sought = null;
            return opened().first();
        }
        if (!standsAt(from)) {
            sought = from;
            foundNothing = !opened().from(transaction.keys().of(from, from.length));
        }
        return !foundNothing;
    }

    /** Tells whether the cursor is at the first key that is not below a bound: the keys of a restarted cursor often lie between the same two. */
    private boolean standsAt(byte[] bound) {
        byte[] before = sought;
        return before != null
                && Arrays.compareUnsigned(before, bound) <= 0
                && (foundNothing || compare(opened().key(), bound) >= 0);
    }

    private boolean last() {
        sought = null;
        byte[] above = upper;
        if (above == null || !opened().from(transaction.keys().of(above, above.length))) {
            return opened().last();
        }
        return opened().previous();
    }

    /** Most keys are told from the end of the range by their first bytes. */
    private boolean isInside(DirectBuffer key) {
        byte[] bound = end;
        if (bound == null) {
            return true;
        }
        if (bound.length >= Long.BYTES && key.capacity() >= Long.BYTES) {
            long head = key.getLong(0, ByteOrder.BIG_ENDIAN);
            if (head != endHead) {
                return Long.compareUnsigned(head, endHead) < 0 != reverse;
            }
        }
        int order = compare(key, bound);
        return reverse ? order >= 0 : order < 0;
    }

    private static int compare(DirectBuffer key, byte[] bound) {
        int shared = Math.min(key.capacity(), bound.length);
        int i = 0;
        for (; i + Long.BYTES <= shared; i += Long.BYTES) {
            long here = key.getLong(i, ByteOrder.BIG_ENDIAN);
            long there = (long) LONGS.get(bound, i);
            if (here != there) {
                return Long.compareUnsigned(here, there);
            }
        }
        for (; i < shared; i++) {
            int order = (key.getByte(i) & 0xFF) - (bound[i] & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return key.capacity() - bound.length;
    }

    private NativeCursor opened() {
        NativeCursor open = cursor;
        if (open == null) {
            open = transaction.cursor(map);
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
        return opened().value();
    }

    /** Starts again, before another range. */
    public void restart(KeyRange range) {
        bound(range);
    }

    @Override
    public void close() {
        NativeCursor open = cursor;
        if (open != null) {
            cursor = null;
            sought = null;
            transaction.giveBack(map, open);
        }
        state = State.AFTER;
    }
}
