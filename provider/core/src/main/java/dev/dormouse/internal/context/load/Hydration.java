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
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of records, one for each key. What is eager waits in queues until {@link #complete()} loads it in batches: nothing
 * here recurses along associations, however long they are.
 */
final class Hydration implements References {

    private final PersistenceContext context;
    private final TransactionScope scope;
    private final LazyLoader lazyLoader;
    private final AssociationReader associations;
    private final CollectionReader collections;
    private final Set<EntityEntry> awaiting = new LinkedHashSet<>();
    private final ArrayDeque<CollectionState> eagerCollections = new ArrayDeque<>();
    private final ArrayDeque<EntityEntry> loaded = new ArrayDeque<>();
    private @Nullable StoreTransaction transaction;

    Hydration(PersistenceContext context, TransactionScope scope, RecordLookup lookup, LazyLoader lazyLoader) {
        this.context = context;
        this.scope = scope;
        this.lazyLoader = lazyLoader;
        this.associations = new AssociationReader(this, lookup);
        this.collections = new CollectionReader(this, lookup);
    }

    PersistenceContext context() {
        return context;
    }

    EntityTypes types() {
        return context.types();
    }

    CollectionReader collections() {
        return collections;
    }

    /** Returns the store transaction of the read that is going on. */
    StoreTransaction transaction() {
        return Objects.requireNonNull(transaction, "no read is going on");
    }

    /** Runs one read of the application: in the active transaction or a short one; then loads what is eager. */
    <T> T reading(Function<StoreTransaction, T> read) {
        scope.confinement().enter();
        try {
            StoreTransaction current = transaction;
            if (current != null) {
                return completed(read, current);
            }
            try (ReadLease lease = scope.read()) {
                return readingIn(lease.transaction(), read);
            }
        } catch (StoreException failure) {
            throw StoreFailures.translate(failure, null);
        } finally {
            scope.confinement().leave();
        }
    }

    /** Runs a read in a given store transaction; what is eager is left to {@link #complete()}. */
    <T> T within(StoreTransaction given, Function<StoreTransaction, T> read) {
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

    private <T> T readingIn(StoreTransaction given, Function<StoreTransaction, T> read) {
        boolean done = false;
        try {
            T result = within(given, in -> completed(read, in));
            done = true;
            return result;
        } finally {
            if (!done) {
                abandon();
            }
        }
    }

    private <T> T completed(Function<StoreTransaction, T> read, StoreTransaction in) {
        T result = read.apply(in);
        complete();
        return result;
    }

    /** Forgets instances that wait for their state: the read that wanted them failed. */
    void abandon() {
        awaiting.forEach(context::detach);
        awaiting.clear();
        eagerCollections.clear();
        loaded.clear();
    }

    /** Loads what is eager, batch after batch, then calls {@code PostLoad}. */
    void complete() {
        while (true) {
            if (!awaiting.isEmpty()) {
                loadAwaiting();
            } else if (!eagerCollections.isEmpty()) {
                CollectionState collection = eagerCollections.remove();
                if (!collection.isLoaded() && collection.isAttached()) {
                    collection.fill(collections.read(collection));
                }
            } else if (!loaded.isEmpty()) {
                EntityEntry entry = loaded.remove();
                if (entry.isManaged()) {
                    entry.type().call(CallbackKind.POST_LOAD, entry.instance());
                }
            } else {
                return;
            }
        }
    }

    private void loadAwaiting() {
        Map<EntityLayout, List<EntityEntry>> byRoot = new LinkedHashMap<>();
        List<EntityEntry> wanted = List.copyOf(awaiting);
        awaiting.clear();
        for (EntityEntry entry : wanted) {
            RecordView known = entry.record();
            if (entry.isLoaded()) {
                continue;
            }
            if (known != null) {
                hydrate(entry, known);
            } else {
                byRoot.computeIfAbsent(entry.type().layout().root(), root -> new ArrayList<>())
                        .add(entry);
            }
        }
        byRoot.values().forEach(this::loadBatch);
    }

    private void loadBatch(List<EntityEntry> entries) {
        List<Key> keys = new ArrayList<>(entries.size());
        entries.forEach(entry -> keys.add(Objects.requireNonNull(entry.key())));
        List<@Nullable RecordView> views =
                transaction().get(entries.get(0).type().layout().table(), keys);
        for (int i = 0; i < entries.size(); i++) {
            RecordView view = views.get(i);
            EntityEntry entry = entries.get(i);
            if (view == null) {
                awaiting.addAll(entries.subList(i, entries.size()));
                throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(entry.describe()));
            }
            hydrate(entry, view);
        }
    }

    /** Returns the entry of a record's entity, with its state; null if the record is of another entity. */
    @Nullable
    EntityEntry entity(EntityType declared, RecordView view) {
        EntityLayout layout = declared.hasOneConcreteClass()
                        && declared.layout().discriminator().isEmpty()
                ? declared.layout()
                : declared.layout().of(view);
        if (layout == null) {
            return null;
        }
        Key key = layout.key(view);
        EntityEntry entry = context.entry(layout.root(), key);
        if (entry == null) {
            EntityType type = types().of(layout);
            entry = context.add(layout.accessor().newInstance(), type, key, true);
            entry.awaitsState(true);
            hydrate(entry, view);
        } else if (!entry.isLoaded() && entry.isStored()) {
            hydrate(entry, view);
        }
        return entry;
    }

    /** Gives an instance its state. */
    void hydrate(EntityEntry entry, RecordView view) {
        RecordView kept = view.retain();
        Object instance = entry.instance();
        LazyReference reference = instance instanceof LazyReference lazy ? lazy : null;
        LazyLoader loader = reference == null ? null : reference.dormouseLoader();
        if (reference != null) {
            reference.dormouseLoader(null);
        }
        boolean done = false;
        try {
            entry.type().layout().transfer().hydrate(kept, instance, this);
            entry.record(kept);
            entry.awaitsState(false);
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

    /** Returns the instance with a key, loaded or not; its state is there after {@link #complete()} if it is wanted eagerly. */
    EntityEntry reference(EntityType declared, Key key, boolean isEager) {
        EntityEntry entry = context.entry(declared.layout().root(), key);
        if (entry == null) {
            entry = newReference(declared, key, isEager);
        }
        if (isEager && !entry.isLoaded() && entry.isStored()) {
            awaiting.add(entry);
        }
        return entry;
    }

    private EntityEntry newReference(EntityType declared, Key key, boolean isEager) {
        if (declared.hasOneConcreteClass()) {
            return unloaded(declared, key, isEager, null);
        }
        RecordView view = transaction().get(declared.layout().table(), key);
        EntityLayout layout = view == null ? null : declared.layout().of(view);
        if (view == null || layout == null) {
            throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(
                    declared.describe(declared.layout().id().id(key))));
        }
        return unloaded(types().of(layout), key, isEager, view.retain());
    }

    /** Has the state of a referred entity loaded with the next batch. */
    void await(Object instance) {
        EntityEntry entry = context.entry(instance);
        if (entry != null && !entry.isLoaded() && entry.isStored()) {
            awaiting.add(entry);
        }
    }

    /** Takes in an instance without its state: a lazy reference, or where there can be none, one that waits. */
    private EntityEntry unloaded(EntityType type, Key key, boolean isEager, @Nullable RecordView known) {
        EntityLayout layout = type.layout();
        boolean isLazy = !isEager && layout.lazyReferences().obstacle().isEmpty();
        Object instance = isLazy
                ? layout.lazyReferences().newReference()
                : layout.accessor().newInstance();
        layout.id().set(instance, key);
        EntityEntry entry = context.add(instance, type, key, true);
        if (isLazy) {
            ((LazyReference) instance).dormouseLoader(lazyLoader);
        } else {
            entry.record(known);
            entry.awaitsState(true);
            awaiting.add(entry);
        }
        return entry;
    }

    /** Returns the instance of a record that was found although only a reference is wanted. */
    @Nullable
    EntityEntry found(EntityType declared, RecordView view, boolean isEager) {
        EntityLayout layout = declared.layout().of(view);
        if (layout == null) {
            return null;
        }
        Key key = layout.key(view);
        EntityEntry entry = context.entry(layout.root(), key);
        if (entry == null) {
            entry = unloaded(types().of(layout), key, isEager, view.retain());
        } else if (isEager && !entry.isLoaded() && entry.isStored()) {
            awaiting.add(entry);
        }
        return entry.isRemoved() ? null : entry;
    }

    private static boolean isEager(ToOneLocation location) {
        return !location.attribute().isLazy();
    }

    @Override
    public Object toOne(ToOneLocation location, Key key) {
        return reference(types().of(location.target()), key, isEager(location)).instance();
    }

    @Override
    public @Nullable Object toOneByValues(ToOneLocation location, Key values) {
        return instance(associations.byValues(location, values, isEager(location)));
    }

    @Override
    public @Nullable Object toOneElsewhere(Object owner, ToOneLocation location) {
        EntityEntry entry = Objects.requireNonNull(context.entry(owner));
        return instance(associations.elsewhere(entry, location, isEager(location)));
    }

    private static @Nullable Object instance(@Nullable EntityEntry entry) {
        return entry == null ? null : entry.instance();
    }

    @Override
    public Object collection(Object owner, CollectionLocation location) {
        Object collection = CollectionKinds.unloaded(location, owner, collections);
        if (!location.attribute().isLazy()) {
            eagerCollections.add(CollectionKinds.state(collection));
        }
        return collection;
    }
}
