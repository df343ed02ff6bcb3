package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.load.ReferenceRows;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.Change;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the references of a unidirectional {@code @OneToMany} with {@code @JoinColumn}, which are kept in the records of its targets. */
final class TargetChanges {

    private final PersistenceContext context;
    private final EntityKeys keys;
    private final ReferenceRows rows;
    private final FlushChanges changes;
    private final ElementFields fields;

    TargetChanges(PersistenceContext context, EntityKeys keys, ReferenceRows rows, FlushChanges changes) {
        this.context = context;
        this.keys = keys;
        this.rows = rows;
        this.changes = changes;
        this.fields = new ElementFields(context, keys, changes);
    }

    /** Makes the targets that refer to an owner exactly those of its elements, with their positions. */
    void replaceAll(EntityEntry owner, ToManyLocation location, Reference.InTarget reference, Collection<?> elements) {
        TableDefinition table = location.target().table();
        Map<Key, RecordView> referring = new LinkedHashMap<>();
        rows.ofOwner(owner, location, reference).forEach(row -> referring.put(table.keyOf(row), row));
        int position = 0;
        for (Object element : elements) {
            Object target = Objects.requireNonNull(
                    element instanceof Map.Entry<?, ?> pair ? pair.getValue() : element, location.description());
            Key key = keys.key(location, location.target(), target);
            Record wanted = wanted(owner, location, reference, element, position++);
            List<FieldPath> written = written(location, reference, wanted);
            RecordView now = referring.remove(key);
            if (now == null || !Key.of(now, written).equals(Key.of(wanted, written))) {
                set(target, table, key, written, Key.of(wanted, written).parts());
            }
        }
        referring.keySet().forEach(key -> release(location, reference, key));
    }

    /** Changes the references of changed elements, without a look at the others. */
    void change(EntityEntry owner, ToManyLocation location, Reference.InTarget reference, CollectionState state) {
        TableDefinition table = location.target().table();
        for (Object element : state.removed()) {
            EntityEntry entry = context.entry(element);
            Key key = entry == null ? location.target().id().keyOf(element) : entry.key();
            if (key != null && (entry == null || entry.isStored())) {
                release(location, reference, key);
            }
        }
        for (Object element : state.added()) {
            Key key = keys.key(location, location.target(), element);
            Record wanted = wanted(owner, location, reference, element, 0);
            List<FieldPath> written = written(location, reference, wanted);
            set(element, table, key, written, Key.of(wanted, written).parts());
        }
    }

    private Record wanted(
            EntityEntry owner, ToManyLocation location, Reference.InTarget reference, Object element, int position) {
        Record wanted = new Record(location.target().table().type().fields().size());
        fields.owner(wanted, reference.fields(), owner, reference.ownerFields());
        if (location.position() != null) {
            wanted.set(location.position(), position);
        }
        if (location.key() != null && element instanceof Map.Entry<?, ?> pair) {
            fields.mapKey(wanted, location, pair.getKey());
        }
        return wanted;
    }

    /** Returns the fields that the association writes, beside the reference those that are set for position and key. */
    private static List<FieldPath> written(ToManyLocation location, Reference.InTarget reference, Record wanted) {
        List<FieldPath> written = new ArrayList<>(reference.fields());
        for (FieldPath leaf : FieldPath.leaves(location.target().table().type())) {
            if (!written.contains(leaf) && !wanted.isNull(leaf)) {
                written.add(leaf);
            }
        }
        return written;
    }

    private void set(
            Object target, TableDefinition table, Key key, List<FieldPath> paths, List<@Nullable Object> values) {
        EntityEntry entry = context.entry(target);
        if (entry != null) {
            changes.set(entry, key, paths, values);
        } else {
            List<Change.FieldChange> set = new ArrayList<>();
            for (int i = 0; i < paths.size(); i++) {
                set.add(new Change.FieldChange.Set(paths.get(i), values.get(i)));
            }
            changes.patch(table, key, set, Change.Guard.Exists.INSTANCE);
        }
    }

    /** Takes the reference from a target, unless the target is removed. */
    private void release(ToManyLocation location, Reference.InTarget reference, Key key) {
        EntityEntry entry = context.entry(location.target().root(), key);
        if (entry != null && entry.isRemoved()) {
            return;
        }
        List<FieldPath> paths = new ArrayList<>(reference.fields());
        if (location.position() != null) {
            paths.add(location.position());
        }
        List<Change.FieldChange> released = new ArrayList<>();
        paths.forEach(path -> released.add(new Change.FieldChange.Set(path, null)));
        changes.patch(location.target().table(), key, released, Change.Guard.Exists.INSTANCE);
    }
}
