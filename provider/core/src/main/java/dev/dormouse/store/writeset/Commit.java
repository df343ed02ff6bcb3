package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.lock.LockOwner;
import dev.dormouse.store.lock.LockTable;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the final state of a write set against the newest state and writes it. */
final class Commit implements CommitUnit {

    /** Another transaction has locked a record that is to be written; the commit waits for it outside of the writer. */
    static final class LockedRecordException extends StoreException {
        private static final long serialVersionUID = 1L;
        private final transient TableDefinition table;
        private final transient CommitLog.RecordId id;

        LockedRecordException(TableDefinition table, CommitLog.RecordId id) {
            super("locked");
            this.table = table;
            this.id = id;
        }

        TableDefinition table() {
            return table;
        }

        CommitLog.RecordId id() {
            return id;
        }
    }

    private final WriteSet writes;
    private final @Nullable ReadSet reads;
    private final long snapshot;
    private final CommitLog commits;
    private final CommitLog.Reader reader;
    private final LockTable locks;
    private final LockOwner owner;
    private boolean hasRun;

    /**
     * Makes one.
     *
     * @param reads what a serializable transaction read, all at one snapshot; null at other levels
     * @param snapshot the version of that snapshot
     */
    Commit(
            WriteSet writes,
            @Nullable ReadSet reads,
            long snapshot,
            CommitLog commits,
            CommitLog.Reader reader,
            LockTable locks,
            LockOwner owner) {
        this.writes = writes;
        this.reads = reads;
        this.snapshot = snapshot;
        this.commits = commits;
        this.reader = reader;
        this.locks = locks;
        this.owner = owner;
    }

    @Override
    public void run(WritableMaps newest) {
        if (hasRun) {
            writes.forgetViews();
        }
        hasRun = true;
        if (!locks.isEmpty()) {
            checkLocks(newest);
        }
        if (!writes.isCheckedAgainst(newest.version())) {
            checkReads();
            checkConditions(newest);
            checkOverlays(newest);
        }
        new PhysicalWrites(newest, writes, commits, reader).run();
    }

    private void checkLocks(IndexedMaps newest) {
        for (TableOverlay overlay : writes.overlays()) {
            TableDefinition table = table(newest, overlay.table(), overlay.name());
            try (OwnWalk<PendingRecord> own = overlay.walk(KeyRange.ALL, false)) {
                while (own.next()) {
                    CommitLog.RecordId id = new CommitLog.RecordId(overlay.table(), own.key());
                    if (locks.isLockedByOther(owner, id)) {
                        throw new LockedRecordException(table, id);
                    }
                }
            }
        }
    }

    static TableDefinition table(IndexedMaps maps, int id, String name) {
        TableDefinition table = maps.catalog().table(id);
        if (table == null) {
            throw new StoreException(StoreMessages.NO_SUCH_TABLE.text(name));
        }
        return table;
    }

    private void checkReads() {
        if (reads != null) {
            reads.changed(commits, snapshot).ifPresent(name -> {
                throw new StaleRecordException(name, Key.of(), StoreMessages.READ_CHANGED.text(name));
            });
        }
    }

    private void checkConditions(IndexedMaps newest) {
        for (WriteSet.Condition condition : writes.conditions()) {
            TableOverlay overlay = writes.overlay(condition.table().id());
            TableDefinition table =
                    table(newest, condition.table().id(), condition.table().name());
            PendingRecord own = overlay == null ? null : overlay.get(condition.key());
            if (own == null || own.existed()) {
                long since = condition.guard() instanceof Guard.Unchanged ? condition.snapshot() : -1;
                Guard.Version version = condition.guard() instanceof Guard.Version v ? v : null;
                checkStored(newest, table, condition.key(), version, since);
            }
        }
    }

    private void checkOverlays(IndexedMaps newest) {
        try (ConstraintCheck check = new ConstraintCheck(new MergedMaps(newest, writes))) {
            for (TableOverlay overlay : writes.overlays()) {
                TableDefinition table = table(newest, overlay.table(), overlay.name());
                try (OwnWalk<PendingRecord> own = overlay.walk(KeyRange.ALL, false)) {
                    while (own.next()) {
                        PendingRecord pending = own.value();
                        checkExistence(newest, table, pending);
                        checkConstraints(newest, table, pending, check);
                    }
                }
            }
        }
    }

    private void checkExistence(IndexedMaps newest, TableDefinition table, PendingRecord own) {
        if (own.existed()) {
            checkStored(newest, table, own.key(), own.guard(), own.unchangedSince());
        } else if (newest.get(table, KeyBuffer.of(own.key())) != null) {
            Key key = KeyTexts.decoded(table, own.key());
            throw new ConstraintViolationException(
                    Kind.PRIMARY_KEY,
                    table.name(),
                    table.name(),
                    StoreMessages.DUPLICATE_KEY.text(KeyTexts.of(key), table.name()));
        }
    }

    private void checkStored(
            IndexedMaps newest,
            TableDefinition table,
            byte[] key,
            Guard.@Nullable Version version,
            long unchangedSince) {
        RecordView stored = newest.get(table, KeyBuffer.of(key));
        if (stored == null) {
            throw gone(table, key);
        }
        if (version != null && !Flush.hasVersion(stored, version)) {
            throw stale(
                    table, key, StoreMessages.VERSION_CHANGED.text(text(table, key), table.name(), version.expected()));
        }
        if (unchangedSince >= 0 && commits.isChanged(new CommitLog.RecordId(table.id(), key), unchangedSince)) {
            throw stale(table, key, StoreMessages.RECORD_CHANGED.text(text(table, key), table.name()));
        }
    }

    private static String text(TableDefinition table, byte[] key) {
        return KeyTexts.of(KeyTexts.decoded(table, key));
    }

    static StaleRecordException gone(TableDefinition table, byte[] key) {
        return stale(table, key, StoreMessages.RECORD_GONE.text(text(table, key), table.name()));
    }

    private static StaleRecordException stale(TableDefinition table, byte[] key, String text) {
        return new StaleRecordException(table.name(), KeyTexts.decoded(table, key), text);
    }

    private static void checkConstraints(
            IndexedMaps newest, TableDefinition table, PendingRecord own, ConstraintCheck check) {
        List<FieldChange> changes = own.changes();
        if (!own.isDeleted()) {
            for (IndexDefinition index : table.indexes()) {
                if (index.unique() && (changes == null || FieldChanges.touch(changes, index))) {
                    check.unique(table, index, own.key(), view(newest, table, own));
                }
            }
            for (Reference reference : newest.catalog().outgoing(table.id())) {
                if (changes == null
                        || FieldChanges.touch(changes, reference.foreignKey().paths())) {
                    check.targets(reference, view(newest, table, own));
                }
            }
        }
        if (own.existed()) {
            for (Reference reference : newest.catalog().incoming(table.id())) {
                if (changes == null || FieldChanges.touch(changes, reference.targetPaths())) {
                    RecordView before = Objects.requireNonNull(newest.get(table, KeyBuffer.of(own.key())));
                    check.referrers(reference, before, own.view(newest, table));
                }
            }
        }
    }

    private static RecordView view(IndexedMaps newest, TableDefinition table, PendingRecord own) {
        return Objects.requireNonNull(own.view(newest, table));
    }
}
