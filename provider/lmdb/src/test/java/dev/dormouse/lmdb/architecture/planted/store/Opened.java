package dev.dormouse.lmdb.architecture.planted.store;

import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.lmdb.architecture.planted.map.Walk;

/** Sees another store, which no store may. */
public final class Opened {

    Object other() {
        return new MemoryStoreProvider();
    }

    Walk below() {
        return new Walk();
    }
}
