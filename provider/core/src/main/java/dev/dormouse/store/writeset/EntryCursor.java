package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;

/** Walks the entries of an index in the order of stored index key and primary key. Used by the thread of its maps, closed before them. */
public interface EntryCursor extends AutoCloseable {

    /** Moves to the next entry; false at the end, and ever after. */
    boolean next();

    /** Returns the length of the stored index key: one that reaches the limit was cut. */
    int keyLength();

    /** Returns the stored index key, good until the cursor moves. Costs a copy in some stores: call it only when needed. */
    KeyBuffer key();

    /** Returns the encoded primary key, good until the cursor moves. Costs a copy in some stores: call it only when needed. */
    KeyBuffer primaryKey();

    /**
     * Looks up the record that the entry belongs to; good until the cursor is closed, or moves, as the store's features say.
     *
     * @throws dev.dormouse.store.StoreException if there is none: the store is corrupt
     */
    RecordView record();

    /** Starts again, before the first entry of another range. */
    void restart(KeyRange range);

    /** Idempotent. */
    @Override
    void close();
}
