package dev.dormouse.lmdb;

import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;

/** How the values of a map lie in the store: in the row, or as entries beside it. */
interface RowForm<V> {

    /** Reads the value of a row. */
    V read(KeyBuffer key, DirectBuffer stored);

    /** Reads the value of the row at which a cursor is. */
    default V read(MapCursor cursor) {
        return read(cursor.key(), cursor.value());
    }

    /** Returns the bytes of the row, good until the next value. */
    DirectBuffer encode(V value);

    /** Writes what stands beside the row, after the row. */
    void written(KeyBuffer key, V value);

    /** Removes what stands beside the row. */
    void removed(KeyBuffer key);

    /** Returns the longest key of a row. */
    int longestKey();
}
