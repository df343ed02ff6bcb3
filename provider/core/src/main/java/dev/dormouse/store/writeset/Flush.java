package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes one list of changes into a write set, checking each against the snapshot, and constraints at the end of the list. Used once. */
final class Flush {

    private record Touched(
            TableConstraints constraints,
            TableOverlay overlay,
            boolean isNew,
            @Nullable PendingRecord before,
            PendingRecord after) {}

    private final WriteSet writes;
    private final IndexedMaps base;
    private final Demands demands;
    private final MapStore store;
    private final KeyBuffer key = new KeyBuffer();
    private final List<Touched> touched;
    private final NewKeys newKeys;
    private final Set<TableOverlay> earlier = Collections.newSetFromMap(new IdentityHashMap<>(4));
    private final NewUniqueKeys uniqueKeys;
    private boolean changesAgain;
    private @Nullable TableConstraints known;

    /**
     * What a flush has to see to.
     *
     * @param keyLimit the longest primary key, 0 for any
     * @param checksUnchanged whether every changed record must be unchanged at commit
     * @param since the version since which a record that must be unchanged is
     * @param isLast whether the commit follows, which finds out by itself that a record is gone
     */
    record Demands(int keyLimit, boolean checksUnchanged, long since, boolean isLast) {}

    Flush(WriteSet writes, IndexedMaps base, MapStore store, Demands demands) {
        this.writes = writes;
        this.base = base;
        this.store = store;
        this.demands = demands;
        this.touched = new ArrayList<>();
        this.newKeys = new NewKeys(base);
        this.uniqueKeys = new NewUniqueKeys(base);
        writes.overlays().forEach(earlier::add);
    }

    void run(List<Change> changes) {
        try (newKeys) {
            changes.forEach(this::take);
        }
        checkConstraints();
        writes.checkedAgainst(base.version());
    }

    private void take(Change change) {
        TableConstraints constraints = constraints(change.table());
        TableDefinition table = constraints.table();
        if (change instanceof Change.Insert insert) {
            insert(constraints, insert.record());
        } else if (change instanceof Change.Patch patch) {
            encode(table, patch.key());
            patch(constraints, patch);
        } else if (change instanceof Change.Delete delete) {
            encode(table, delete.key());
            delete(constraints, delete);
        } else if (change instanceof Change.Verify verify) {
            encode(table, verify.key());
            verify(table, verify);
        }
    }

    private TableConstraints constraints(TableDefinition table) {
        TableConstraints last = known;
        if (last == null || last.table().id() != table.id()) {
            last = new TableConstraints(Commit.table(base, table.id(), table.name()), base.catalog());
            known = last;
        }
        return last;
    }

    private void encode(TableDefinition table, dev.dormouse.store.record.Key primaryKey) {
        KeyEncoder.primaryKey(key.clear(), table, primaryKey);
    }

    private void insert(TableConstraints constraints, Record record) {
        TableDefinition table = constraints.table();
        if (table.rowNumbered()) {
            record.set(table.primaryKey().get(0), store.nextRowNumber(table));
        }
        KeyEncoder.primaryKey(key.clear(), table, record);
        int keyLimit = demands.keyLimit();
        if (keyLimit > 0 && key.length() > keyLimit) {
            throw new StoreException(StoreMessages.KEY_TOO_LONG.text(
                    KeyTexts.of(table.keyOf(record)), table.name(), key.length(), keyLimit));
        }
        WellFormed.check(table, record);
        TableOverlay overlay = writes.overlayForChange(table);
        PendingRecord own = overlay.get(key);
        byte[] bytes = key.toBytes();
        boolean exists = own == null ? newKeys.isTaken(table, key, bytes) : own.view(base, table) != null;
        if (exists) {
            throw new ConstraintViolationException(
                    Kind.PRIMARY_KEY,
                    table.name(),
                    table.name(),
                    StoreMessages.DUPLICATE_KEY.text(KeyTexts.of(table.keyOf(record)), table.name()));
        }
        PendingRecord now = own == null ? PendingRecord.inserted(bytes, record) : own.withWhole(record);
        put(constraints, overlay, true, own, now);
    }

    private void patch(TableConstraints constraints, Change.Patch patch) {
        TableDefinition table = constraints.table();
        for (FieldChange change : patch.fields()) {
            WellFormed.check(table, change);
        }
        TableOverlay overlay = writes.overlayForChange(table);
        PendingRecord own = overlay.get(key);
        if (own != null || !isLeftToCommit(constraints, patch)) {
            checkExisting(table, own, patch.guard());
        }
        PendingRecord now;
        if (own == null) {
            now = PendingRecord.patched(key.toBytes(), patch.fields(), patch.guard(), demands.since());
        } else if (own.whole() != null) {
            Record changed = own.whole().copy();
            FieldChanges.apply(changed, patch.fields());
            now = own.guarded(patch.guard(), demands.since()).withWhole(changed);
        } else {
            List<FieldChange> before = Objects.requireNonNull(own.changes());
            now = own.guarded(patch.guard(), demands.since()).withChanges(FieldChanges.merge(before, patch.fields()));
        }
        put(constraints, overlay, false, own, now);
    }

    /** The commit looks the record up anyhow. */
    private boolean isLeftToCommit(TableConstraints constraints, Change.Patch patch) {
        return demands.isLast()
                && !demands.checksUnchanged()
                && patch.guard() instanceof Guard.Exists
                && !patch.fields().isEmpty()
                && !constraints.mayContradict(patch.fields());
    }

    private void delete(TableConstraints constraints, Change.Delete delete) {
        TableDefinition table = constraints.table();
        TableOverlay overlay = writes.overlayForChange(table);
        PendingRecord own = overlay.get(key);
        checkExisting(table, own, delete.guard());
        if (own != null && !own.existed()) {
            overlay.remove(own, base, table);
            changesAgain = true;
            touched.add(new Touched(constraints, overlay, false, own, own));
            return;
        }
        PendingRecord start = own == null ? PendingRecord.touched(key.toBytes()) : own;
        put(
                constraints,
                overlay,
                false,
                own,
                start.guarded(delete.guard(), demands.since()).deleted());
    }

    private void verify(TableDefinition table, Change.Verify verify) {
        TableOverlay overlay = writes.overlay(table.id());
        PendingRecord own = overlay == null ? null : overlay.get(key);
        checkExisting(table, own, verify.guard());
        if (overlay == null || own == null) {
            writes.conditions().add(new WriteSet.Condition(table, key.toBytes(), verify.guard(), demands.since()));
        } else {
            overlay.put(own.guarded(verify.guard(), demands.since()), base, table);
        }
    }

    private void put(
            TableConstraints constraints,
            TableOverlay overlay,
            boolean isNew,
            @Nullable PendingRecord own,
            PendingRecord now) {
        PendingRecord pending = demands.checksUnchanged() ? now.guarded(Guard.Unchanged.INSTANCE, base.version()) : now;
        overlay.put(pending, base, constraints.table());
        changesAgain |= own != null;
        if (pending.changes() == null || own != null || constraints.mayContradict(pending.changes())) {
            touched.add(new Touched(constraints, overlay, isNew, own, pending));
        }
    }

    /** Checks that the transaction sees a record under the key, and that it is as the guard demands. */
    private void checkExisting(TableDefinition table, @Nullable PendingRecord own, Guard guard) {
        boolean isLookedAt = own != null || guard instanceof Guard.Version;
        RecordView view = !isLookedAt ? null : own == null ? base.get(table, key) : own.view(base, table);
        if (isLookedAt ? view == null : !base.contains(table, key)) {
            throw stale(table, StoreMessages.RECORD_GONE.text(text(table), table.name()));
        }
        if (view != null && guard instanceof Guard.Version version && !hasVersion(view, version)) {
            throw stale(table, StoreMessages.VERSION_CHANGED.text(text(table), table.name(), version.expected()));
        }
        if (guard instanceof Guard.Unchanged
                && demands.since() < base.version()
                && store.commits().isChanged(new CommitLog.RecordId(table.id(), key.toBytes()), demands.since())) {
            throw stale(table, StoreMessages.RECORD_CHANGED.text(text(table), table.name()));
        }
    }

    private String text(TableDefinition table) {
        return KeyTexts.of(KeyTexts.decoded(table, key.toBytes()));
    }

    private StaleRecordException stale(TableDefinition table, String text) {
        return new StaleRecordException(table.name(), KeyTexts.decoded(table, key.toBytes()), text);
    }

    static boolean hasVersion(RecordView record, Guard.Version version) {
        FieldPath path = version.path();
        Object actual = record.get(path);
        return ValueOrder.compare((BasicType) path.type(), actual, version.expected()) == 0;
    }

    private void checkConstraints() {
        if (touched.isEmpty()) {
            return;
        }
        MergedMaps merged = new MergedMaps(base, writes);
        try (ConstraintCheck check = new ConstraintCheck(merged)) {
            for (Touched change : touched) {
                PendingRecord now = changesAgain ? change.overlay.get(change.after.key()) : change.after;
                if (now != null && !now.isDeleted()) {
                    checkContent(change, now, check);
                }
                if (!change.isNew) {
                    checkReferrers(change, now, check);
                }
            }
            uniqueKeys.check(check);
        }
    }

    private void checkContent(Touched change, PendingRecord now, ConstraintCheck check) {
        TableDefinition table = change.constraints.table();
        List<IndexDefinition> unique = change.constraints.unique();
        List<Reference> outgoing = change.constraints.outgoing();
        List<FieldChange> changes = now.changes();
        boolean isAmongAll = !changesAgain && !earlier.contains(change.overlay);
        for (int i = 0; i < unique.size(); i++) {
            if (changes == null || FieldChanges.touch(changes, unique.get(i))) {
                if (isAmongAll) {
                    uniqueKeys.add(table, unique.get(i), now.key(), view(table, now));
                } else {
                    check.unique(table, unique.get(i), now.key(), view(table, now));
                }
            }
        }
        for (int i = 0; i < outgoing.size(); i++) {
            if (changes == null
                    || FieldChanges.touch(changes, outgoing.get(i).foreignKey().paths())) {
                check.targets(outgoing.get(i), view(table, now));
            }
        }
    }

    private RecordView view(TableDefinition table, PendingRecord now) {
        return Objects.requireNonNull(now.view(base, table));
    }

    private void checkReferrers(Touched change, @Nullable PendingRecord now, ConstraintCheck check) {
        TableDefinition table = change.constraints.table();
        List<Reference> incoming = change.constraints.incoming();
        for (int i = 0; i < incoming.size(); i++) {
            Reference reference = incoming.get(i);
            List<FieldChange> changes = now == null ? null : now.changes();
            if (changes != null && !FieldChanges.touch(changes, reference.targetPaths())) {
                continue;
            }
            RecordView before = change.before == null
                    ? base.get(table, KeyBuffer.of(change.after.key()))
                    : change.before.view(base, table);
            if (before != null) {
                check.referrers(reference, before, now == null ? null : now.view(base, table));
            }
        }
    }
}
