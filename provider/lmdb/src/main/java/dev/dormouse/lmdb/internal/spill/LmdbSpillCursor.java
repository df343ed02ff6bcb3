package dev.dormouse.lmdb.internal.spill;

import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.spill.SpillCursor;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/** Walks a range of a snapshot; a key is copied once, whoever asks how often. */
final class LmdbSpillCursor implements SpillCursor {

    private static final byte[] NOTHING = {};

    private final LmdbSpillArea area;
    private final RangeCursor cursor;
    private final boolean sorted;
    private byte[] key = NOTHING;
    private int keyLength;

    LmdbSpillCursor(LmdbSpillArea area, RangeCursor cursor, boolean sorted) {
        this.area = area;
        this.cursor = cursor;
        this.sorted = sorted;
    }

    @Override
    public boolean next() {
        if (!area.mapped(cursor::next)) {
            return false;
        }
        byte[] first = LmdbSpillView.bytes(cursor.key());
        keyLength = first.length;
        key = sorted ? joined(first, cursor.value()) : first;
        return true;
    }

    private static byte[] joined(byte[] first, DirectBuffer second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.capacity());
        second.getBytes(0, joined, first.length, second.capacity());
        return joined;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public byte[] value() {
        return sorted ? NOTHING : LmdbSpillView.bytes(cursor.value());
    }

    @Override
    public void restart(KeyRange range) {
        cursor.restart(range);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
