package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills the fields of a row that say whose element is which: owner, target, key of a map. */
final class ElementFields {

    private final PersistenceContext context;
    private final EntityKeys keys;
    private final FlushChanges changes;

    ElementFields(PersistenceContext context, EntityKeys keys, FlushChanges changes) {
        this.context = context;
        this.keys = keys;
        this.changes = changes;
    }

    void owner(Record row, List<FieldPath> fields, EntityEntry owner, List<FieldPath> ownerFields) {
        for (int i = 0; i < fields.size(); i++) {
            row.set(fields.get(i), ownerValue(owner, ownerFields.get(i)));
        }
    }

    /** Returns the value of a field of an entity as it is or will be stored. */
    @Nullable
    Object ownerValue(EntityEntry owner, FieldPath field) {
        return value(owner, owner.type().layout(), Objects.requireNonNull(owner.key()), field);
    }

    void target(
            Record row,
            Reference.InJoinTable join,
            AssociationLocation location,
            EntityLayout target,
            @Nullable Object element) {
        Object entity = Objects.requireNonNull(element, location.description());
        target(row, join, target, keys.key(location, target, entity), context.entry(entity));
    }

    /** As {@link #target}, for one that left the collection and may have been removed. */
    void formerTarget(Record row, Reference.InJoinTable join, EntityLayout target, Object element) {
        EntityEntry entry = context.entry(element);
        Key key = entry == null ? target.id().keyOf(element) : entry.key();
        target(row, join, target, Objects.requireNonNull(key), entry);
    }

    private void target(
            Record row, Reference.InJoinTable join, EntityLayout target, Key key, @Nullable EntityEntry entry) {
        for (int i = 0; i < join.fieldsToTarget().size(); i++) {
            row.set(
                    join.fieldsToTarget().get(i),
                    value(entry, target, key, join.targetFields().get(i)));
        }
    }

    private @Nullable Object value(@Nullable EntityEntry entry, EntityLayout layout, Key key, FieldPath field) {
        int part = layout.table().primaryKey().indexOf(field);
        if (part >= 0) {
            return key.part(part);
        }
        RecordView record = entry == null ? null : changes.newRecord(entry);
        if (record == null && entry != null) {
            record = entry.record();
        }
        return record == null ? null : record.get(field);
    }

    /** Sets the fields of the key of a map, if it has some of its own. */
    void mapKey(Record row, ToManyLocation location, @Nullable Object key) {
        MapKeyLocation place = location.key();
        if (place instanceof MapKeyLocation.Stored stored) {
            set(row, stored.location(), key);
        } else if (place instanceof MapKeyLocation.Entity entity && key != null) {
            Key value = keys.key(location, entity.target(), key);
            for (int i = 0; i < entity.fields().size(); i++) {
                row.set(entity.fields().get(i), value.part(i));
            }
        }
    }

    private void set(Record row, AttributeLocation location, @Nullable Object value) {
        if (location instanceof BasicLocation basic) {
            row.set(basic.field(), basic.conversion().toStore(value));
        } else if (location instanceof EmbeddedLocation embedded && value != null) {
            embedded.members()
                    .forEach((name, member) -> set(
                            row,
                            member,
                            embedded.get(value, embedded.value().attributes().position(name))));
        } else if (location instanceof ToOneLocation toOne && value != null) {
            Reference.InOwner reference = (Reference.InOwner) toOne.reference();
            Key target = keys.key(toOne, toOne.target(), value);
            for (int i = 0; i < reference.fields().size(); i++) {
                int part = toOne.target()
                        .table()
                        .primaryKey()
                        .indexOf(reference.targetFields().get(i));
                row.set(reference.fields().get(i), target.part(part));
            }
        }
    }
}
