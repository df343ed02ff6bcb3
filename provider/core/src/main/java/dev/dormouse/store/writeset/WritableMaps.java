package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;

/**
 * The newest state in the hands of the writer. {@link #version()} is the version that the next commit builds on; the store raises it after each
 * {@link CommitUnit} that succeeded. Writes are seen at once by {@code get} and by cursors opened later; open cursors end with the first write.
 */
public interface WritableMaps extends IndexedMaps {

    /** Writes a record, new or instead of the one with this key. The definition is that of {@link #catalog()}. */
    void put(TableDefinition table, KeyBuffer key, Record record);

    /**
     * Changes fields of a record where they lie, decoding nothing.
     *
     * @return false if that is impossible: nothing has changed, and the record is to be written as a whole, or there is none
     */
    default boolean patch(TableDefinition table, KeyBuffer key, List<FieldChange> changes) {
        return false;
    }

    /** Removes a record that exists. */
    void delete(TableDefinition table, KeyBuffer key);

    /** Writes an index entry, unless it exists. */
    void putEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey);

    /** As {@link #putEntry}, of an entry with the index key of the one that was put last, and a higher primary key. */
    default void putNextEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        putEntry(table, index, key, primaryKey);
    }

    /** Removes an index entry that exists. */
    void deleteEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey);

    /** Makes room for a table that the catalog is about to know. */
    void createTable(TableDefinition table);

    /** Removes a table with its records and entries. */
    void dropTable(TableDefinition table);

    /** Removes all records and entries of a table. */
    void truncate(TableDefinition table);

    /** Removes all entries of an index. */
    void dropIndex(TableDefinition table, IndexDefinition index);

    /** Replaces the catalog. */
    void catalog(Catalog newer);
}
