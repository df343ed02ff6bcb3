package dev.dormouse.internal.memory;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.Snapshot;

/** A committed state, read until it is closed. */
final class MemorySnapshot extends MemoryMaps implements Snapshot {

    private final MemoryState state;
    private final Runnable onClose;
    private boolean closed;

    MemorySnapshot(MemoryState state, Runnable onClose) {
        this.state = state;
        this.onClose = onClose;
    }

    @Override
    public long version() {
        return state.version();
    }

    @Override
    public Catalog catalog() {
        return state.catalog();
    }

    @Override
    MemoryTable table(TableDefinition table) {
        return state.table(table);
    }

    @Override
    int era() {
        return closed ? -1 : 0;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
            if (openCursors() != 0) {
                throw new AssertionError(openCursors() + " cursors are open at the end of their snapshot");
            }
        }
    }
}
