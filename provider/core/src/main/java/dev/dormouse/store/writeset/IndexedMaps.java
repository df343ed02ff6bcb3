package dev.dormouse.store.writeset;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * One state of a store: for each table an ordered map from encoded primary key to record, and for each index an ordered set of entries (index key, primary
 * key), both ordered as unsigned bytes. A table is known by its id, an index by its number; other parts of a definition may be older or newer than this
 * state. Used by one thread at a time.
 *
 * <p>Index keys come and go in their stored form, which {@link IndexKeys} makes: a key of {@link #indexKeyLimit()} bytes or more is cut.
 */
public interface IndexedMaps {

    /** Returns the version of this state: the number of commits and schema changes before it. */
    long version();

    /** Returns the catalog of this state. */
    Catalog catalog();

    /** Returns the length at which index keys are cut, at least 64; keys handed in are never longer. */
    int indexKeyLimit();

    /**
     * Returns a record, or null. The view stays good until these maps are closed, of {@link WritableMaps} until the next write.
     *
     * @throws dev.dormouse.store.StoreException if this state knows no such table
     */
    @Nullable
    RecordView get(TableDefinition table, KeyBuffer key);

    /** Tells whether there is a record with this key. */
    default boolean contains(TableDefinition table, KeyBuffer key) {
        return get(table, key) != null;
    }

    /** As {@link #get}, of a record that lies in memory of its own: nobody's next read or end makes the view bad. */
    default @Nullable RecordView take(TableDefinition table, KeyBuffer key) {
        RecordView view = get(table, key);
        return view == null ? null : view.retain();
    }

    /**
     * Returns the record that a unique index has under a key, or null; good for as long as one of {@link #get}.
     *
     * @param key a whole key without nulls, in its stored form, which was not cut: one entry at most has it
     */
    default @Nullable RecordView getUnique(TableDefinition table, IndexDefinition index, KeyBuffer key) {
        try (EntryCursor entries = entries(table, index, KeyRange.startingWith(key.toBytes()), false)) {
            return entries.next() ? entries.record() : null;
        }
    }

    /** Returns how many records a table has. Costs no walk over them. */
    long count(TableDefinition table);

    /** Opens a cursor before the first record of a range. */
    RecordCursor records(TableDefinition table, KeyRange range, boolean reverse);

    /** Opens a cursor before the first entry of a range of stored index keys; ties in the order of the primary key. */
    EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range, boolean reverse);
}
