package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the target of an association to one that the owner's record does not name by its primary key. */
final class AssociationReader {

    private final Hydration hydration;
    private final RecordLookup lookup;

    AssociationReader(Hydration hydration, RecordLookup lookup) {
        this.hydration = hydration;
        this.lookup = lookup;
    }

    /** Finds the target by the values of other fields than its primary key. */
    @Nullable
    EntityEntry byValues(ToOneLocation location, Key values, boolean isEager) {
        Reference.InOwner reference = (Reference.InOwner) location.reference();
        return byFields(location, location.target(), reference.targetFields(), values, isEager);
    }

    private @Nullable EntityEntry byFields(
            Object owner, EntityLayout target, List<FieldPath> fields, Key values, boolean isEager) {
        EntityType type = hydration.types().of(target);
        if (isPrimaryKey(target.table(), fields)) {
            return hydration.referred().reference(type, keyOf(target.table(), fields, values), isEager);
        }
        RecordLookup.Place place = new RecordLookup.Place(target.table(), fields, indexOver(target.table(), fields));
        List<RecordView> found = lookup.find(hydration.transaction(), owner, place, values);
        return found.isEmpty() ? null : hydration.referred().found(type, found.get(0), isEager);
    }

    /** Finds the target of an inverse side, or behind a join table. */
    @Nullable
    EntityEntry elsewhere(EntityEntry owner, ToOneLocation location, boolean isEager) {
        EntityType type = hydration.types().of(location.target());
        if (location.reference() instanceof Reference.InTarget inTarget) {
            RecordLookup.Place place =
                    new RecordLookup.Place(location.target().table(), inTarget.fields(), inTarget.index());
            Key values = ownerValues(owner, inTarget.ownerFields());
            List<RecordView> found = lookup.find(hydration.transaction(), location, place, values);
            return found.isEmpty() ? null : hydration.referred().found(type, found.get(0), isEager);
        }
        Reference.InJoinTable join = (Reference.InJoinTable) location.reference();
        List<RecordView> rows =
                lookup.find(hydration.transaction(), location, rowsOf(join), ownerValues(owner, join.ownerFields()));
        if (rows.isEmpty()) {
            return null;
        }
        Key target = Key.of(rows.get(0), join.fieldsToTarget());
        return byFields(join, location.target(), join.targetFields(), target, isEager);
    }

    /** Finds the targets of many owners by one association, and sets their attributes. */
    void resolve(ToOneLocation location, List<PendingReference> pending) {
        List<@Nullable EntityEntry> targets = targets(location, pending);
        for (int i = 0; i < pending.size(); i++) {
            EntityEntry target = targets.get(i);
            PendingReference reference = pending.get(i);
            reference.set(target == null ? null : target.instance());
            EntityEntry owner = hydration.context().entry(reference.owner());
            if (owner != null) {
                owner.track();
            }
        }
    }

    private List<@Nullable EntityEntry> targets(ToOneLocation location, List<PendingReference> pending) {
        boolean isEager = !location.attribute().isLazy();
        Reference reference = location.reference();
        if (reference instanceof Reference.InOwner inOwner) {
            List<@Nullable Key> values = new ArrayList<>(pending.size());
            pending.forEach(each -> values.add(each.values()));
            return allByFields(location, location.target(), inOwner.targetFields(), values, isEager);
        }
        if (reference instanceof Reference.InTarget inTarget) {
            RecordLookup.Place place =
                    new RecordLookup.Place(location.target().table(), inTarget.fields(), inTarget.index());
            List<@Nullable Key> values = ownerValues(pending, inTarget.ownerFields());
            return allFound(location, hydration.types().of(location.target()), place, values, isEager);
        }
        Reference.InJoinTable join = (Reference.InJoinTable) reference;
        List<@Nullable Key> owners = ownerValues(pending, join.ownerFields());
        Map<Key, List<RecordView>> rows =
                lookup.findAll(hydration.transaction(), location, rowsOf(join), present(owners));
        List<@Nullable Key> targets = new ArrayList<>(pending.size());
        for (Key owner : owners) {
            List<RecordView> row = rows.getOrDefault(owner, List.of());
            targets.add(row.isEmpty() ? null : Key.of(row.get(0), join.fieldsToTarget()));
        }
        return allByFields(join, location.target(), join.targetFields(), targets, isEager);
    }

    private List<@Nullable Key> ownerValues(List<PendingReference> pending, List<FieldPath> fields) {
        List<@Nullable Key> values = new ArrayList<>(pending.size());
        for (PendingReference each : pending) {
            Key owner = ownerValues(Objects.requireNonNull(hydration.context().entry(each.owner())), fields);
            values.add(owner.hasNull() ? null : owner);
        }
        return values;
    }

    static Set<Key> present(List<@Nullable Key> values) {
        Set<Key> present = new LinkedHashSet<>();
        for (Key value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }

    private List<@Nullable EntityEntry> allByFields(
            Object plan, EntityLayout target, List<FieldPath> fields, List<@Nullable Key> values, boolean isEager) {
        EntityType type = hydration.types().of(target);
        if (isPrimaryKey(target.table(), fields)) {
            List<@Nullable Key> keys = new ArrayList<>(values.size());
            for (Key value : values) {
                keys.add(value == null ? null : keyOf(target.table(), fields, value));
            }
            return hydration.referred().references(type, keys, isEager);
        }
        RecordLookup.Place place = new RecordLookup.Place(target.table(), fields, indexOver(target.table(), fields));
        return allFound(plan, type, place, values, isEager);
    }

    private List<@Nullable EntityEntry> allFound(
            Object plan, EntityType type, RecordLookup.Place place, List<@Nullable Key> values, boolean isEager) {
        Map<Key, List<RecordView>> found = lookup.findAll(hydration.transaction(), plan, place, present(values));
        List<@Nullable EntityEntry> entries = new ArrayList<>(values.size());
        for (Key value : values) {
            List<RecordView> views = value == null ? List.of() : found.getOrDefault(value, List.of());
            entries.add(views.isEmpty() ? null : hydration.referred().found(type, views.get(0), isEager));
        }
        return entries;
    }

    /** Returns the place of the rows of a join table that belong to an owner. */
    static RecordLookup.Place rowsOf(Reference.InJoinTable join) {
        return new RecordLookup.Place(join.table(), join.fieldsToOwner(), join.ownerIndex());
    }

    /** Returns the values of the owner's fields that something refers to. */
    static Key ownerValues(EntityEntry owner, List<FieldPath> fields) {
        List<FieldPath> primaryKey = owner.type().layout().table().primaryKey();
        Key key = Objects.requireNonNull(owner.key());
        if (primaryKey.equals(fields)) {
            return key;
        }
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            int part = primaryKey.indexOf(fields.get(i));
            values[i] = part >= 0
                    ? key.part(part)
                    : Objects.requireNonNull(owner.record()).get(fields.get(i));
        }
        return Key.of(values);
    }

    static boolean isPrimaryKey(TableDefinition table, List<FieldPath> fields) {
        return fields.size() == table.primaryKey().size() && fields.containsAll(table.primaryKey());
    }

    /** Brings values into the order of the primary key. */
    static Key keyOf(TableDefinition table, List<FieldPath> fields, Key values) {
        List<FieldPath> primaryKey = table.primaryKey();
        if (primaryKey.equals(fields)) {
            return values;
        }
        @Nullable Object[] parts = new Object[primaryKey.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = values.part(fields.indexOf(primaryKey.get(i)));
        }
        return Key.of(parts);
    }

    static @Nullable IndexDefinition indexOver(TableDefinition table, List<FieldPath> fields) {
        for (IndexDefinition index : table.indexes()) {
            if (index.parts().size() >= fields.size()
                    && index.parts().subList(0, fields.size()).stream()
                            .allMatch(part -> fields.contains(part.path()))) {
                return index;
            }
        }
        return null;
    }
}
