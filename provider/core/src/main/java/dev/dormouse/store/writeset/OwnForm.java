package dev.dormouse.store.writeset;

import dev.dormouse.store.writeset.spill.SpillArea;
import dev.dormouse.store.writeset.spill.SpillMap;

/**
 * How the values of an own map are kept outside of the heap.
 *
 * @param <V> the values
 */
interface OwnForm<V> {

    /** Makes the map for them. */
    SpillMap map(SpillArea area);

    /** Returns how much of a key is the index key. */
    int keyLength(byte[] key, V value);

    byte[] encode(V value);

    V decode(byte[] key, int keyLength, byte[] bytes);

    /** Returns about how many bytes of memory a value takes. */
    long weight(V value);
}
