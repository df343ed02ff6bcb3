package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Walks a range of a native map. After a write of its transaction it looks for its place again, since the pages may have moved. */
final class NativeByteCursor implements ByteCursor {

    private final NativeTransactions transaction;
    private final NativeMap map;
    private final byte[] prefix;
    private final KeyRange range;
    private final boolean reverse;
    private final boolean writable;
    private final KeyBuffer key = new KeyBuffer(32);
    private RangeCursor cursor;
    private byte @Nullable [] lastValue;
    private long writes;
    private boolean moved;
    private boolean isKeyRead;
    private boolean over;

    NativeByteCursor(NativeTransactions transaction, NativeMap map, byte[] prefix, KeyRange range, boolean reverse) {
        this.transaction = transaction;
        this.map = map;
        this.prefix = prefix;
        this.range = range;
        this.reverse = reverse;
        this.writable = transaction.isWritable();
        this.writes = transaction.writes();
        this.cursor = within(range);
    }

    private RangeCursor within(KeyRange part) {
        return new RangeCursor(transaction.open(), map, prefix, part, reverse);
    }

    @Override
    public boolean next() {
        if (over) {
            return false;
        }
        try {
            over = !(writable ? nextBetweenWrites() : cursor.next());
        } catch (NativeException e) {
            throw transaction.failed(e);
        }
        isKeyRead = false;
        if (over) {
            close();
        } else if (writable) {
            remember();
        }
        return !over;
    }

    private boolean nextBetweenWrites() {
        boolean wroteSince = moved && writes != transaction.writes();
        boolean found = wroteSince ? again() : cursor.next();
        moved = true;
        writes = transaction.writes();
        return found;
    }

    /** Keeps where it is, since a write may move the pages. */
    private void remember() {
        key();
        boolean severalValues = prefix.length > 0;
        if (severalValues) {
            DirectBuffer value = cursor.value();
            byte[] bytes = new byte[value.capacity()];
            value.getBytes(0, bytes);
            lastValue = bytes;
        }
    }

    /** Goes on behind the last key and value, which may be gone. */
    private boolean again() {
        cursor.close();
        byte[] last = key.toBytes();
        byte[] above = Arrays.copyOf(last, last.length + 1);
        byte[] value = lastValue;
        boolean sameKeyAgain = value != null;
        RangeCursor next = within(
                reverse
                        ? KeyRange.of(range.lower(), sameKeyAgain ? above : last)
                        : KeyRange.of(sameKeyAgain ? last : above, range.upper()));
        cursor = next;
        boolean found = next.next();
        while (found && value != null && isAt(next.key(), last) && isPassed(next.value(), value)) {
            found = next.next();
        }
        return found;
    }

    private boolean isAt(DirectBuffer found, byte[] last) {
        if (found.capacity() != prefix.length + last.length) {
            return false;
        }
        for (int i = 0; i < last.length; i++) {
            if (found.getByte(prefix.length + i) != last[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isPassed(DirectBuffer found, byte[] last) {
        byte[] bytes = new byte[found.capacity()];
        found.getBytes(0, bytes);
        int order = Arrays.compareUnsigned(bytes, last);
        return reverse ? order >= 0 : order <= 0;
    }

    @Override
    public KeyBuffer key() {
        if (!isKeyRead) {
            DirectBuffer whole = cursor.key();
            int length = whole.capacity() - prefix.length;
            int at = key.clear().reserve(length);
            whole.getBytes(prefix.length, key.array(), at, length);
            isKeyRead = true;
        }
        return key;
    }

    @Override
    public DirectBuffer value() {
        return cursor.value();
    }

    @Override
    public void close() {
        over = true;
        cursor.close();
    }
}
