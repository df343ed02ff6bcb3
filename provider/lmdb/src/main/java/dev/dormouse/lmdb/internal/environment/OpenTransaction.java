package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;

/** A transaction of LMDB that can be read from, by one thread at a time: a {@link Lease} or the writer's. */
public interface OpenTransaction {

    /** Returns LMDB's transaction. */
    NativeTransaction txn();

    /** Returns memory for keys that are looked up. */
    KeyMemory keys();

    /** Returns a cursor, to be given back. */
    NativeCursor cursor(NativeMap map);

    /** Gives a cursor back. */
    void giveBack(NativeMap map, NativeCursor cursor);
}
