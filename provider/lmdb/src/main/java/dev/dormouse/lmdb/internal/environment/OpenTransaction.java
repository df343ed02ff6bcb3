package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.memory.RecordMemory;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** A transaction of LMDB that can be read from, by one thread at a time: a {@link Lease} or the writer's. */
public interface OpenTransaction {

    /** Returns LMDB's transaction. */
    NativeTransaction txn();

    /** Returns memory for keys that are looked up. */
    KeyMemory keys();

    /** Returns the value of a key, or null; the buffer is good until the next call for the map, what it refers to as long as nothing is written. */
    @Nullable
    DirectBuffer get(NativeMap map, DirectBuffer key);

    /** Returns memory for records that outlive the snapshot; new each time where few do. */
    default RecordMemory records() {
        return new RecordMemory();
    }

    /** Returns a cursor, to be given back. */
    NativeCursor cursor(NativeMap map);

    /** Gives a cursor back. */
    void giveBack(NativeMap map, NativeCursor cursor);
}
