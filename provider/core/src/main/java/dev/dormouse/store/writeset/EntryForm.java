package dev.dormouse.store.writeset;

import dev.dormouse.store.writeset.spill.SpillArea;
import dev.dormouse.store.writeset.spill.SpillMap;

/** Own index entries: the value is how much of the key is the index key; the rest is the primary key. */
enum EntryForm implements OwnForm<Integer> {
    INSTANCE;

    private static final byte[] NOTHING = {};

    @Override
    public SpillMap map(SpillArea area) {
        return area.entries();
    }

    @Override
    public int keyLength(byte[] key, Integer value) {
        return value;
    }

    @Override
    public byte[] encode(Integer value) {
        return NOTHING;
    }

    @Override
    public Integer decode(byte[] key, int keyLength, byte[] bytes) {
        return keyLength;
    }

    @Override
    public long weight(Integer value) {
        return Integer.SIZE;
    }
}
