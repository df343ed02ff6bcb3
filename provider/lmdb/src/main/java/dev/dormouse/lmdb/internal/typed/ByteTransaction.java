package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** The maps as one transaction sees them. Whoever calls has checked thread and state, and the lengths of keys. */
public interface ByteTransaction {

    /** Returns the stored value of a key, or null; good until the next call. */
    @Nullable
    DirectBuffer get(ByteMap map, KeyBuffer key);

    /** Opens a cursor before the first row of a range. */
    ByteCursor rows(ByteMap map, KeyRange range, boolean reverse);

    /** Opens a cursor before the first entry of a range of index keys, entries of one key in the order of their values. */
    ByteCursor entries(ByteMap map, int index, KeyRange range, boolean reverse);

    /** Tells whether an entry is there. */
    boolean hasEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value);

    /** Returns the number of rows. */
    long size(ByteMap map);

    /** Writes a row in place of what is there. */
    void put(ByteMap map, KeyBuffer key, DirectBuffer value);

    /** Writes a row behind all others; false if its key is not above the last one. */
    boolean append(ByteMap map, KeyBuffer key, DirectBuffer value);

    /** Removes a row; false if it is not there. */
    boolean delete(ByteMap map, KeyBuffer key);

    /** Writes an entry, unless it is there. */
    void addEntry(ByteMap map, int index, boolean unique, KeyBuffer key, KeyBuffer value);

    /** Removes an entry; false if it is not there. */
    boolean deleteEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value);

    /** Says that a commit depends on a row as it is now. */
    void depend(ByteMap map, KeyBuffer key);

    /** Removes all rows and entries. */
    void truncate(ByteMap map);

    /** Tells whether changes are taken. */
    boolean isWritable();

    /** Refuses an index that is younger than what this transaction sees. */
    void checkIndex(ByteMap map, int index, String name);
}
