package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentList;
import dev.dormouse.internal.enhance.collection.PersistentMap;
import dev.dormouse.internal.enhance.collection.PersistentSet;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.internal.layout.PendingReference;
import dev.dormouse.internal.layout.References;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.Truth;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instances by entity and key, made on demand with their id only; collections that read the arrays of one record. */
final class ReferenceWorld implements References, KeySource, CollectionLoader {

    private final Map<Key, Object> instances = new HashMap<>();
    private final IdentityHashMap<Object, Record> records = new IdentityHashMap<>();
    private final IdentityHashMap<Object, EntityLayout> layouts = new IdentityHashMap<>();

    private static Key instanceKey(EntityLayout layout, Key key) {
        return Key.of(layout.root().model().name(), key.toString());
    }

    void put(EntityLayout layout, Object instance) {
        Key key = Objects.requireNonNull(layout.id().keyOf(instance));
        instances.put(instanceKey(layout, key), instance);
    }

    /** Makes a new instance from a record; its lazy collections read that record. */
    Object hydrate(EntityLayout layout, Record record) {
        Object instance = layout.accessor().newInstance();
        records.put(instance, record);
        layouts.put(instance, layout);
        layout.transfer().hydrate(record, instance, this);
        return instance;
    }

    @Override
    public Object toOne(ToOneLocation location, Key key) {
        return instances.computeIfAbsent(instanceKey(location.target(), key), k -> {
            Object instance = location.target().accessor().newInstance();
            location.target().id().set(instance, key);
            return instance;
        });
    }

    @Override
    public Object toOneIfKnown(ToOneLocation location, Key key) {
        return toOne(location, key);
    }

    @Override
    public void await(PendingReference pending) {
        Key values = pending.values();
        pending.set(
                values == null
                        ? toOneElsewhere(pending.owner(), pending.location())
                        : toOneByValues(pending.location(), values));
    }

    @Override
    public @Nullable Object toOneByValues(ToOneLocation location, Key values) {
        throw new UnsupportedOperationException(location.description());
    }

    @Override
    public @Nullable Object toOneElsewhere(Object owner, ToOneLocation location) {
        return null;
    }

    @Override
    public Object collection(Object owner, CollectionLocation location) {
        return switch (location.collection().kind()) {
            case COLLECTION, LIST -> PersistentList.unloaded(location, owner, this);
            case SET -> PersistentSet.unloaded(location, owner, this);
            case MAP -> PersistentMap.unloaded(location, owner, this);
        };
    }

    @Override
    public Key key(AssociationLocation location, EntityLayout target, Object entity) {
        Key key = target.id().keyOf(entity);
        if (key == null) {
            throw new IllegalStateException("transient: " + entity);
        }
        return key;
    }

    @Override
    public Collection<?> load(CollectionState collection) {
        Object owner = collection.owner();
        EntityLayout layout = Objects.requireNonNull(layouts.get(owner));
        return layout.transfer()
                .elements(
                        (CollectionLocation) collection.role(),
                        Objects.requireNonNull(records.get(owner)),
                        owner,
                        this);
    }

    @Override
    public int count(CollectionState collection) {
        return -1;
    }

    @Override
    public Truth isEmpty(CollectionState collection) {
        return Truth.UNKNOWN;
    }

    @Override
    public Truth contains(CollectionState collection, @Nullable Object element) {
        return Truth.UNKNOWN;
    }

    @Override
    public Truth containsKey(CollectionState collection, @Nullable Object key) {
        return Truth.UNKNOWN;
    }

    List<String> changes(EntityLayout layout, Object instance, Record loaded) {
        return layout.transfer().diff(instance, loaded, this).stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.path())
                .toList();
    }
}
