package dev.dormouse.lmdb.internal.environment;

import org.agrona.DirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Txn;

/** A transaction of LMDB that can be read from, by one thread at a time: a {@link Lease} or the writer's. */
public interface NativeTransaction {

    /** Returns the binding's transaction. */
    Txn<DirectBuffer> txn();

    /** Returns memory for keys that are looked up. */
    KeyMemory keys();

    /** Returns a cursor, to be given back. */
    Cursor<DirectBuffer> cursor(Dbi<DirectBuffer> dbi);

    /** Gives a cursor back. */
    void giveBack(Dbi<DirectBuffer> dbi, Cursor<DirectBuffer> cursor);
}
