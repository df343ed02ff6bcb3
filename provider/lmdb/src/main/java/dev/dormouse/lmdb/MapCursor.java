package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;

/** An open selection: what is walked, up to a limit. Ends with its transaction. */
final class MapCursor implements AutoCloseable {

    private final LmdbTransaction transaction;
    private final Object map;
    private final ByteCursor cursor;
    private long left;
    private boolean closed;
    private boolean exhausted;

    MapCursor(LmdbTransaction transaction, Object map, ByteCursor cursor, long limit) {
        this.transaction = transaction;
        this.map = map;
        this.cursor = cursor;
        this.left = limit;
        transaction.opened(this);
    }

    boolean next() {
        transaction.check(this);
        if (exhausted) {
            return false;
        }
        if (closed) {
            throw new StoreException(MapMessages.CURSOR_OVER.text(map));
        }
        if (left == 0 || !cursor.next()) {
            exhausted = true;
            close();
            return false;
        }
        left--;
        return true;
    }

    KeyBuffer key() {
        return cursor.key();
    }

    DirectBuffer value() {
        return cursor.value();
    }

    @Override
    public String toString() {
        return "selection of " + map;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            transaction.closed(this);
            cursor.close();
        }
    }
}
