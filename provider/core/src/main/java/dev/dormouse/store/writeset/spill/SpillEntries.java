package dev.dormouse.store.writeset.spill;

/** Entries one after the other. */
public interface SpillEntries {

    /** Moves to the next entry; false at the end. */
    boolean next();

    /** Returns the whole key; that of an index entry with what stands behind its index key. */
    byte[] key();

    /** Returns how much of the key of an index entry is the index key; of other keys all. */
    int keyLength();

    /** Returns the value; that of an index entry is empty. */
    byte[] value();
}
