package dev.dormouse.store.writeset;

import dev.dormouse.store.writeset.spill.SpillEntries;

/** What leaves the memory, as bytes. */
record MemoryEntries<V>(KeyMap.Walk<V> walk, OwnForm<V> form) implements SpillEntries {

    @Override
    public boolean next() {
        return walk.next();
    }

    @Override
    public byte[] key() {
        return walk.key();
    }

    @Override
    public int keyLength() {
        return form.keyLength(walk.key(), walk.value());
    }

    @Override
    public byte[] value() {
        return form.encode(walk.value());
    }
}
