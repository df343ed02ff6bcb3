package dev.dormouse.internal.context.cascade;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.generate.IdGenerators;
import dev.dormouse.internal.context.load.EntityLoader;
import dev.dormouse.internal.enhance.attribute.AttributeLoader;
import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.mapping.model.CallbackKind;
import dev.dormouse.store.record.Key;
import jakarta.persistence.CascadeType;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;

/** The operations persist, remove, refresh and detach on the entities of one context. */
public final class LifeCycle {

    private final PersistenceContext context;
    private final EntityTypes types;
    private final EntityLoader loader;
    private final IdGenerators generators;

    /** Makes the operations of one entity manager. */
    public LifeCycle(PersistenceContext context, EntityLoader loader, IdGenerators generators) {
        this.context = context;
        this.types = context.types();
        this.loader = loader;
        this.generators = generators;
    }

    PersistenceContext context() {
        return context;
    }

    /** Returns what answers for unloaded collections. */
    public CollectionLoader collections() {
        return loader.collections();
    }

    /** Returns what loads the unloaded attributes of enhanced instances. */
    public AttributeLoader attributes() {
        return loader.attributes();
    }

    EntityLoader loader() {
        return loader;
    }

    IdGenerators generators() {
        return generators;
    }

    /** Makes an instance managed, and what it cascades to (section 3.3.2). */
    public void persist(Object instance) {
        types.ofInstance(instance);
        new CascadeWalk(types, CascadeType.PERSIST, CascadeWalk.Reach.LOADED).from(instance, this::persistOne);
    }

    private boolean persistOne(Object instance) {
        EntityEntry entry = context.entry(instance);
        if (entry == null) {
            persistNew(instance);
            return true;
        }
        if (entry.isRemoved()) {
            context.restore(entry);
        }
        if (!entry.isStored()) {
            entry.trackNew();
        }
        return entry.isLoaded();
    }

    /** Takes a new instance in; those whose ids are part of its own come first. */
    EntityEntry persistNew(Object instance) {
        EntityType type = types.ofInstance(instance);
        if (isReference(type, instance)) {
            throw new EntityExistsException(ContextMessages.DETACHED_PERSISTED.text(describe(type, instance)));
        }
        for (ToOneLocation location : type.layout().id().derivedFrom()) {
            Object parent = type.layout().get(instance, location.path());
            if (parent != null
                    && context.entry(parent) == null
                    && location.attribute().association().cascades(CascadeType.PERSIST)) {
                persistOne(parent);
            }
        }
        boolean isGenerated = generators.isGenerated(type);
        if (isGenerated) {
            generators.generate(type, instance, false);
        }
        type.call(CallbackKind.PRE_PERSIST, instance);
        if (isGenerated) {
            generators.generate(type, instance, true);
        }
        type.layout().id().derive(instance);
        Key key = type.layout().id().keyOf(instance);
        if (key == null && type.layout().id().derivedFrom().isEmpty()) {
            throw new PersistenceException(ContextMessages.NO_ID.text(type.name()));
        }
        EntityEntry added = context.add(instance, type, key, false);
        added.trackNew();
        return added;
    }

    /** Tells whether an instance is a lazy reference, which alone is of another class than its type says. */
    private static boolean isReference(EntityType type, Object instance) {
        return instance.getClass() != type.layout().javaClass();
    }

    /** Marks an instance for removal, and what it cascades to (section 3.3.3). */
    public void remove(Object instance) {
        types.ofInstance(instance);
        new CascadeWalk(types, CascadeType.REMOVE, CascadeWalk.Reach.ALL_AND_ORPHANS).from(instance, this::removeOne);
    }

    private boolean removeOne(Object instance) {
        EntityEntry entry = context.entry(instance);
        if (entry == null) {
            EntityType type = types.ofInstance(instance);
            if (isDetached(type, instance)) {
                throw new IllegalArgumentException(
                        ContextMessages.NOT_MANAGED.text(describe(type, instance), "remove()"));
            }
            return true;
        }
        if (entry.isRemoved()) {
            return false;
        }
        loader.load(entry);
        entry.type().call(CallbackKind.PRE_REMOVE, instance);
        context.remove(entry);
        return true;
    }

    /** Removes an entity that left its parent, if it is managed; what is new, detached or removed is ignored (section 3.3.3). */
    public void removeOrphan(Object instance) {
        EntityEntry entry = context.entry(instance);
        if (entry != null && entry.isManaged()) {
            remove(instance);
        }
    }

    /** Reads an instance again, and what it cascades to (section 3.3.5). */
    public void refresh(Object instance, LockRequest lock) {
        EntityType type = types.ofInstance(instance);
        EntityEntry root = context.entry(instance);
        if (root == null || !root.isManaged()) {
            throw new IllegalArgumentException(ContextMessages.NOT_MANAGED.text(describe(type, instance), "refresh()"));
        }
        List<EntityEntry> reached = new ArrayList<>();
        new CascadeWalk(types, CascadeType.REFRESH, CascadeWalk.Reach.LOADED).from(instance, reachedInstance -> {
            EntityEntry entry = context.entry(reachedInstance);
            if (entry == null || !entry.isManaged() || (!entry.isStored() && entry != root)) {
                return false;
            }
            reached.add(entry);
            return entry.isLoaded();
        });
        for (EntityEntry entry : reached) {
            if (entry == root || entry.isLoaded()) {
                loader.refresh(entry, entry == root ? lock : LockRequest.NONE);
            }
        }
    }

    /** Lets an instance go, and what it cascades to (section 3.3.6). */
    public void detach(Object instance) {
        types.ofInstance(instance);
        List<EntityEntry> reached = new ArrayList<>();
        new CascadeWalk(types, CascadeType.DETACH, CascadeWalk.Reach.LOADED).from(instance, reachedInstance -> {
            EntityEntry entry = context.entry(reachedInstance);
            if (entry != null) {
                reached.add(entry);
            }
            if (entry == null || !entry.isLoaded()) {
                return false;
            }
            context.loadAccessed(reachedInstance);
            return true;
        });
        reached.forEach(context::detach);
    }

    /**
     * Tells whether an instance that this context does not know is detached; otherwise it is new. A generated id tells, and a
     * version that is null; an assigned id is looked up.
     */
    public boolean isDetached(EntityType type, Object instance) {
        if (isReference(type, instance)) {
            return true;
        }
        Key key = type.layout().id().keyOf(instance);
        if (key == null || generators.lacksId(type, instance)) {
            return false;
        }
        VersionLayout version = type.layout().version().orElse(null);
        if (version != null && version.of(instance) == null) {
            return false;
        }
        return generators.isGenerated(type) || loader.record(type, key) != null;
    }

    static String describe(EntityType type, Object instance) {
        Key key = type.layout().id().keyOf(instance);
        return type.describe(key == null ? null : type.layout().id().id(key));
    }
}
