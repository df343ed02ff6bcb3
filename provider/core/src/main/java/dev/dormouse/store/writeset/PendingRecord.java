package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction wants of one record: a whole new one, changes of some fields, or its end. Immutable but for the view that it keeps, so that a cursor
 * opened earlier goes on seeing what it saw.
 */
final class PendingRecord {

    private static final long NEVER = -1;

    private final byte[] key;
    private final boolean existed;
    private final @Nullable Record whole;
    private final @Nullable List<FieldChange> changes;
    private final Guard.@Nullable Version guard;
    private final long unchangedSince;
    private @Nullable Record view;
    private long viewVersion = NEVER;

    private PendingRecord(
            byte[] key,
            boolean existed,
            @Nullable Record whole,
            @Nullable List<FieldChange> changes,
            Guard.@Nullable Version guard,
            long unchangedSince) {
        this.key = key;
        this.existed = existed;
        this.whole = whole;
        this.changes = changes;
        this.guard = guard;
        this.unchangedSince = unchangedSince;
    }

    static PendingRecord inserted(byte[] key, Record record) {
        return new PendingRecord(key, false, record, null, null, NEVER);
    }

    /** The first change of a record that exists in the snapshot. */
    static PendingRecord touched(byte[] key) {
        return new PendingRecord(key, true, null, List.of(), null, NEVER);
    }

    /** The first changes of fields of a record that exists in the snapshot. */
    static PendingRecord patched(byte[] key, List<FieldChange> changes, Guard guard, long snapshot) {
        Guard.Version version = guard instanceof Guard.Version expected ? expected : null;
        return new PendingRecord(
                key, true, null, changes, version, guard instanceof Guard.Unchanged ? snapshot : NEVER);
    }

    /** What was kept outside of the heap. */
    static PendingRecord restored(
            byte[] key,
            boolean existed,
            @Nullable Record whole,
            @Nullable List<FieldChange> changes,
            Guard.@Nullable Version guard,
            long unchangedSince) {
        return new PendingRecord(key, existed, whole, changes, guard, unchangedSince);
    }

    PendingRecord withWhole(Record record) {
        return new PendingRecord(key, existed, record, null, guard, unchangedSince);
    }

    PendingRecord withChanges(List<FieldChange> merged) {
        return new PendingRecord(key, existed, null, merged, guard, unchangedSince);
    }

    PendingRecord deleted() {
        return new PendingRecord(key, existed, null, null, guard, unchangedSince);
    }

    /** Adds a condition on the record of the store. The first version counts, the oldest snapshot too. */
    PendingRecord guarded(Guard added, long snapshot) {
        if (added instanceof Guard.Version version && guard == null && refersToStore(version)) {
            return new PendingRecord(key, existed, whole, changes, version, unchangedSince);
        }
        if (added instanceof Guard.Unchanged && existed && unchangedSince == NEVER) {
            return new PendingRecord(key, existed, whole, changes, guard, snapshot);
        }
        return this;
    }

    private boolean refersToStore(Guard.Version version) {
        return existed && changes != null && !FieldChanges.touch(changes, version.path());
    }

    byte[] key() {
        return key;
    }

    /** Tells whether the store has a record with this key, which must still be there at commit; else none may be. */
    boolean existed() {
        return existed;
    }

    /** Returns the whole new record; null if fields are changed or the record is deleted. */
    @Nullable
    Record whole() {
        return whole;
    }

    /** Returns the changed fields; null if the record is new as a whole or deleted. */
    @Nullable
    List<FieldChange> changes() {
        return changes;
    }

    boolean isDeleted() {
        return whole == null && changes == null;
    }

    Guard.@Nullable Version guard() {
        return guard;
    }

    /** Returns the snapshot since which nobody else may have changed the record; negative if others may. */
    long unchangedSince() {
        return unchangedSince;
    }

    /** Returns the record as the transaction sees it over a state of the store; null if it is deleted, or gone from the store. */
    @Nullable
    RecordView view(IndexedMaps base, TableDefinition table) {
        return changes == null ? whole : changed(base, table, changes);
    }

    private @Nullable Record changed(IndexedMaps base, TableDefinition table, List<FieldChange> fields) {
        if (viewVersion != base.version()) {
            RecordView stored = base.get(table, KeyBuffer.of(key));
            view = stored == null ? null : stored.copy();
            if (view != null) {
                FieldChanges.apply(view, fields);
            }
            viewVersion = base.version();
        }
        return view;
    }

    void forgetView() {
        viewVersion = NEVER;
        view = null;
    }
}
