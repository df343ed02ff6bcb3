package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one flush by kind, and their order: deletes first, so that what they free can be taken again, then inserts, patches, and rows of join
 * tables; the store checks references when it has seen all.
 */
final class FlushChanges {

    private final List<Change> joinDeletes = new ArrayList<>();
    private final List<Change> deletes = new ArrayList<>();
    private final List<Change> inserts = new ArrayList<>();
    private final List<Change> patches = new ArrayList<>();
    private final List<Change> joinInserts = new ArrayList<>();
    private final List<Change> verifications = new ArrayList<>();
    private final List<EntityEntry> inserted = new ArrayList<>();
    private final List<Record> newRecords = new ArrayList<>();

    void insert(EntityEntry entry, TableDefinition table, Record record) {
        inserts.add(new Change.Insert(table, record));
        entry.place(inserted.size());
        inserted.add(entry);
        newRecords.add(record);
    }

    /** Returns the record with which an entity is inserted by this flush, or null. */
    @Nullable
    Record newRecord(EntityEntry entry) {
        int place = entry.place();
        return place < inserted.size() && inserted.get(place) == entry ? newRecords.get(place) : null;
    }

    void patch(TableDefinition table, Key key, List<Change.FieldChange> fields, Change.Guard guard) {
        patches.add(new Change.Patch(table, key, fields, guard));
    }

    /** Sets fields of an entity's record: in its insert if it is new, else by a patch. */
    void set(EntityEntry entry, Key key, List<FieldPath> fields, List<@Nullable Object> values) {
        Record fresh = newRecord(entry);
        List<Change.FieldChange> changes = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            if (fresh != null) {
                fresh.set(fields.get(i), values.get(i));
            } else {
                changes.add(new Change.FieldChange.Set(fields.get(i), values.get(i)));
            }
        }
        if (fresh == null) {
            patch(entry.type().layout().table(), key, changes, Change.Guard.Exists.INSTANCE);
        }
    }

    void delete(TableDefinition table, Key key, Change.Guard guard) {
        deletes.add(new Change.Delete(table, key, guard));
    }

    void insertRow(TableDefinition table, Record row) {
        joinInserts.add(new Change.Insert(table, row));
    }

    void deleteRow(TableDefinition table, Key key) {
        joinDeletes.add(new Change.Delete(table, key, Change.Guard.Exists.INSTANCE));
    }

    void verify(TableDefinition table, Key key, Change.Guard guard) {
        verifications.add(new Change.Verify(table, key, guard));
    }

    List<Change> inOrder() {
        List<Change> all = new ArrayList<>(joinDeletes);
        all.addAll(deletes);
        all.addAll(inserts);
        all.addAll(patches);
        all.addAll(joinInserts);
        all.addAll(verifications);
        return all;
    }
}
