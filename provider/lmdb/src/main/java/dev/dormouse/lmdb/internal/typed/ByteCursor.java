package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;

/** Walks rows, or the entries of an index, of one transaction, which may write meanwhile. */
public interface ByteCursor extends AutoCloseable {

    /** Moves on; false at the end, and ever after. */
    boolean next();

    /** Returns the key without what stands before it; good until the cursor moves. */
    KeyBuffer key();

    /** Returns the stored value, or the primary key and what is covered; good until the cursor moves or the transaction writes. */
    DirectBuffer value();

    /** Gives the cursor back. Idempotent. */
    @Override
    void close();
}
