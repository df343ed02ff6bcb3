package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionRole;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Truth;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers for the unloaded collections of one persistence context. */
final class CollectionReader implements CollectionLoader {

    private final Hydration hydration;
    private final RecordLookup lookup;
    private final CollectionOrder order;
    private final CollectionParts parts;
    private final CollectionBeginning beginning;
    private final CollectionSizes sizes;

    CollectionReader(Hydration hydration, RecordLookup lookup) {
        this.hydration = hydration;
        this.lookup = lookup;
        this.order = new CollectionOrder(hydration);
        this.parts = new CollectionParts(this, hydration, lookup);
        this.beginning = new CollectionBeginning(this, parts, hydration);
        this.sizes = new CollectionSizes(this, hydration, lookup);
    }

    @Override
    public Collection<?> load(CollectionState collection) {
        owner(collection);
        Collection<?> offered = takeOffer(collection);
        return offered != null ? offered : hydration.reading(transaction -> read(batch(collection)));
    }

    EntityEntry owner(CollectionState collection) {
        EntityEntry owner = hydration.context().entry(collection.owner());
        if (owner == null) {
            throw new PersistenceException(
                    ContextMessages.CONTEXT_GONE.text(collection.role().description()));
        }
        return owner;
    }

    /** Returns what was read together with another collection, if nothing was written since that it depends on. */
    private @Nullable Collection<?> takeOffer(CollectionState collection) {
        CollectionState.Offer offer = collection.offer();
        collection.offer(null);
        if (offer == null || !isValid(offer, (CollectionLocation) collection.role())) {
            return null;
        }
        return offer.elements();
    }

    @Override
    public Collection<?> present(CollectionState collection, Collection<?> elements) {
        return hydration.context().hasRemovals() && collection.role().holdsEntities()
                ? elements.stream().filter(this::isNotRemoved).toList()
                : elements;
    }

    private boolean isNotRemoved(Object element) {
        Object value = element instanceof Map.Entry<?, ?> entry ? entry.getValue() : element;
        EntityEntry entry = value == null ? null : hydration.context().entry(value);
        return entry == null || !entry.isRemoved();
    }

    private boolean isValid(CollectionState.Offer offer, CollectionLocation location) {
        return isUnchangedSince(offer.moment(), location);
    }

    boolean isUnchangedSince(long moment, CollectionLocation location) {
        PersistenceContext context = hydration.context();
        if (!(location instanceof ToManyLocation toMany)) {
            return true;
        }
        if (toMany.reference() instanceof Reference.InJoinTable join && context.hasWrittenSince(moment, join.table())) {
            return false;
        }
        return !context.hasWrittenSince(moment, toMany.target().table());
    }

    private boolean hasOffer(CollectionState collection) {
        CollectionState.Offer offer = collection.offer();
        return offer != null && isValid(offer, (CollectionLocation) collection.role());
    }

    List<CollectionState> batch(CollectionState touched) {
        return hydration.isIdle()
                ? hydration.unloaded().around(touched, owner(touched).type())
                : List.of(touched);
    }

    /** Tells whether a collection is touched by itself; where it is one of several, it is loaded with them. */
    boolean isAlone(CollectionState touched) {
        List<CollectionState> batch = batch(touched);
        if (batch.size() == 1) {
            return true;
        }
        touched.fill(hydration.reading(transaction -> read(batch)));
        return false;
    }

    /** Reads a collection that is touched, and others with it, whose elements are kept for later. What goes wrong with the others is theirs. */
    private Collection<?> read(List<CollectionState> batch) {
        if (batch.size() > 1) {
            try {
                long moment = hydration.context().writes();
                List<Collection<?>> elements = readAll(batch);
                hydration.settle();
                for (int i = 1; i < batch.size(); i++) {
                    batch.get(i).leaveQueue();
                    batch.get(i).offer(new CollectionState.Offer(elements.get(i), moment));
                }
                return elements.get(0);
            } catch (StoreException failure) {
                throw failure;
            } catch (RuntimeException failureOfAny) {
                hydration.abandon();
                batch.forEach(CollectionState::leaveQueue);
            }
        }
        return readAll(batch.subList(0, 1)).get(0);
    }

    /** Gives collections that are attached their elements in the read that is going on, those of one attribute together. */
    void fill(List<CollectionState> collections) {
        IdentityHashMap<CollectionRole, List<CollectionState>> byRole = new IdentityHashMap<>();
        for (CollectionState collection : collections) {
            if (!collection.isLoaded() && collection.isAttached()) {
                byRole.computeIfAbsent(collection.role(), role -> new ArrayList<>())
                        .add(collection);
            }
        }
        byRole.values().forEach(all -> {
            List<Collection<?>> elements = readAll(all);
            for (int i = 0; i < all.size(); i++) {
                all.get(i).fill(elements.get(i));
            }
        });
    }

    /** Reads the elements of collections of one attribute in the read that is going on, with one request for all of them where one is needed. */
    private List<Collection<?>> readAll(List<CollectionState> collections) {
        CollectionLocation location = (CollectionLocation) collections.get(0).role();
        List<EntityEntry> owners = collections.stream().map(this::owner).toList();
        if (location instanceof ToManyLocation toMany && !(toMany.reference() instanceof Reference.InArray)) {
            return members(owners, toMany).stream()
                    .<Collection<?>>map(members -> order.arrange(toMany, members))
                    .toList();
        }
        List<Collection<?>> all = new ArrayList<>(owners.size());
        for (EntityEntry owner : owners) {
            all.add(owner.isStored() ? elements(owner, location) : List.of());
        }
        hydration.resolve();
        return all;
    }

    private List<Object> elements(EntityEntry owner, CollectionLocation location) {
        RecordView record = Objects.requireNonNull(owner.record());
        List<Object> elements =
                owner.type().layout().transfer().elements(location, record, owner.instance(), hydration);
        if (location instanceof ToManyLocation) {
            elements.forEach(hydration.referred()::await);
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

    /** Returns the elements of rows of one collection, for a map its entries; null if one of the rows has none. */
    @Nullable
    List<?> elements(ToManyLocation location, List<RecordView> rows) {
        EntityType target = hydration.types().of(location.target());
        Reference.InJoinTable join = location.reference() instanceof Reference.InJoinTable table ? table : null;
        Map<Key, RecordView> targets = join == null ? Map.of() : targets(target, join, List.of(rows));
        List<Member> members = new ArrayList<>(rows.size());
        for (RecordView row : rows) {
            RecordView record = join == null ? row : targets.get(Key.of(row, join.fieldsToTarget()));
            if (record != null) {
                add(members, target, row, record);
            }
        }
        return members.size() < rows.size() ? null : order.arrange(location, members);
    }

    private List<List<Member>> members(List<EntityEntry> owners, ToManyLocation location) {
        EntityType target = hydration.types().of(location.target());
        Reference.InJoinTable join = location.reference() instanceof Reference.InJoinTable table ? table : null;
        List<FieldPath> ownerFields = ownerFields(location);
        List<@Nullable Key> values = new ArrayList<>(owners.size());
        for (EntityEntry owner : owners) {
            Key of = owner.isStored() ? AssociationReader.ownerValues(owner, ownerFields) : null;
            values.add(of == null || of.hasNull() ? null : of);
        }
        Map<Key, List<RecordView>> rows =
                lookup.findAll(hydration.transaction(), location, place(location), AssociationReader.present(values));
        Map<Key, RecordView> targets = join == null ? Map.of() : targets(target, join, rows.values());
        List<List<Member>> all = new ArrayList<>(owners.size());
        for (Key of : values) {
            List<Member> members = new ArrayList<>();
            for (RecordView row : of == null ? List.<RecordView>of() : rows.getOrDefault(of, List.of())) {
                RecordView record = join == null ? row : targets.get(Key.of(row, join.fieldsToTarget()));
                if (record != null) {
                    add(members, target, row, record);
                }
            }
            all.add(members);
        }
        return all;
    }

    private void add(List<Member> members, EntityType target, RecordView place, RecordView record) {
        EntityEntry entity = hydration.entity(target, record);
        if (entity != null) {
            members.add(new Member(place, record, entity));
        }
    }

    /** Returns the records of the targets by the values that rows of a join table refer to them by: those in memory as they are there. */
    private Map<Key, RecordView> targets(
            EntityType target, Reference.InJoinTable join, Collection<List<RecordView>> rows) {
        TableDefinition table = target.layout().table();
        Map<Key, RecordView> found = new HashMap<>();
        Set<Key> unknown = new LinkedHashSet<>();
        rows.forEach(of -> of.forEach(row -> unknown.add(Key.of(row, join.fieldsToTarget()))));
        if (AssociationReader.isPrimaryKey(table, join.targetFields())) {
            unknown.removeIf(values -> {
                RecordView record = loaded(target, AssociationReader.keyOf(table, join.targetFields(), values));
                if (record != null) {
                    found.put(values, record);
                }
                return record != null;
            });
        } else {
            RecordLookup.Place place = new RecordLookup.Place(
                    table, join.targetFields(), AssociationReader.indexOver(table, join.targetFields()));
            lookup.findAll(hydration.transaction(), join, place, unknown).forEach((values, records) -> {
                if (!records.isEmpty()) {
                    found.put(values, records.get(0));
                }
            });
            return found;
        }
        List<Key> values = List.copyOf(unknown);
        List<Key> keys = values.stream()
                .map(each -> AssociationReader.keyOf(table, join.targetFields(), each))
                .toList();
        List<@Nullable RecordView> records =
                keys.isEmpty() ? List.of() : hydration.transaction().get(table, keys);
        for (int i = 0; i < keys.size(); i++) {
            RecordView record = records.get(i);
            if (record != null) {
                found.put(values.get(i), record);
            }
        }
        return found;
    }

    private @Nullable RecordView loaded(EntityType target, Key key) {
        EntityEntry entry = hydration.context().entry(target.layout().root(), key);
        return entry == null || !entry.isLoaded() ? null : entry.record();
    }

    static RecordLookup.Place place(ToManyLocation location) {
        return location.reference() instanceof Reference.InTarget inTarget
                ? new RecordLookup.Place(location.target().table(), inTarget.fields(), inTarget.index())
                : AssociationReader.rowsOf((Reference.InJoinTable) location.reference());
    }

    @Override
    public int count(CollectionState collection) {
        int count = stored(collection);
        if (count >= 0) {
            hydration.context().accessed(collection);
        }
        return count;
    }

    int stored(CollectionState collection) {
        ToManyLocation location = inIndex(collection);
        if (location == null) {
            return -1;
        }
        int known = sizes.take(collection, location);
        if (known >= 0) {
            return known;
        }
        Key values = AssociationReader.ownerValues(owner(collection), ownerFields(location));
        return hydration.reading(transaction -> lookup.count(transaction, location, place(location), values));
    }

    /** Returns where the elements are if an index can tell of them: not where some are removed, or read already. */
    @Nullable
    ToManyLocation inIndex(CollectionState collection) {
        return owner(collection).isStored()
                        && !hydration.context().hasRemovals()
                        && collection.role() instanceof ToManyLocation location
                        && !(location.reference() instanceof Reference.InArray)
                        && !hasOffer(collection)
                ? location
                : null;
    }

    static List<FieldPath> ownerFields(ToManyLocation location) {
        return location.reference() instanceof Reference.InTarget inTarget
                ? inTarget.ownerFields()
                : ((Reference.InJoinTable) location.reference()).ownerFields();
    }

    @Override
    public Truth isEmpty(CollectionState collection) {
        ToManyLocation location = inIndex(collection);
        if (location == null) {
            return Truth.UNKNOWN;
        }
        Key values = AssociationReader.ownerValues(owner(collection), ownerFields(location));
        boolean isAny = hydration.reading(transaction -> lookup.exists(transaction, location, place(location), values));
        hydration.context().accessed(collection);
        return Truth.of(!isAny);
    }

    @Override
    public Truth contains(CollectionState collection, @Nullable Object element) {
        EntityEntry owner = owner(collection);
        EntityEntry entry = element == null ? null : hydration.context().entry(element);
        if (entry == null
                || entry.isRemoved()
                || !owner.isStored()
                || !(collection.role() instanceof ToManyLocation location)
                || entry.type().layout().root() != location.target().root()
                || hasOffer(collection)) {
            return Truth.UNKNOWN;
        }
        Truth known = location.reference() instanceof Reference.InTarget inTarget
                ? refersTo(entry, inTarget, AssociationReader.ownerValues(owner, inTarget.ownerFields()))
                : location.reference() instanceof Reference.InJoinTable join
                        ? isLinked(location, join, owner, entry)
                        : Truth.UNKNOWN;
        if (known != Truth.UNKNOWN) {
            hydration.context().accessed(collection);
        }
        return known;
    }

    private Truth refersTo(EntityEntry element, Reference.InTarget reference, Key owner) {
        Key key = element.key();
        RecordView record = element.record();
        if (record != null) {
            return Truth.of(Key.of(record, reference.fields()).equals(owner));
        }
        if (!element.isStored() || key == null) {
            return Truth.UNKNOWN;
        }
        return hydration.reading(transaction -> {
            RecordView now = transaction.get(element.type().layout().table(), key);
            return Truth.of(now != null && Key.of(now, reference.fields()).equals(owner));
        });
    }

    private Truth isLinked(
            ToManyLocation location, Reference.InJoinTable join, EntityEntry owner, EntityEntry element) {
        List<FieldPath> fields = new ArrayList<>(join.fieldsToOwner());
        fields.addAll(join.fieldsToTarget());
        boolean isKnown = AssociationReader.isPrimaryKey(element.type().layout().table(), join.targetFields())
                || element.record() != null;
        if (!element.isStored() || !isKnown || !AssociationReader.isPrimaryKey(join.table(), fields)) {
            return Truth.UNKNOWN;
        }
        List<@Nullable Object> values =
                AssociationReader.ownerValues(owner, join.ownerFields()).parts();
        values.addAll(
                AssociationReader.ownerValues(element, join.targetFields()).parts());
        RecordLookup.Place pair = new RecordLookup.Place(join.table(), fields, null);
        Key key = Key.of(values.toArray());
        return Truth.of(hydration.reading(transaction -> lookup.isLinked(transaction, location, pair, key)));
    }

    @Override
    public Truth containsKey(CollectionState collection, @Nullable Object key) {
        return parts.containsKey(collection, key);
    }

    @Override
    public @Nullable Collection<?> valueOf(CollectionState collection, @Nullable Object key) {
        return parts.valueOf(collection, key);
    }

    @Override
    public @Nullable List<?> elements(CollectionState collection, int from, int count) {
        return parts.elements(collection, from, count);
    }

    @Override
    public CollectionState.@Nullable Page beginning(CollectionState collection, CollectionState.@Nullable Page known) {
        return beginning.of(collection, known);
    }

    @Override
    public CollectionState.@Nullable Page pageWith(CollectionState collection, int index) {
        return parts.pageWith(collection, index);
    }
}
