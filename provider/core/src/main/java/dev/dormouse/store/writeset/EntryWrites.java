package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a commit puts into the indexes of one table and removes from them, gathered and then written index by index in the order of their keys: a
 * store finds the place of an entry faster beside the last one. Of many they are written in portions.
 */
final class EntryWrites {

    private static final int PORTION = 8192;

    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record EntryWrite(long head, byte[] key, byte[] primaryKey, boolean isPut)
            implements Comparable<EntryWrite> {
        @Override
        public int compareTo(EntryWrite other) {
            int order = KeyHead.compare(head, key, other.head, other.key);
            return order != 0 ? order : Arrays.compareUnsigned(primaryKey, other.primaryKey);
        }

        /** Tells whether both are put under one key, this one behind the other in order. */
        boolean isPutBehind(EntryWrite before) {
            return isPut
                    && before.isPut
                    && head == before.head
                    && Arrays.equals(key, before.key)
                    && Arrays.compareUnsigned(primaryKey, before.primaryKey) > 0;
        }
    }

    /** One index with what is noted of it. */
    private static final class OneIndex {
        private final IndexDefinition definition;
        private final List<EntryWrite> entries = new ArrayList<>();
        private final EntryKeys removed = new EntryKeys();

        private OneIndex(IndexDefinition definition) {
            this.definition = definition;
        }

        private boolean isTouched(@Nullable List<FieldChange> changes) {
            return changes == null || FieldChanges.touch(changes, definition);
        }
    }

    private final WritableMaps newest;
    private final TableDefinition table;
    private final @Nullable List<CommitLog.EntryId> log;
    private final List<OneIndex> indexes;

    /** The fields of the record itself that, or something below which, an index has. */
    private final BitSet fields = new BitSet();

    private final EntryKeys added = new EntryKeys();
    private final KeyBuffer key = new KeyBuffer();
    private final KeyBuffer primaryKey = new KeyBuffer();
    private int count;

    /**
     * Makes one for a table.
     *
     * @param log to which all entries are added, null for none
     */
    EntryWrites(WritableMaps newest, TableDefinition table, @Nullable List<CommitLog.EntryId> log) {
        this.newest = newest;
        this.table = table;
        this.log = log;
        this.indexes = table.indexes().stream().map(OneIndex::new).toList();
        table.indexes().forEach(index -> index.parts()
                .forEach(part -> fields.set(part.path().ordinal(0))));
    }

    /** Tells whether changed fields are in an index. */
    boolean areTouched(List<FieldChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            if (fields.get(changes.get(i).path().ordinal(0)) && isAnyTouched(changes)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyTouched(List<FieldChange> changes) {
        for (OneIndex index : indexes) {
            if (index.isTouched(changes)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at a record before it is changed or removed; null if the store has none. */
    void before(@Nullable RecordView record, @Nullable List<FieldChange> changes) {
        for (OneIndex index : indexes) {
            index.removed.clear();
            if (record != null && index.isTouched(changes)) {
                index.removed.compute(index.definition, record, newest.indexKeyLimit());
            }
        }
    }

    /** Notes what becomes of the entries of the record that was looked at; null if it is removed. */
    void after(byte[] recordKey, @Nullable RecordView record, @Nullable List<FieldChange> changes) {
        for (OneIndex index : indexes) {
            if (index.isTouched(changes)) {
                added.clear();
                if (record != null) {
                    added.compute(index.definition, record, newest.indexKeyLimit());
                }
                note(index, recordKey, false);
                note(index, recordKey, true);
            }
        }
        if (count >= PORTION) {
            run();
        }
    }

    private void note(OneIndex index, byte[] recordKey, boolean isPut) {
        EntryKeys noted = isPut ? added : index.removed;
        EntryKeys others = isPut ? index.removed : added;
        for (int i = 0; i < noted.count(); i++) {
            if (!others.contains(noted.key(i))) {
                byte[] entry = noted.key(i).toBytes();
                index.entries.add(new EntryWrite(KeyHead.of(entry, entry.length), entry, recordKey, isPut));
                count++;
                if (log != null) {
                    log.add(new CommitLog.EntryId(table.id(), index.definition.number(), entry));
                }
            }
        }
    }

    /** Writes what was noted. */
    void run() {
        for (OneIndex index : indexes) {
            index.entries.sort(null);
            EntryWrite before = null;
            for (EntryWrite entry : index.entries) {
                write(index.definition, entry, before != null && entry.isPutBehind(before));
                before = entry;
            }
            index.entries.clear();
        }
        count = 0;
    }

    private void write(IndexDefinition index, EntryWrite entry, boolean isNext) {
        key.clear().put(entry.key);
        primaryKey.clear().put(entry.primaryKey);
        if (isNext) {
            newest.putNextEntry(table, index, key, primaryKey);
        } else if (entry.isPut) {
            newest.putEntry(table, index, key, primaryKey);
        } else {
            newest.deleteEntry(table, index, key, primaryKey);
        }
    }
}
