package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.internal.transaction.ReadLease;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.internal.transaction.TransactionScope;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of records, one for each key. What is eager, or found by a record of another table, waits in queues until {@link #complete()} loads it in batches: nothing
 * here recurses along associations, however long they are.
 */
final class Hydration implements References {

    private final PersistenceContext context;
    private final TransactionScope scope;
    private final RecordLookup lookup;
    private final int batchSize;
    private final ReferredEntities referred;
    private final AttributeReader attributes;
    /** Mutable once there is one. */
    private Set<EntityEntry> awaiting = Set.of();

    private final List<CollectionState> eagerCollections = new ArrayList<>();
    private final List<PendingReference> pending = new ArrayList<>();
    private final List<EntityEntry> hydrated = new ArrayList<>();
    private final ArrayDeque<EntityEntry> loaded = new ArrayDeque<>(0);
    private @Nullable Unloaded unloaded;
    private @Nullable AssociationReader associations;
    private @Nullable CollectionReader collections;
    private @Nullable StoreTransaction transaction;
    private boolean readsRows;
    private @Nullable EntityEntry hydrating;

    Hydration(
            PersistenceContext context,
            TransactionScope scope,
            RecordLookup lookup,
            int batchSize,
            Function<EntityEntry, LazyLoader> lazyLoaders) {
        this.context = context;
        this.scope = scope;
        this.lookup = lookup;
        this.batchSize = batchSize;
        this.referred = new ReferredEntities(context, this, lazyLoaders);
        this.attributes = new AttributeReader(this);
    }

    Unloaded unloaded() {
        Unloaded made = unloaded;
        if (made == null) {
            made = new Unloaded(context, batchSize, lookup.isRemote());
            unloaded = made;
        }
        return made;
    }

    private AssociationReader associations() {
        AssociationReader made = associations;
        if (made == null) {
            made = new AssociationReader(this, lookup);
            associations = made;
        }
        return made;
    }

    ReferredEntities referred() {
        return referred;
    }

    /** Tells whether the rows of a query are being read. */
    boolean readsRows() {
        return readsRows;
    }

    PersistenceContext context() {
        return context;
    }

    EntityTypes types() {
        return context.types();
    }

    AttributeReader attributes() {
        return attributes;
    }

    CollectionReader collections() {
        CollectionReader made = collections;
        if (made == null) {
            made = new CollectionReader(this, lookup);
            collections = made;
        }
        return made;
    }

    /** Returns the store transaction of the read that is going on. */
    StoreTransaction transaction() {
        return Objects.requireNonNull(transaction, "no read is going on");
    }

    /** A read with two arguments, so that what is done most often needs no object. */
    @FunctionalInterface
    interface Read<A, B, T> {
        @Nullable
        T in(Hydration hydration, A first, B second);
    }

    /** Runs one read of the application: in the active transaction or a short one; then loads what is eager. */
    @SuppressWarnings("NullAway") // null only where the function returns it
    <T> T reading(Function<StoreTransaction, T> read) {
        return reading((in, given, same) -> given.apply(in.transaction()), read, read);
    }

    /** As {@link #reading(Function)}. */
    <A, B, T> @Nullable T reading(Read<A, B, T> read, A first, B second) {
        scope.confinement().enter();
        try {
            if (transaction != null) {
                return completed(read, first, second);
            }
            try (ReadLease lease = scope.read()) {
                return readingIn(lease.transaction(), read, first, second);
            }
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            scope.confinement().leave();
        }
    }

    /** Makes entities of rows of a query; what is eager is left to {@link #complete()}. */
    <T> T ofRows(StoreTransaction given, Function<StoreTransaction, T> read) {
        boolean before = readsRows;
        readsRows = true;
        try {
            return within(given, read);
        } finally {
            readsRows = before;
        }
    }

    /** Makes the entity of one record in a row of a query, as {@link #entity(EntityType, RecordView)} does; what is eager is left to {@link #complete()}. */
    @Nullable
    EntityEntry entityOfRow(StoreTransaction given, EntityType declared, RecordView view) {
        StoreTransaction before = transaction;
        boolean readRowsBefore = readsRows;
        transaction = given;
        readsRows = true;
        try {
            return entity(declared, view);
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            transaction = before;
            readsRows = readRowsBefore;
        }
    }

    private <T> T within(StoreTransaction given, Function<StoreTransaction, T> read) {
        StoreTransaction before = transaction;
        transaction = given;
        try {
            return read.apply(given);
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            transaction = before;
        }
    }

    private <A, B, T> @Nullable T readingIn(StoreTransaction given, Read<A, B, T> read, A first, B second) {
        StoreTransaction before = transaction;
        transaction = given;
        boolean done = false;
        try {
            T result = completed(read, first, second);
            done = true;
            return result;
        } finally {
            transaction = before;
            if (!done) {
                abandon();
            }
        }
    }

    private <A, B, T> @Nullable T completed(Read<A, B, T> read, A first, B second) {
        T result = read.in(this, first, second);
        complete();
        return result;
    }

    /**
     * Forgets what a read that failed has begun: what it made is detached, what was a reference before is unloaded again, and what waited for its state waits no
     * more.
     */
    void abandon() {
        awaiting.forEach(this::undo);
        awaiting = Set.of();
        hydrated.forEach(this::undo);
        hydrated.clear();
        pending.clear();
        eagerCollections.clear();
        loaded.clear();
    }

    private void undo(EntityEntry entry) {
        if (!(entry.instance() instanceof LazyReference reference)) {
            context.detach(entry);
        } else if (entry.isManaged()) {
            entry.record(null);
            referred.guard(reference, entry);
        }
    }

    /** Tells whether nothing waits to be loaded: a touch in the middle of another load is loaded alone. */
    boolean isIdle() {
        return awaiting.isEmpty() && hydrated.isEmpty() && pending.isEmpty() && eagerCollections.isEmpty();
    }

    /** Takes what was hydrated for complete if nothing waits to be loaded, nor for {@code PostLoad}; tells whether it did. */
    boolean completesAtOnce() {
        boolean complete = awaiting.isEmpty() && pending.isEmpty() && eagerCollections.isEmpty() && loaded.isEmpty();
        if (complete) {
            hydrated.clear();
        }
        return complete;
    }

    /** Loads what is eager, batch after batch, then calls {@code PostLoad}. */
    void complete() {
        settle();
        while (!loaded.isEmpty()) {
            EntityEntry entry = loaded.remove();
            if (entry.isManaged()) {
                entry.type().call(CallbackKind.POST_LOAD, entry.instance());
            }
            settle();
        }
    }

    /** Loads what is eager, batch after batch. */
    void settle() {
        while (!isIdle()) {
            if (!pending.isEmpty()) {
                resolve();
            } else if (!awaiting.isEmpty()) {
                loadAwaiting();
            } else if (!eagerCollections.isEmpty()) {
                loadEagerCollections();
            } else {
                hydrated.clear();
            }
        }
    }

    /** Finds the entities that attributes wait for. */
    void resolve() {
        while (!pending.isEmpty()) {
            IdentityHashMap<ToOneLocation, List<PendingReference>> byLocation = new IdentityHashMap<>();
            List<PendingReference> wanted = List.copyOf(pending);
            pending.clear();
            for (PendingReference each : wanted) {
                byLocation
                        .computeIfAbsent(each.location(), location -> new ArrayList<>())
                        .add(each);
            }
            byLocation.forEach(associations()::resolve);
        }
    }

    private void loadEagerCollections() {
        List<CollectionState> wanted = List.copyOf(eagerCollections);
        eagerCollections.clear();
        collections().fill(wanted);
    }

    private void loadAwaiting() {
        Map<EntityLayout, List<EntityEntry>> byRoot = new LinkedHashMap<>();
        Set<EntityEntry> wanted = awaiting;
        awaiting = Set.of();
        for (EntityEntry entry : wanted) {
            if (entry.isLoaded()) {
                continue;
            }
            RecordView known = entry.record();
            if (known != null) {
                hydrate(entry, known);
            } else {
                byRoot.computeIfAbsent(entry.type().layout().root(), root -> new ArrayList<>())
                        .add(entry);
            }
        }
        byRoot.values().forEach(entries -> {
            List<EntityEntry> missing = loadAll(entries);
            if (!missing.isEmpty()) {
                missing.forEach(this::await);
                throw new EntityNotFoundException(
                        ContextMessages.NOT_FOUND.text(missing.get(0).describe()));
            }
        });
    }

    /** Loads a reference that is touched, and others with it; returns whether its record is there. What goes wrong with the others is theirs. */
    boolean load(EntityEntry touched) {
        List<EntityEntry> batch = isIdle() ? unloaded().around(touched) : List.of(touched);
        if (batch.size() == 1) {
            return loadAll(batch).isEmpty();
        }
        try {
            List<EntityEntry> missing = loadAll(batch);
            settle();
            missing.forEach(EntityEntry::leaveQueue);
            return !missing.contains(touched);
        } catch (StoreException failure) {
            throw failure;
        } catch (RuntimeException failureOfAny) {
            abandon();
            batch.forEach(EntityEntry::leaveQueue);
            return loadAll(List.of(touched)).isEmpty();
        }
    }

    /** Loads entities of one root with one request; returns those whose record is not there. */
    private List<EntityEntry> loadAll(List<EntityEntry> entries) {
        TableDefinition table = entries.get(0).type().layout().table();
        if (entries.size() == 1) {
            RecordView view = transaction()
                    .get(table, Objects.requireNonNull(entries.get(0).key()));
            if (view == null) {
                return entries;
            }
            hydrate(entries.get(0), view);
            view.release();
            return List.of();
        }
        List<Key> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(Objects.requireNonNull(entry.key())));
        List<@Nullable RecordView> views = transaction().get(table, keys);
        List<EntityEntry> missing = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            RecordView view = views.get(i);
            if (view == null) {
                missing.add(entries.get(i));
            } else {
                hydrate(entries.get(i), view);
            }
        }
        return missing;
    }

    /** Returns the entry of a record's entity, with its state; null if the record is of another entity. */
    @Nullable
    EntityEntry entity(EntityType declared, RecordView view) {
        return entity(declared, declared.layout().key(view), view);
    }

    /** As {@link #entity(EntityType, RecordView)}, for a record whose key is known. */
    @Nullable
    EntityEntry entity(EntityType declared, Key key, RecordView view) {
        EntityLayout layout = declared.hasOneConcreteClass()
                        && declared.layout().discriminator().isEmpty()
                ? declared.layout()
                : declared.layout().of(view);
        if (layout == null) {
            return null;
        }
        EntityEntry entry = context.entry(layout.root(), key);
        if (entry == null) {
            EntityType type = layout == declared.layout() ? declared : types().of(layout);
            entry = context.add(layout.accessor().newInstance(), type, key, true);
            entry.awaitsState();
            hydrate(entry, view);
        } else if (!entry.isLoaded() && entry.isStored()) {
            hydrate(entry, view);
        }
        return entry;
    }

    /** Gives an instance its state. */
    void hydrate(EntityEntry entry, RecordView view) {
        if (!entry.isLoaded()) {
            hydrated.add(entry);
        }
        entry.leaveQueue();
        LazyReference reference = entry.unloadedReference();
        LazyLoader loader = reference == null ? null : reference.dormouseLoader();
        if (reference != null) {
            reference.dormouseLoader(null);
        }
        boolean done = false;
        try {
            hydrating = entry;
            entry.record(LoadedState.set(entry, view, this, attributes));
            entry.loaded();
            entry.track();
            done = true;
        } finally {
            if (!done && reference != null) {
                reference.dormouseLoader(loader);
            }
        }
        if (entry.type().hasCallback(CallbackKind.POST_LOAD)) {
            loaded.add(entry);
        }
    }

    /** Has the state of a referred entity loaded with the next batch. */
    void await(EntityEntry entry) {
        if (awaiting.isEmpty()) {
            awaiting = new LinkedHashSet<>();
        }
        awaiting.add(entry);
    }

    private static boolean isEager(ToOneLocation location) {
        return !location.attribute().isLazy();
    }

    @Override
    public Object toOne(ToOneLocation location, Key key) {
        return referred.reference(types().of(location.target()), key, isEager(location))
                .instance();
    }

    @Override
    public @Nullable Object toOneIfKnown(ToOneLocation location, Key key) {
        return instance(referred.referenceIfKnown(types().of(location.target()), key, isEager(location)));
    }

    @Override
    public void await(PendingReference reference) {
        pending.add(reference);
    }

    @Override
    public @Nullable Object toOneByValues(ToOneLocation location, Key values) {
        return instance(associations().byValues(location, values, isEager(location)));
    }

    @Override
    public @Nullable Object toOneElsewhere(Object owner, ToOneLocation location) {
        EntityEntry entry = Objects.requireNonNull(context.entry(owner));
        return instance(associations().elsewhere(entry, location, isEager(location)));
    }

    private EntityType type(Object owner) {
        EntityEntry entry = hydrating;
        return entry != null && entry.instance() == owner
                ? entry.type()
                : Objects.requireNonNull(context.entry(owner)).type();
    }

    private static @Nullable Object instance(@Nullable EntityEntry entry) {
        return entry == null ? null : entry.instance();
    }

    @Override
    public Object collection(Object owner, CollectionLocation location) {
        Object collection = CollectionKinds.unloaded(location, owner, collections());
        CollectionState state = CollectionKinds.state(collection);
        if (!location.attribute().isLazy()) {
            eagerCollections.add(state);
        } else {
            unloaded().add(state, type(owner), readsRows);
        }
        return collection;
    }
}
