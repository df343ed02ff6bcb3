package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.TableRecords;
import dev.dormouse.store.record.TableDefinition;

/**
 * A table of one state of the catalog.
 *
 * @param definition how the state knows it
 * @param maps where it is
 * @param records how its records are written
 */
record LmdbTable(TableDefinition definition, TableMaps maps, TableRecords records) {}
