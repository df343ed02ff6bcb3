package dev.dormouse.store.writeset.spill;

/** An ordered map outside of the heap. Keys are compared as unsigned bytes. */
public interface SpillMap {

    /** Puts entries, in place of those with the same keys. */
    void putAll(SpillEntries entries);

    /**
     * Removes an entry, if it is there.
     *
     * @param keyLength how much of the key of an index entry is the index key
     */
    void remove(byte[] key, int keyLength);

    /** Removes all entries. */
    void clear();

    /** Returns the map as it is now, to be closed. */
    SpillView view();
}
