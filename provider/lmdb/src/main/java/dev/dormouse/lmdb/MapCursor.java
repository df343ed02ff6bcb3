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
    private final Thread owner;
    private long left;
    private boolean open = true;
    private boolean exhausted;

    MapCursor(LmdbTransaction transaction, Object map, ByteCursor cursor, long limit) {
        this.transaction = transaction;
        this.map = map;
        this.cursor = cursor;
        this.owner = transaction.owner();
        this.left = limit;
        transaction.opened(this);
    }

    boolean next() {
        // Whatever else may be refused has closed the cursor.
        if (!open || Thread.currentThread() != owner) {
            return refused();
        }
        if (left-- > 0 && cursor.next()) {
            return true;
        }
        exhausted = true;
        close();
        return false;
    }

    private boolean refused() {
        transaction.check(this);
        if (!exhausted) {
            throw new StoreException(MapMessages.CURSOR_OVER.text(map));
        }
        return false;
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
        if (open) {
            open = false;
            transaction.closed(this);
            cursor.close();
        }
    }
}
