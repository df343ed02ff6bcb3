package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.store.StoreException;

/** The memory map was full in the middle of a transaction that held the writer; the transaction is undone and can be repeated after the map has grown. */
public final class MapFullException extends StoreException {

    private static final long serialVersionUID = 1L;

    MapFullException(String text, Throwable cause) {
        super(text, cause);
    }
}
