package dev.dormouse.lmdb.architecture.planted.map;

import dev.dormouse.lmdb.architecture.planted.store.Opened;
import org.lmdbjava.SeekOp;

/** Sees the room above, and the binding beside its room. */
public final class Walk {

    SeekOp where() {
        return SeekOp.MDB_FIRST;
    }

    Opened above() {
        return new Opened();
    }
}
