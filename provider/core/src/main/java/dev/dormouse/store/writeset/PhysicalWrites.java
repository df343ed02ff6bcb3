package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Derives records and index entries from the newest state and catalog, and writes them. Every check has been made. */
final class PhysicalWrites {

    private final WritableMaps newest;
    private final WriteSet writes;
    private final CommitLog commits;
    private final boolean logsRecords;
    private final boolean logsEntries;
    private final List<CommitLog.RecordId> writtenRecords = new ArrayList<>();
    private final List<CommitLog.EntryId> writtenEntries = new ArrayList<>();
    private final KeyBuffer key = new KeyBuffer();
    private final EntryKeys added = new EntryKeys();
    private EntryKeys[] removed = new EntryKeys[0];

    PhysicalWrites(WritableMaps newest, WriteSet writes, CommitLog commits, CommitLog.Reader reader) {
        this.newest = newest;
        this.writes = writes;
        this.commits = commits;
        this.logsRecords = commits.isWatched(reader);
        this.logsEntries = logsRecords && commits.isWatchedForEntries();
    }

    void run() {
        long version = newest.version() + 1;
        for (TableOverlay overlay : writes.overlays()) {
            TableDefinition table = Commit.table(newest, overlay.table(), overlay.name());
            makeRoom(table.indexes().size());
            try (OwnWalk<PendingRecord> own = overlay.walk(KeyRange.ALL, false)) {
                while (own.next()) {
                    write(table, own.value());
                    if (logsRecords) {
                        writtenRecords.add(new CommitLog.RecordId(table.id(), own.key()));
                    }
                }
            }
        }
        if (logsRecords) {
            commits.add(version, writtenRecords, writtenEntries, logsEntries);
        } else {
            commits.skip(version);
        }
    }

    private void makeRoom(int indexes) {
        if (removed.length < indexes) {
            removed = new EntryKeys[indexes];
            for (int i = 0; i < indexes; i++) {
                removed[i] = new EntryKeys();
            }
        }
    }

    private void write(TableDefinition table, PendingRecord own) {
        key.clear().put(own.key());
        List<FieldChange> changes = own.changes();
        if (changes != null && changes.isEmpty()) {
            return;
        }
        if (!own.existed()) {
            Record record = Objects.requireNonNull(own.whole());
            newest.put(table, key, record);
            writeEntries(table, record, null, false);
            return;
        }
        boolean touchesIndex = changes == null || touchesIndex(table, changes);
        if (changes != null && !touchesIndex && newest.patch(table, key, changes)) {
            return;
        }
        if (touchesIndex) {
            computeRemoved(table, Objects.requireNonNull(newest.get(table, key)), changes);
        }
        if (own.isDeleted()) {
            newest.delete(table, key);
            writeEntries(table, null, null, true);
        } else {
            Record after = (Record) Objects.requireNonNull(own.view(newest, table));
            newest.put(table, key, after);
            writeEntries(table, after, changes, true);
        }
    }

    private static boolean touchesIndex(TableDefinition table, List<FieldChange> changes) {
        for (IndexDefinition index : table.indexes()) {
            if (FieldChanges.touch(changes, index)) {
                return true;
            }
        }
        return false;
    }

    private void computeRemoved(TableDefinition table, RecordView before, @Nullable List<FieldChange> changes) {
        List<IndexDefinition> indexes = table.indexes();
        for (int i = 0; i < indexes.size(); i++) {
            if (changes == null || FieldChanges.touch(changes, indexes.get(i))) {
                removed[i].compute(indexes.get(i), before, newest.indexKeyLimit());
            }
        }
    }

    private void writeEntries(
            TableDefinition table, @Nullable Record after, @Nullable List<FieldChange> changes, boolean existed) {
        List<IndexDefinition> indexes = table.indexes();
        for (int i = 0; i < indexes.size(); i++) {
            IndexDefinition index = indexes.get(i);
            if (changes != null && !FieldChanges.touch(changes, index)) {
                continue;
            }
            if (after == null) {
                added.clear();
            } else {
                added.compute(index, after, newest.indexKeyLimit());
            }
            if (existed) {
                deleteEntries(table, index, removed[i]);
            }
            putEntries(table, index, existed ? removed[i] : null);
        }
    }

    private void deleteEntries(TableDefinition table, IndexDefinition index, EntryKeys before) {
        for (int i = 0; i < before.count(); i++) {
            if (!added.contains(before.key(i))) {
                newest.deleteEntry(table, index, before.key(i), key);
                log(table, index, before.key(i));
            }
        }
    }

    private void putEntries(TableDefinition table, IndexDefinition index, @Nullable EntryKeys before) {
        for (int i = 0; i < added.count(); i++) {
            if (before == null || !before.contains(added.key(i))) {
                newest.putEntry(table, index, added.key(i), key);
                log(table, index, added.key(i));
            }
        }
    }

    private void log(TableDefinition table, IndexDefinition index, KeyBuffer entry) {
        if (logsEntries) {
            writtenEntries.add(new CommitLog.EntryId(table.id(), index.number(), entry.toBytes()));
        }
    }
}
