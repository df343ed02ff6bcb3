package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Truth;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers for the unloaded collections of one persistence context. */
final class CollectionReader implements CollectionLoader {

    private final Hydration hydration;
    private final RecordLookup lookup;
    private final CollectionOrder order;

    CollectionReader(Hydration hydration, RecordLookup lookup) {
        this.hydration = hydration;
        this.lookup = lookup;
        this.order = new CollectionOrder(hydration);
    }

    @Override
    public Collection<?> load(CollectionState collection) {
        owner(collection);
        return hydration.reading(transaction -> read(collection));
    }

    private EntityEntry owner(CollectionState collection) {
        EntityEntry owner = hydration.context().entry(collection.owner());
        if (owner == null) {
            throw new PersistenceException(
                    ContextMessages.CONTEXT_GONE.text(collection.role().description()));
        }
        return owner;
    }

    /** Reads the elements in the read that is going on. */
    Collection<?> read(CollectionState collection) {
        EntityEntry owner = owner(collection);
        CollectionLocation location = (CollectionLocation) collection.role();
        RecordView record = owner.record();
        if (!owner.isStored()) {
            return List.of();
        }
        if (location instanceof ToManyLocation toMany && !(toMany.reference() instanceof Reference.InArray)) {
            return order.arrange(toMany, members(owner, toMany));
        }
        List<Object> elements = owner.type()
                .layout()
                .transfer()
                .elements(location, Objects.requireNonNull(record), owner.instance(), hydration);
        if (location instanceof ToManyLocation) {
            elements.forEach(hydration::await);
        }
        return elements;
    }

    /**
     * One element with the records that say where it belongs.
     *
     * @param place the row of the join table, or the record of the target where there is none
     * @param record the record of the target
     * @param entity the target
     */
    record Member(RecordView place, RecordView record, EntityEntry entity) {}

    private List<Member> members(EntityEntry owner, ToManyLocation location) {
        EntityType target = hydration.types().of(location.target());
        List<Member> members = new ArrayList<>();
        if (location.reference() instanceof Reference.InTarget inTarget) {
            Key values = AssociationReader.ownerValues(owner, inTarget.ownerFields());
            for (RecordView view : lookup.find(hydration.transaction(), location, place(location, inTarget), values)) {
                add(members, target, view, view);
            }
            return members;
        }
        Reference.InJoinTable join = (Reference.InJoinTable) location.reference();
        Key values = AssociationReader.ownerValues(owner, join.ownerFields());
        List<RecordView> rows = lookup.find(hydration.transaction(), location, AssociationReader.rowsOf(join), values);
        List<@Nullable RecordView> records = targets(target, join, rows);
        for (int i = 0; i < rows.size(); i++) {
            RecordView record = records.get(i);
            if (record != null) {
                add(members, target, rows.get(i), record);
            }
        }
        return members;
    }

    private void add(List<Member> members, EntityType target, RecordView place, RecordView record) {
        EntityEntry entity = hydration.entity(target, record);
        if (entity != null && !entity.isRemoved()) {
            members.add(new Member(place, record, entity));
        }
    }

    private List<@Nullable RecordView> targets(EntityType target, Reference.InJoinTable join, List<RecordView> rows) {
        TableDefinition table = target.layout().table();
        StoreTransaction transaction = hydration.transaction();
        if (AssociationReader.isPrimaryKey(table, join.targetFields())) {
            List<Key> keys = new ArrayList<>(rows.size());
            rows.forEach(row ->
                    keys.add(AssociationReader.keyOf(table, join.targetFields(), Key.of(row, join.fieldsToTarget()))));
            return transaction.get(table, keys);
        }
        List<@Nullable RecordView> found = new ArrayList<>(rows.size());
        for (RecordView row : rows) {
            RecordLookup.Place place = new RecordLookup.Place(table, join.targetFields(), null);
            List<RecordView> one = lookup.find(transaction, join, place, Key.of(row, join.fieldsToTarget()));
            found.add(one.isEmpty() ? null : one.get(0));
        }
        return found;
    }

    private static RecordLookup.Place place(ToManyLocation location, Reference.InTarget inTarget) {
        return new RecordLookup.Place(location.target().table(), inTarget.fields(), inTarget.index());
    }

    @Override
    public int count(CollectionState collection) {
        int count = stored(collection);
        if (count >= 0) {
            hydration.context().accessed(collection);
        }
        return count;
    }

    private int stored(CollectionState collection) {
        EntityEntry owner = owner(collection);
        if (!owner.isStored() || hydration.context().hasRemovals()) {
            return -1;
        }
        if (!(collection.role() instanceof ToManyLocation location)) {
            return -1;
        }
        if (location.reference() instanceof Reference.InTarget inTarget) {
            Key values = AssociationReader.ownerValues(owner, inTarget.ownerFields());
            return hydration.reading(
                    transaction -> lookup.count(transaction, location, place(location, inTarget), values));
        }
        if (location.reference() instanceof Reference.InJoinTable join) {
            Key values = AssociationReader.ownerValues(owner, join.ownerFields());
            return hydration.reading(
                    transaction -> lookup.count(transaction, location, AssociationReader.rowsOf(join), values));
        }
        return -1;
    }

    @Override
    public Truth contains(CollectionState collection, @Nullable Object element) {
        EntityEntry owner = owner(collection);
        EntityEntry entry = element == null ? null : hydration.context().entry(element);
        if (entry == null
                || entry.isRemoved()
                || !owner.isStored()
                || !(collection.role() instanceof ToManyLocation location)
                || !(location.reference() instanceof Reference.InTarget inTarget)) {
            return Truth.UNKNOWN;
        }
        RecordView record = entry.record();
        boolean isTarget = entry.type().layout().root() == location.target().root();
        if (record == null || !isTarget) {
            return Truth.UNKNOWN;
        }
        hydration.context().accessed(collection);
        Key values = AssociationReader.ownerValues(owner, inTarget.ownerFields());
        return Truth.of(Key.of(record, inTarget.fields()).equals(values));
    }

    @Override
    public Truth containsKey(CollectionState collection, @Nullable Object key) {
        return Truth.UNKNOWN;
    }
}
