package dev.dormouse.internal.memory;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.Snapshot;

/** A committed state, read until it is closed. */
final class MemorySnapshot extends MemoryMaps implements Snapshot {

    private final MemoryState state;
    private final MemoryDatabase database;
    private boolean closed;
    private boolean resting;

    MemorySnapshot(MemoryState state, MemoryDatabase database) {
        this.state = state;
        this.database = database;
        database.probe().snapshotOpened();
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
        return closed || resting ? -1 : 0;
    }

    @Override
    public void rest() {
        if (openCursors() != 0) {
            throw new AssertionError(openCursors() + " cursors are open while their snapshot rests");
        }
        resting = true;
    }

    /** Takes away whatever is old, as a store may, so that whoever forgets to ask is found out. */
    @Override
    public boolean resume() {
        resting = false;
        if (database.version() != state.version()) {
            close();
        }
        return !closed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            database.probe().snapshotClosed();
            if (openCursors() != 0) {
                throw new AssertionError(openCursors() + " cursors are open at the end of their snapshot");
            }
        }
    }
}
