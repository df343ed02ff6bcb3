package dev.dormouse.store.writeset;

import dev.dormouse.store.CheckReport;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks one state and proves that records, indexes and references agree. Used once. */
public final class ConsistencyCheck {

    private static final int MOST_PROBLEMS = 100;

    private final IndexedMaps maps;
    private final List<String> problems = new ArrayList<>();
    private long records;
    private long entries;

    /** Makes one of a state. */
    public ConsistencyCheck(IndexedMaps maps) {
        this.maps = maps;
    }

    /** Checks every table and index. */
    public CheckReport run() {
        for (TableDefinition table : maps.catalog().tables().values()) {
            long[] expected = new long[table.indexes().size()];
            checkRecords(table, expected);
            for (int i = 0; i < expected.length; i++) {
                checkIndex(table, table.indexes().get(i), expected[i]);
            }
        }
        return new CheckReport(records, entries, problems);
    }

    private void problem(TableDefinition table, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(table.name() + ": " + text);
        }
    }

    private void checkRecords(TableDefinition table, long[] expected) {
        EntryKeys keys = new EntryKeys();
        KeyBuffer primaryKey = new KeyBuffer();
        try (ConstraintCheck references = new ConstraintCheck(maps);
                RecordCursor cursor = maps.records(table, KeyRange.ALL, false)) {
            while (cursor.next()) {
                records++;
                RecordView record = cursor.record();
                try {
                    WellFormed.check(table, record.copy());
                    KeyEncoder.primaryKey(primaryKey.clear(), table, record);
                    if (!primaryKey.equals(cursor.key())) {
                        problem(table, "the record under " + cursor.key() + " has the primary key " + primaryKey);
                    }
                    for (Reference reference : maps.catalog().outgoing(table.id())) {
                        references.targets(reference, record);
                    }
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] += keys.compute(table.indexes().get(i), record, maps.indexKeyLimit())
                                .count();
                    }
                } catch (ConstraintViolationException e) {
                    problem(table, String.valueOf(e.getMessage()));
                } catch (StoreException | IllegalArgumentException e) {
                    problem(table, "the record under " + cursor.key() + " cannot be read: " + e.getMessage());
                }
            }
        }
    }

    /**
     * Every entry belongs to a record that has it, and there are as many as the records have: then none is missing. To look each up would take the
     * square of the time where many records share a key.
     */
    private void checkIndex(TableDefinition table, IndexDefinition index, long expected) {
        long count = 0;
        EntryKeys keys = new EntryKeys();
        KeyBuffer earlier = new KeyBuffer();
        KeyBuffer earlierPrimaryKey = new KeyBuffer();
        try (EntryCursor cursor = maps.entries(table, index, KeyRange.ALL, false)) {
            while (cursor.next()) {
                RecordView record = maps.get(table, cursor.primaryKey());
                RecordView before = count > 0 && index.unique() && earlier.equals(cursor.key())
                        ? maps.get(table, earlierPrimaryKey)
                        : null;
                checkEntry(table, index, cursor, record, keys);
                if (record != null && before != null && UniqueRule.contradicts(index, before, record)) {
                    problem(table, "index " + index.name() + " is unique, but has twice: " + cursor.key());
                }
                earlier.clear().put(cursor.key());
                earlierPrimaryKey.clear().put(cursor.primaryKey());
                count++;
            }
        }
        entries += count;
        if (count != expected) {
            problem(table, "index " + index.name() + " has " + count + " entries, not " + expected);
            nameMissing(table, index);
        }
    }

    private void checkEntry(
            TableDefinition table,
            IndexDefinition index,
            EntryCursor cursor,
            @Nullable RecordView record,
            EntryKeys keys) {
        if (record == null) {
            problem(table, "index " + index.name() + " has an entry of no record: " + cursor.primaryKey());
            return;
        }
        try {
            if (!keys.compute(index, record, maps.indexKeyLimit()).contains(cursor.key())) {
                problem(
                        table,
                        "index " + index.name() + " has the entry " + cursor.key() + ", which is none of its record "
                                + cursor.primaryKey());
            }
        } catch (StoreException e) {
            problem(table, "the record under " + cursor.primaryKey() + " cannot be read: " + e.getMessage());
        }
    }

    /** Looks for each entry that a record has; only where some are known to be missing. */
    private void nameMissing(TableDefinition table, IndexDefinition index) {
        EntryKeys keys = new EntryKeys();
        try (RecordCursor cursor = maps.records(table, KeyRange.ALL, false)) {
            while (problems.size() < MOST_PROBLEMS && cursor.next()) {
                keys.compute(index, cursor.record(), maps.indexKeyLimit());
                for (int i = 0; i < keys.count(); i++) {
                    if (!hasEntry(table, index, keys.key(i), cursor.key())) {
                        problem(
                                table,
                                "index " + index.name() + " has no entry " + keys.key(i) + " for " + cursor.key());
                    }
                }
            }
        } catch (StoreException e) {
            problem(table, "a record cannot be read: " + e.getMessage());
        }
    }

    private boolean hasEntry(TableDefinition table, IndexDefinition index, KeyBuffer key, KeyBuffer primaryKey) {
        byte[] wanted = primaryKey.toBytes();
        try (EntryCursor found = maps.entries(table, index, KeyRange.startingWith(key.toBytes()), false)) {
            while (found.next()) {
                if (found.primaryKey().compareTo(wanted) == 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
