package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Derives records and index entries from the newest state and catalog, and writes them. Every check has been made, but one that a flush left to it. */
final class PhysicalWrites {

    private final WritableMaps newest;
    private final WriteSet writes;
    private final CommitLog commits;
    private final boolean logsRecords;
    private final boolean logsEntries;
    private final List<CommitLog.RecordId> writtenRecords = new ArrayList<>();
    private final List<CommitLog.EntryId> writtenEntries = new ArrayList<>();
    private final KeyBuffer key = new KeyBuffer();

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
            EntryWrites entries = new EntryWrites(newest, table, logsEntries ? writtenEntries : null);
            try (OwnWalk<PendingRecord> own = overlay.walk(KeyRange.ALL, false)) {
                while (own.next()) {
                    write(table, own.value(), entries);
                    if (logsRecords) {
                        writtenRecords.add(new CommitLog.RecordId(table.id(), own.key()));
                    }
                }
            }
            entries.run();
        }
        if (logsRecords) {
            commits.add(version, writtenRecords, writtenEntries, logsEntries);
        } else {
            commits.skip(version);
        }
    }

    private void write(TableDefinition table, PendingRecord own, EntryWrites entries) {
        List<FieldChange> changes = own.changes();
        if (changes != null && changes.isEmpty()) {
            return;
        }
        key.clear().put(own.key());
        boolean touchesIndex = changes == null || entries.areTouched(changes);
        if (changes != null && !touchesIndex && newest.patch(table, key, changes)) {
            return;
        }
        Record after = (Record) own.view(newest, table);
        if (after == null && changes != null) {
            // The flush left it to this look.
            throw Commit.gone(table, own.key());
        }
        if (touchesIndex) {
            entries.before(own.existed() ? Objects.requireNonNull(newest.get(table, key)) : null, changes);
        }
        if (after == null) {
            newest.delete(table, key);
        } else {
            newest.put(table, key, after);
        }
        if (touchesIndex) {
            entries.after(own.key(), after, changes);
        }
    }
}
