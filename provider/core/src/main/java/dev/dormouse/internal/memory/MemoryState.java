package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.Map;

/** One committed state. Nobody changes it. */
record MemoryState(long version, Catalog catalog, Map<Integer, MemoryTable> tables) {

    static final MemoryState EMPTY = new MemoryState(0, Catalog.EMPTY, Map.of());

    /** Copies the map. */
    MemoryState {
        tables = Map.copyOf(tables);
    }

    MemoryTable table(TableDefinition table) {
        return table(tables, table);
    }

    static MemoryTable table(Map<Integer, MemoryTable> tables, TableDefinition table) {
        MemoryTable found = tables.get(table.id());
        if (found == null) {
            throw new StoreException(StoreMessages.NO_SUCH_TABLE.text(table.name()));
        }
        return found;
    }
}
