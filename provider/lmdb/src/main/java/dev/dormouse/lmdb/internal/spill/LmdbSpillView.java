package dev.dormouse.lmdb.internal.spill;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.spill.SpillCursor;
import dev.dormouse.store.writeset.spill.SpillView;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** A snapshot of an area, for one map. */
final class LmdbSpillView implements SpillView, OpenTransaction {

    private final LmdbSpillArea area;
    private final NativeTransaction txn;
    private final NativeMap map;
    private final boolean sorted;
    private final KeyMemory keys = new KeyMemory();
    private final List<NativeCursor> cursors = new ArrayList<>(1);
    private boolean closed;

    LmdbSpillView(LmdbSpillArea area, NativeTransaction txn, NativeMap map, boolean sorted) {
        this.area = area;
        this.txn = txn;
        this.map = map;
        this.sorted = sorted;
    }

    @Override
    public byte @Nullable [] get(byte[] key, int length) {
        if (length > KeyMemory.LIMIT) {
            return null;
        }
        DirectBuffer value = area.mapped(() -> java.util.Optional.ofNullable(map.get(txn, keys.of(key, length))))
                .orElse(null);
        return value == null ? null : bytes(value);
    }

    static byte[] bytes(DirectBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    @Override
    public SpillCursor cursor(KeyRange range, boolean reverse) {
        return new LmdbSpillCursor(area, new RangeCursor(this, map, KeyPrefix.NONE, range, reverse), sorted);
    }

    @Override
    public NativeTransaction txn() {
        return txn;
    }

    @Override
    public KeyMemory keys() {
        return keys;
    }

    @Override
    public @Nullable DirectBuffer get(NativeMap of, DirectBuffer key) {
        return of.get(txn, key);
    }

    @Override
    public NativeCursor cursor(NativeMap of) {
        NativeCursor cursor = of.cursor(txn);
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public void giveBack(NativeMap of, NativeCursor cursor) {
        if (cursors.remove(cursor)) {
            cursor.close();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            List.copyOf(cursors).forEach(cursor -> giveBack(map, cursor));
            txn.close();
            area.closed(this);
        }
    }
}
