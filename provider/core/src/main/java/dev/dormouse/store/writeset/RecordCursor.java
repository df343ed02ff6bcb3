package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;

/** Walks records in the order of their encoded primary keys. Used by the thread of its maps, closed before them. */
public interface RecordCursor extends AutoCloseable {

    /** Moves to the next record; false at the end, and ever after. */
    boolean next();

    /** Returns the encoded primary key, good until the cursor moves. Costs a copy in some stores: call it only when needed. */
    KeyBuffer key();

    /** Returns the record; good until the cursor is closed, or moves, as the store's features say. */
    RecordView record();

    /** Starts again, before the first record of another range. */
    void restart(KeyRange range);

    /** Idempotent. */
    @Override
    void close();
}
