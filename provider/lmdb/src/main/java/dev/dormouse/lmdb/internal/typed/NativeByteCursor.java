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
    private @Nullable RangeCursor cursor;
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
    }

    @Override
    public boolean next() {
        if (over) {
            return false;
        }
        try {
            if (writable && moved && writes != transaction.writes()) {
                over = !again();
            } else {
                over = !opened(range).next();
            }
        } catch (NativeException e) {
            throw transaction.failed(e);
        }
        if (over) {
            close();
            return false;
        }
        moved = true;
        isKeyRead = false;
        if (writable) {
            writes = transaction.writes();
            remember();
        }
        return true;
    }

    private RangeCursor opened(KeyRange within) {
        RangeCursor open = cursor;
        if (open == null) {
            open = new RangeCursor(transaction.open(), map, prefix, within, reverse);
            cursor = open;
        }
        return open;
    }

    /** Keeps where it is, since a write may move the pages. */
    private void remember() {
        key();
        boolean severalValues = prefix.length > 0;
        if (severalValues) {
            DirectBuffer value = opened(range).value();
            byte[] bytes = new byte[value.capacity()];
            value.getBytes(0, bytes);
            lastValue = bytes;
        }
    }

    /** Goes on behind the last key and value, which may be gone. */
    private boolean again() {
        RangeCursor old = cursor;
        if (old != null) {
            old.close();
            cursor = null;
        }
        byte[] last = key.toBytes();
        byte[] above = Arrays.copyOf(last, last.length + 1);
        byte[] value = lastValue;
        boolean sameKeyAgain = value != null;
        RangeCursor next = opened(
                reverse
                        ? KeyRange.of(range.lower(), sameKeyAgain ? above : last)
                        : KeyRange.of(sameKeyAgain ? last : above, range.upper()));
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
            DirectBuffer whole = opened(range).key();
            int length = whole.capacity() - prefix.length;
            int at = key.clear().reserve(length);
            whole.getBytes(prefix.length, key.array(), at, length);
            isKeyRead = true;
        }
        return key;
    }

    @Override
    public DirectBuffer value() {
        return opened(range).value();
    }

    @Override
    public void close() {
        over = true;
        RangeCursor open = cursor;
        if (open != null) {
            cursor = null;
            open.close();
        }
    }
}
