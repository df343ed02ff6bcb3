package dev.dormouse.lmdb.internal.spill;

import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.store.writeset.spill.SpillEntries;
import dev.dormouse.store.writeset.spill.SpillMap;
import dev.dormouse.store.writeset.spill.SpillView;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A map of an area; that of index entries has several values under a key, as the store has. */
final class LmdbSpillMap implements SpillMap {

    private final LmdbSpillArea area;
    private final NativeMap map;
    private final boolean sorted;
    private final KeyMemory keys = new KeyMemory();
    private ByteBuffer memory = ByteBuffer.allocateDirect(4096);

    LmdbSpillMap(LmdbSpillArea area, NativeMap map, boolean sorted) {
        this.area = area;
        this.map = map;
        this.sorted = sorted;
    }

    @Override
    public void putAll(SpillEntries entries) {
        area.write(txn -> {
            while (entries.next()) {
                byte[] key = entries.key();
                int length = entries.keyLength();
                if (sorted) {
                    map.add(txn, keys.of(key, length), value(Arrays.copyOfRange(key, length, key.length)));
                } else {
                    map.put(txn, keys.of(key, length), value(entries.value()));
                }
            }
        });
    }

    private DirectBuffer value(byte[] bytes) {
        if (memory.capacity() < bytes.length) {
            memory = ByteBuffer.allocateDirect(bytes.length * 2);
        }
        UnsafeBuffer value = new UnsafeBuffer(memory, 0, bytes.length);
        value.putBytes(0, bytes);
        return value;
    }

    @Override
    public void remove(byte[] key, int keyLength) {
        DirectBuffer rest = sorted ? value(Arrays.copyOfRange(key, keyLength, key.length)) : null;
        area.write(txn -> map.delete(txn, keys.of(key, keyLength), rest));
    }

    @Override
    public void clear() {
        area.write(map::clear);
    }

    @Override
    public SpillView view() {
        return area.view(map, sorted);
    }
}
