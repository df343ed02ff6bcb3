package dev.dormouse.mongodb.architecture.planted.scan;

import dev.dormouse.failure.Message;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.mongodb.architecture.planted.document.Looked;

/** Sees another store, which no store may, and finds words of its own. */
public final class Asked {

    Object other() {
        return new MemoryStoreProvider();
    }

    Looked below() {
        return new Looked();
    }

    Message words() {
        return new Message(1, "Planted: '%s'.");
    }
}
