package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.LazyLoader;
import dev.dormouse.internal.enhance.LazyReference;
import dev.dormouse.internal.enhance.attribute.TrackedAttributes;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The entities that something refers to: those in memory, lazy references to others, and where there can be none, instances that wait for their state. */
final class ReferredEntities {

    private final PersistenceContext context;
    private final Hydration hydration;
    private final Function<EntityEntry, LazyLoader> lazyLoaders;

    ReferredEntities(PersistenceContext context, Hydration hydration, Function<EntityEntry, LazyLoader> lazyLoaders) {
        this.context = context;
        this.hydration = hydration;
        this.lazyLoaders = lazyLoaders;
    }

    /** Returns the instance with a key, loaded or not; its state is there after {@link Hydration#complete()} if it is wanted eagerly. */
    EntityEntry reference(EntityType declared, Key key, boolean isEager) {
        EntityEntry entry = referenceIfKnown(declared, key, isEager);
        return entry == null
                ? newReference(
                        declared,
                        key,
                        isEager,
                        hydration.transaction().get(declared.layout().table(), key))
                : entry;
    }

    /** As {@link #reference}; null if the instance is not there and cannot be made without its record. */
    @Nullable
    EntityEntry referenceIfKnown(EntityType declared, Key key, boolean isEager) {
        EntityEntry entry = context.entry(declared.layout().root(), key);
        if (entry == null) {
            return declared.hasOneConcreteClass() ? unloaded(declared, key, isEager, null) : null;
        }
        if (isEager && !entry.isLoaded() && entry.isStored()) {
            hydration.await(entry);
        }
        return entry;
    }

    /** Makes the instance of a key whose record says of which class it is. */
    private EntityEntry newReference(EntityType declared, Key key, boolean isEager, @Nullable RecordView view) {
        EntityLayout layout = view == null ? null : declared.layout().of(view);
        if (view == null || layout == null) {
            throw new EntityNotFoundException(ContextMessages.NOT_FOUND.text(
                    declared.describe(declared.layout().id().id(key))));
        }
        return unloaded(hydration.types().of(layout), key, isEager, view.retain());
    }

    /** As {@link #reference}, of many keys with one request; null for null. */
    List<@Nullable EntityEntry> references(EntityType declared, List<@Nullable Key> keys, boolean isEager) {
        Map<Key, @Nullable RecordView> unknown = new LinkedHashMap<>();
        for (Key key : keys) {
            if (key != null && !isKnown(declared, key)) {
                unknown.put(key, null);
            }
        }
        List<Key> wanted = List.copyOf(unknown.keySet());
        List<@Nullable RecordView> views = wanted.isEmpty()
                ? List.of()
                : hydration.transaction().get(declared.layout().table(), wanted);
        for (int i = 0; i < wanted.size(); i++) {
            newReference(declared, wanted.get(i), isEager, views.get(i));
        }
        List<@Nullable EntityEntry> entries = new ArrayList<>(keys.size());
        for (Key key : keys) {
            entries.add(key == null ? null : reference(declared, key, isEager));
        }
        return entries;
    }

    private boolean isKnown(EntityType declared, Key key) {
        return declared.hasOneConcreteClass() || context.entry(declared.layout().root(), key) != null;
    }

    /** Takes in an instance without its state: a lazy reference, or where there can be none, one that waits. */
    private EntityEntry unloaded(EntityType type, Key key, boolean isEager, @Nullable RecordView known) {
        EntityLayout layout = type.layout();
        boolean isLazy = !isEager && layout.lazyReferences().obstacle().isEmpty();
        LazyReference reference = isLazy ? layout.lazyReferences().newReference() : null;
        Object instance = reference == null ? layout.accessor().newInstance() : reference;
        layout.id().set(instance, key);
        EntityEntry entry = context.add(instance, type, key, true);
        if (reference != null) {
            guard(reference, entry);
            hydration.unloaded().add(entry, hydration.readsRows());
        } else {
            entry.record(known);
            entry.awaitsState();
            hydration.await(entry);
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
            entry = unloaded(hydration.types().of(layout), key, isEager, view.retain());
        } else if (isEager && !entry.isLoaded() && entry.isStored()) {
            hydration.await(entry);
        }
        return entry.isRemoved() ? null : entry;
    }

    /** Makes a reference unloaded: it is touched through the loader, and where its class is enhanced, through its fields. */
    void guard(LazyReference reference, EntityEntry entry) {
        entry.unloaded(reference);
        reference.dormouseLoader(lazyLoaders.apply(entry));
        TrackedAttributes.guard(reference, entry.type().layout().transfer().tracked(), hydration.attributes());
    }

    /** Has the state of a referred entity loaded with the next batch. */
    void await(Object instance) {
        EntityEntry entry = context.entry(instance);
        if (entry != null && !entry.isLoaded() && entry.isStored()) {
            hydration.await(entry);
        }
    }
}
