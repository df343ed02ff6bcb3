package dev.dormouse.internal.memory;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.RecordCursor;
import org.jspecify.annotations.Nullable;

/** A state as ordered maps. Watches that nobody reads where the contract of maps forbids it. */
abstract class MemoryMaps implements IndexedMaps {

    /** As low as another store's, so that long keys take the same way. */
    private static final int INDEX_KEY_LIMIT = 480;

    private int openCursors;

    abstract MemoryTable table(TableDefinition table);

    /** Returns a number that changes when cursors end; negative once nothing may be read any more. */
    abstract int era();

    final int openCursors() {
        return openCursors;
    }

    final void cursorClosed() {
        openCursors--;
    }

    final void checkEra(int opened) {
        if (era() != opened || opened < 0) {
            throw new AssertionError("read after the end of the state that it was read from");
        }
    }

    @Override
    public final int indexKeyLimit() {
        return INDEX_KEY_LIMIT;
    }

    @Override
    public final @Nullable RecordView get(TableDefinition table, KeyBuffer key) {
        checkEra(era());
        return table(table).records().get(key);
    }

    @Override
    public final long count(TableDefinition table) {
        checkEra(era());
        return table(table).records().size();
    }

    @Override
    public final RecordCursor records(TableDefinition table, KeyRange range, boolean reverse) {
        checkEra(era());
        openCursors++;
        return new MemoryRecordCursor(this, table(table).records().walk(range, reverse));
    }

    @Override
    public final EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range, boolean reverse) {
        checkEra(era());
        openCursors++;
        MemoryTable content = table(table);
        return new MemoryEntryCursor(
                this, table, index, content.records(), content.entries(index).walk(range, reverse));
    }
}
