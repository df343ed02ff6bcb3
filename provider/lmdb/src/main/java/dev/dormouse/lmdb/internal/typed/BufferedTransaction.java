package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.Companion;
import dev.dormouse.store.writeset.WritableMaps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps its changes to itself until commit, which writes them if nobody changed its rows meanwhile: since its first call, whose snapshot all later ones share, so that
 * what was read before it is written counts, too. It commits with the write set of a transaction over tables.
 */
public final class BufferedTransaction implements ByteTransaction, Companion {

    private final LmdbMapStore store;
    private Map<ByteMap, Overlay> overlays = new LinkedHashMap<>();
    private final UnsafeBuffer copied = new UnsafeBuffer(0, 0);
    private @Nullable Lease lease;
    private @Nullable SnapshotTransaction snapshot;
    private final Thread owner = Thread.currentThread();

    /** Begins; costs nothing until the first use. */
    public BufferedTransaction(LmdbMapStore store) {
        this.store = store;
    }

    /** Returns the thread that began it. */
    public Thread owner() {
        return owner;
    }

    /** Returns the state of the first call. */
    private SnapshotTransaction base() {
        SnapshotTransaction present = snapshot;
        if (present == null) {
            Lease open = store.environment().readers().lease("buffered transaction of typed maps");
            lease = open;
            present = new SnapshotTransaction(open);
            snapshot = present;
        }
        return present;
    }

    private Overlay overlay(ByteMap map) {
        return overlays.computeIfAbsent(map, ignored -> new Overlay(map.definition()));
    }

    private byte @Nullable [] current(ByteMap map, KeyBuffer key) {
        Overlay overlay = overlays.get(map);
        if (overlay != null && !overlay.rows().isEmpty()) {
            Overlay.Row row = overlay.rows().get(key.toBytes());
            if (row != null) {
                return row.value();
            }
        }
        return stored(map, key);
    }

    private byte @Nullable [] stored(ByteMap map, KeyBuffer key) {
        DirectBuffer value = base().get(map, key);
        return value == null ? null : bytes(value);
    }

    static byte[] bytes(DirectBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    @Override
    public @Nullable DirectBuffer get(ByteMap map, KeyBuffer key) {
        byte[] value = current(map, key);
        if (value == null) {
            return null;
        }
        copied.wrap(value);
        return copied;
    }

    @Override
    public ByteCursor rows(ByteMap map, KeyRange range, boolean reverse) {
        ByteCursor stored = base().rows(map, range, reverse);
        return new MergedByteCursor(
                stored, new MergedByteCursor.OwnRows(overlay(map).rows()), range, reverse);
    }

    @Override
    public ByteCursor entries(ByteMap map, int index, KeyRange range, boolean reverse) {
        ByteCursor stored = base().entries(map, index, range, reverse);
        return new MergedByteCursor(
                stored, new MergedByteCursor.OwnEntries(overlay(map).entries(), index), range, reverse);
    }

    @Override
    public boolean hasEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value) {
        Overlay overlay = overlays.get(map);
        Overlay.Entry own = overlay == null ? null : overlay.entries().get(whole(index, key, value));
        if (own != null) {
            return own.present();
        }
        return base().hasEntry(map, index, key, value);
    }

    private static byte[] whole(int index, KeyBuffer key, KeyBuffer value) {
        return new KeyBuffer(KeyPrefix.LENGTH + key.length() + value.length())
                .put(KeyPrefix.of(index))
                .put(key)
                .put(value)
                .toBytes();
    }

    @Override
    public long size(ByteMap map) {
        Overlay overlay = overlays.get(map);
        if (overlay == null || overlay.rows().isEmpty()) {
            return base().size(map);
        }
        long count = 0;
        try (ByteCursor all = rows(map, KeyRange.ALL, false)) {
            while (all.next()) {
                count++;
            }
        }
        return count;
    }

    private void write(ByteMap map, KeyBuffer key, byte @Nullable [] value) {
        byte[] bytes = key.toBytes();
        Overlay overlay = overlay(map);
        Overlay.Row before = overlay.rows().get(bytes);
        overlay.rows().put(bytes, new Overlay.Row(before == null ? stored(map, key) : before.base(), value));
    }

    @Override
    public void put(ByteMap map, KeyBuffer key, DirectBuffer value) {
        write(map, key, bytes(value));
    }

    @Override
    public boolean append(ByteMap map, KeyBuffer key, DirectBuffer value) {
        try (ByteCursor last = rows(map, KeyRange.ALL, true)) {
            if (last.next() && last.key().compareTo(key) >= 0) {
                return false;
            }
        }
        put(map, key, value);
        return true;
    }

    @Override
    public boolean delete(ByteMap map, KeyBuffer key) {
        boolean there = current(map, key) != null;
        write(map, key, null);
        return there;
    }

    @Override
    public void addEntry(ByteMap map, int index, boolean unique, KeyBuffer key, KeyBuffer value) {
        overlay(map)
                .entries()
                .put(whole(index, key, value), new Overlay.Entry(index, unique, key.toBytes(), value.toBytes(), true));
    }

    @Override
    public boolean deleteEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value) {
        boolean there = hasEntry(map, index, key, value);
        overlay(map)
                .entries()
                .put(whole(index, key, value), new Overlay.Entry(index, false, key.toBytes(), value.toBytes(), false));
        return there;
    }

    @Override
    public void depend(ByteMap map, KeyBuffer key) {
        write(map, key, current(map, key));
    }

    @Override
    public void truncate(ByteMap map) {
        try (ByteCursor all = rows(map, KeyRange.ALL, false)) {
            while (all.next()) {
                delete(map, all.key());
            }
        }
        truncateEntries(map, ByteMap.MEMBERS);
        map.definition().indexes().forEach(index -> truncateEntries(map, index.number()));
    }

    private void truncateEntries(ByteMap map, int index) {
        KeyBuffer value = new KeyBuffer();
        try (ByteCursor all = entries(map, index, KeyRange.ALL, false)) {
            while (all.next()) {
                byte[] bytes = bytes(all.value());
                deleteEntry(map, index, all.key(), value.clear().put(bytes));
            }
        }
    }

    @Override
    public boolean isWritable() {
        return !store.isReadOnly();
    }

    @Override
    public void checkIndex(ByteMap map, int index, String name) {
        base().checkIndex(map, index, name);
    }

    /** Changes as they were at some time. */
    public static final class Savepoint {

        private final Map<ByteMap, Overlay> copies = new LinkedHashMap<>();

        private Savepoint(Map<ByteMap, Overlay> overlays) {
            overlays.forEach((map, overlay) -> copies.put(map, overlay.copy()));
        }
    }

    /** Returns the changes as they are now, for {@link #restore}. */
    public Savepoint savepoint() {
        return new Savepoint(overlays);
    }

    /** Forgets the changes since a savepoint, which is used up. */
    public void restore(Savepoint savepoint) {
        overlays = savepoint.copies;
    }

    @Override
    public boolean isEmpty() {
        return overlays.values().stream()
                .allMatch(
                        overlay -> overlay.rows().isEmpty() && overlay.entries().isEmpty());
    }

    @Override
    public void run(WritableMaps newest) {
        BufferedCommit commit = new BufferedCommit(LmdbMapStore.transaction(newest));
        overlays.forEach(commit::check);
        overlays.forEach(commit::write);
    }

    @Override
    public void endReads() {
        Lease open = lease;
        if (open != null) {
            lease = null;
            snapshot = null;
            open.close();
        }
    }

    @Override
    public void ended(boolean committed) {
        endReads();
    }
}
