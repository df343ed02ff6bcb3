package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the store has the keys of new records. Of many it searches with one cursor, which a store may leave where it is for keys between the
 * same two of its own: rising numbers cost one search.
 */
final class NewKeys implements AutoCloseable {

    private final IndexedMaps base;
    private @Nullable TableDefinition last;
    private @Nullable RecordCursor cursor;

    NewKeys(IndexedMaps base) {
        this.base = base;
    }

    /** Tells whether the store has a key; {@code bytes} are those of the buffer, for keeps. */
    boolean isTaken(TableDefinition table, KeyBuffer key, byte[] bytes) {
        if (last == null || last.id() != table.id()) {
            close();
            last = table;
            return base.contains(table, key);
        }
        KeyRange range = KeyRange.of(bytes, null);
        RecordCursor open = cursor;
        if (open == null) {
            open = base.records(table, range, false);
            cursor = open;
        } else {
            open.restart(range);
        }
        return open.next() && open.key().equals(key);
    }

    @Override
    public void close() {
        RecordCursor open = cursor;
        if (open != null) {
            cursor = null;
            open.close();
        }
    }
}
