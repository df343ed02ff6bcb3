package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.load.ReferenceRows;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes the rows of join tables. */
final class JoinTableChanges {

    private final ReferenceRows rows;
    private final FlushChanges changes;
    private final ElementFields fields;

    JoinTableChanges(PersistenceContext context, EntityKeys keys, ReferenceRows rows, FlushChanges changes) {
        this.rows = rows;
        this.changes = changes;
        this.fields = new ElementFields(context, keys, changes);
    }

    /** Makes the row of a reference to one what the instance says. */
    void replace(EntityEntry owner, ToOneLocation location, @Nullable Object target) {
        Reference.InJoinTable join = (Reference.InJoinTable) location.reference();
        List<Record> wanted = new ArrayList<>(1);
        if (target != null) {
            Record row = new Record(join.table().type().fields().size());
            fields.owner(row, join.fieldsToOwner(), owner, join.ownerFields());
            fields.target(row, join, location, location.target(), target);
            wanted.add(row);
        }
        replace(owner, location, join, wanted);
    }

    /** Makes the rows of an owner exactly those of its elements. */
    void replaceAll(EntityEntry owner, ToManyLocation location, Reference.InJoinTable join, Collection<?> elements) {
        List<Record> wanted = new ArrayList<>(elements.size());
        int position = 0;
        for (Object element : elements) {
            wanted.add(row(owner, location, join, element, position++));
        }
        replace(owner, location, join, wanted);
    }

    private void replace(
            EntityEntry owner, AssociationLocation location, Reference.InJoinTable join, List<Record> wanted) {
        TableDefinition table = join.table();
        List<FieldPath> content = content(table);
        Map<Key, Record> missing = new LinkedHashMap<>();
        wanted.forEach(row -> missing.putIfAbsent(Key.of(row, content), row));
        for (RecordView row : rows.ofOwner(owner, location, join)) {
            if (missing.remove(Key.of(row, content)) == null) {
                changes.deleteRow(table, table.keyOf(row));
            }
        }
        missing.values().forEach(row -> changes.insertRow(table, row));
    }

    /** Returns the fields that tell rows apart: all but a hidden number. */
    private static List<FieldPath> content(TableDefinition table) {
        List<FieldPath> content = new ArrayList<>(FieldPath.leaves(table.type()));
        if (table.rowNumbered()) {
            content.removeAll(table.primaryKey());
        }
        return content;
    }

    /** Adds and removes the rows of changed elements, without a look at the others. */
    void change(EntityEntry owner, ToManyLocation location, Reference.InJoinTable join, CollectionState state) {
        TableDefinition table = join.table();
        Map<Key, Record> added = new LinkedHashMap<>();
        for (Object element : state.added()) {
            Record row = row(owner, location, join, element, 0);
            added.putIfAbsent(table.keyOf(row), row);
        }
        if (owner.isStored()) {
            List<Key> keys = List.copyOf(added.keySet());
            List<@Nullable RecordView> known = rows.get(table, keys);
            for (int i = 0; i < keys.size(); i++) {
                if (known.get(i) != null) {
                    added.remove(keys.get(i));
                }
            }
        }
        removeRows(owner, location, join, state);
        added.values().forEach(row -> changes.insertRow(table, row));
    }

    private void removeRows(
            EntityEntry owner, ToManyLocation location, Reference.InJoinTable join, CollectionState state) {
        List<?> removed = state.removed();
        if (removed.isEmpty()) {
            return;
        }
        Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        state.elements().forEach(kept::add);
        Set<Key> gone = new LinkedHashSet<>();
        for (Object element : removed) {
            if (!kept.contains(element)) {
                Record row = new Record(join.table().type().fields().size());
                fields.owner(row, join.fieldsToOwner(), owner, join.ownerFields());
                fields.formerTarget(row, join, location.target(), element);
                gone.add(join.table().keyOf(row));
            }
        }
        gone.forEach(key -> changes.deleteRow(join.table(), key));
    }

    private Record row(
            EntityEntry owner, ToManyLocation location, Reference.InJoinTable join, Object element, int position) {
        Record row = new Record(join.table().type().fields().size());
        Object target = element instanceof Map.Entry<?, ?> pair ? pair.getValue() : element;
        fields.owner(row, join.fieldsToOwner(), owner, join.ownerFields());
        fields.target(row, join, location, location.target(), target);
        if (location.position() != null) {
            row.set(location.position(), position);
        }
        if (location.key() != null && element instanceof Map.Entry<?, ?> pair) {
            fields.mapKey(row, location, pair.getKey());
        }
        return row;
    }

    /** Removes all rows of an owner. */
    void removeAll(EntityEntry owner, AssociationLocation location, Reference.InJoinTable join) {
        for (RecordView row : rows.ofOwner(owner, location, join)) {
            changes.deleteRow(join.table(), join.table().keyOf(row));
        }
    }
}
