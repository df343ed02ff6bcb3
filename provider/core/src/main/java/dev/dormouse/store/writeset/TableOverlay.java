package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction's own records of one table, and, once an index is asked for, their entries in it. */
final class TableOverlay {

    /** The own entries of one index over one version of the store. */
    private static final class OwnIndex {
        private final OwnMap<Integer> entries;
        private final long version;
        private final IndexDefinition definition;

        private OwnIndex(OwnMap<Integer> entries, long version, IndexDefinition definition) {
            this.entries = entries;
            this.version = version;
            this.definition = definition;
        }
    }

    private final int table;
    private final String name;
    private final Spilling spilling;
    private final OwnMap<PendingRecord> records;
    private final Map<Integer, OwnIndex> indexes = new HashMap<>(4);
    private final List<OwnMap<Integer>> unused = new ArrayList<>(0);
    private final EntryKeys keys = new EntryKeys();
    private boolean hasPatches;

    TableOverlay(TableDefinition table, Spilling spilling) {
        this.table = table.id();
        this.name = table.name();
        this.spilling = spilling;
        this.records = new OwnMap<>(new PendingForm(table.type(), spilling), spilling);
    }

    String name() {
        return name;
    }

    int table() {
        return table;
    }

    @Nullable
    PendingRecord get(KeyBuffer key) {
        return records.get(key);
    }

    @Nullable
    PendingRecord get(byte[] key) {
        return records.get(key);
    }

    /** Returns the own records as they are now, to be kept by a cursor. */
    OwnMap.Snapshot<PendingRecord> records() {
        return records.snapshot();
    }

    /** Returns how many records more the transaction sees than a state of the store has; negative for fewer. */
    long growth(IndexedMaps base, TableDefinition definition) {
        long growth = 0;
        try (OwnWalk<PendingRecord> all = records.walk(KeyRange.ALL, false)) {
            while (all.next()) {
                boolean stored = base.get(definition, KeyBuffer.of(all.key())) != null;
                boolean seen = all.value().view(base, definition) != null;
                growth += stored == seen ? 0 : seen ? 1 : -1;
            }
        }
        return growth;
    }

    OwnWalk<PendingRecord> walk(KeyRange range, boolean reverse) {
        return records.walk(range, reverse);
    }

    void put(PendingRecord record, IndexedMaps base, TableDefinition definition) {
        PendingRecord earlier = indexes.isEmpty() ? null : records.get(record.key());
        records.put(record.key(), record);
        hasPatches |= record.changes() != null;
        for (OwnIndex index : indexes.values()) {
            if (isCurrent(index, base)) {
                remove(index, earlier, base, definition);
                add(index, record, base, definition);
            }
        }
    }

    /** Forgets an own record that the store never had. */
    void remove(PendingRecord record, IndexedMaps base, TableDefinition definition) {
        records.remove(record.key(), record.key().length);
        for (OwnIndex index : indexes.values()) {
            if (isCurrent(index, base)) {
                remove(index, record, base, definition);
            }
        }
    }

    /** Walks the own entries of an index in its order. */
    OwnWalk<Integer> walk(
            TableDefinition definition, IndexDefinition index, IndexedMaps base, KeyRange range, boolean reverse) {
        OwnIndex own = indexes.get(index.number());
        if (own == null || !isCurrent(own, base) || !own.definition.equals(index)) {
            if (own != null) {
                giveBack(own);
            }
            own = collected(definition, index, base);
            indexes.put(index.number(), own);
        }
        return own.entries.walk(range, reverse);
    }

    private OwnIndex collected(TableDefinition definition, IndexDefinition index, IndexedMaps base) {
        OwnMap<Integer> entries =
                unused.isEmpty() ? new OwnMap<>(EntryForm.INSTANCE, spilling) : unused.remove(unused.size() - 1);
        OwnIndex own = new OwnIndex(entries, base.version(), index);
        try (OwnWalk<PendingRecord> all = records.walk(KeyRange.ALL, false)) {
            while (all.next()) {
                add(own, all.value(), base, definition);
                if (spilling.isOver() && entries.isLarge()) {
                    entries.spill();
                }
            }
        }
        return own;
    }

    private void giveBack(OwnIndex index) {
        index.entries.clear();
        unused.add(index.entries);
    }

    private boolean isCurrent(OwnIndex index, IndexedMaps base) {
        return !hasPatches || index.version == base.version();
    }

    private void add(OwnIndex index, PendingRecord record, IndexedMaps base, TableDefinition definition) {
        RecordView view = record.view(base, definition);
        if (view == null) {
            return;
        }
        keys.compute(index.definition, view, base.indexKeyLimit());
        for (int i = 0; i < keys.count(); i++) {
            int length = keys.key(i).length();
            index.entries.put(keys.key(i).put(record.key()).toBytes(), length);
        }
    }

    private void remove(OwnIndex index, @Nullable PendingRecord record, IndexedMaps base, TableDefinition definition) {
        RecordView view = record == null ? null : record.view(base, definition);
        if (record == null || view == null) {
            return;
        }
        keys.compute(index.definition, view, base.indexKeyLimit());
        for (int i = 0; i < keys.count(); i++) {
            int length = keys.key(i).length();
            index.entries.remove(keys.key(i).put(record.key()).toBytes(), length);
        }
    }

    /** Moves everything out of memory. */
    void spill() {
        records.spill();
        indexes.values().forEach(index -> index.entries.spill());
    }

    void forgetViews() {
        indexes.values().forEach(this::giveBack);
        indexes.clear();
        KeyMap.Walk<PendingRecord> all = records.walkMemory();
        while (all.next()) {
            all.value().forgetView();
        }
    }
}
