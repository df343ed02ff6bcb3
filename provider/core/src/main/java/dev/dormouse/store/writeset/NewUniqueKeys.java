package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Keys of unique indexes that a flush is the first of its transaction to write into their tables, compared together and in order: with each other, and with
 * those of the store, where one search serves all that lie between two entries. Only a record that may contradict another is then checked by itself.
 */
final class NewUniqueKeys {

    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record NewKey(long head, byte[] key, byte[] recordKey, RecordView record) implements Comparable<NewKey> {
        @Override
        public int compareTo(NewKey other) {
            return KeyHead.compare(head, key, other.head, other.key);
        }
    }

    private record OneIndex(TableDefinition table, IndexDefinition definition, List<NewKey> keys) {}

    private final IndexedMaps base;
    private final IdentityHashMap<IndexDefinition, OneIndex> indexes = new IdentityHashMap<>(4);
    private final EntryKeys computed = new EntryKeys();

    NewUniqueKeys(IndexedMaps base) {
        this.base = base;
    }

    /** Adds the keys that a record has from now on. */
    void add(TableDefinition table, IndexDefinition index, byte[] recordKey, RecordView record) {
        if (EntryKeys.hasNull(index, record)) {
            return;
        }
        OneIndex known = indexes.get(index);
        if (known == null) {
            known = new OneIndex(table, index, new ArrayList<>());
            indexes.put(index, known);
        }
        computed.compute(index, record, base.indexKeyLimit());
        for (int i = 0; i < computed.count(); i++) {
            byte[] key = computed.key(i).toBytes();
            known.keys.add(new NewKey(KeyHead.of(key, key.length), key, recordKey, record));
        }
    }

    /** Has whatever may be there twice checked. */
    void check(ConstraintCheck check) {
        for (OneIndex index : indexes.values()) {
            index.keys.sort(null);
            for (int i = 1; i < index.keys.size(); i++) {
                NewKey key = index.keys.get(i);
                if (Arrays.equals(key.key, index.keys.get(i - 1).key)) {
                    check.unique(index.table, index.definition, key.recordKey, key.record);
                }
            }
            checkStored(index, check);
        }
    }

    private void checkStored(OneIndex index, ConstraintCheck check) {
        byte[] lowest = index.keys.get(0).key;
        byte[] highest = index.keys.get(index.keys.size() - 1).key;
        KeyRange around = KeyRange.of(lowest, KeyRange.successor(highest));
        try (EntryCursor stored = base.entries(index.table, index.definition, around, false)) {
            if (!stored.next()) {
                return;
            }
            for (NewKey key : index.keys) {
                stored.restart(KeyRange.startingWith(key.key));
                if (isOthers(stored, key)) {
                    check.unique(index.table, index.definition, key.recordKey, key.record);
                }
            }
        }
    }

    private static boolean isOthers(EntryCursor stored, NewKey key) {
        while (stored.next()) {
            if (stored.primaryKey().compareTo(key.recordKey) != 0) {
                return true;
            }
        }
        return false;
    }
}
