package dev.dormouse.internal.context.load;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.enhance.LoadQueue;
import dev.dormouse.internal.enhance.attribute.UnloadedAttribute;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.CollectionLocation;
import dev.dormouse.internal.layout.EntityLayout;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lazy references, collections and attributes of enhanced instances of one context that are not loaded yet: references by root entity, collections and
 * attributes by attribute.
 */
final class Unloaded {

    private final PersistenceContext context;
    private final int limit;
    private final boolean remote;
    private final Map<EntityLayout, LoadQueue<EntityEntry>> references = new HashMap<>();
    /** The root that was asked for last, and its queue: references come in runs. */
    private @Nullable EntityLayout lastRoot;

    private @Nullable LoadQueue<EntityEntry> lastQueue;
    private final IdentityHashMap<CollectionLocation, LoadQueue<CollectionState>> collections =
            new IdentityHashMap<>(2);
    private final Map<EntityType, Map<Integer, LoadQueue<UnloadedAttribute>>> attributes = new HashMap<>();

    /**
     * Makes it for a context.
     *
     * @param limit how many are loaded together at most
     * @param remote whether a request takes longer than some records
     */
    Unloaded(PersistenceContext context, int limit, boolean remote) {
        this.context = context;
        this.remote = remote;
        this.limit = limit;
    }

    /** Returns how many are loaded together at most. */
    int limit() {
        return limit;
    }

    private LoadQueue<EntityEntry> queue(EntityEntry entry) {
        EntityLayout root = entry.type().layout().root();
        LoadQueue<EntityEntry> known = lastQueue;
        if (known == null || root != lastRoot) {
            known = references.computeIfAbsent(root, one -> new LoadQueue<>(limit, remote));
            lastQueue = known;
            lastRoot = root;
        }
        return known;
    }

    private LoadQueue<CollectionState> queue(CollectionLocation location, EntityType owner) {
        return collections.computeIfAbsent(
                location, role -> new LoadQueue<>(owner.slot(role).refersToEntities() ? limit : 1));
    }

    void add(EntityEntry reference, boolean ofRows) {
        queue(reference).add(reference, ofRows);
    }

    void add(CollectionState collection, EntityType owner, boolean ofRows) {
        queue((CollectionLocation) collection.role(), owner).add(collection, ofRows);
    }

    private LoadQueue<UnloadedAttribute> queue(EntityType type, int attribute) {
        return attributes
                .computeIfAbsent(type, owner -> new HashMap<>())
                .computeIfAbsent(attribute, position -> new LoadQueue<>(limit));
    }

    void add(UnloadedAttribute attribute, EntityType type, boolean ofRows) {
        queue(type, attribute.number()).add(attribute, ofRows);
    }

    /** Returns an attribute of an enhanced instance that is touched, and those of others that are to be loaded with it. */
    List<UnloadedAttribute> around(UnloadedAttribute touched, EntityType type) {
        return queue(type, touched.number()).around(touched, this::isWanted);
    }

    private boolean isWanted(UnloadedAttribute attribute) {
        EntityEntry owner = context.entry(attribute.instance());
        return owner != null && owner.isManaged() && owner.isStored() && attribute.isWanted();
    }

    /** Returns a reference that is touched, and those that are to be loaded with it. */
    List<EntityEntry> around(EntityEntry touched) {
        return queue(touched).around(touched, entry -> entry.isManaged() && entry.isStored() && !entry.isLoaded());
    }

    /** Returns a collection that is touched, and those that are to be loaded with it. */
    List<CollectionState> around(CollectionState touched, EntityType owner) {
        return queue((CollectionLocation) touched.role(), owner).around(touched, this::isWanted);
    }

    /** An attribute may have got another value, or its owner gone, since the collection was made. */
    private boolean isWanted(CollectionState collection) {
        EntityEntry owner = context.entry(collection.owner());
        return owner != null
                && owner.isManaged()
                && owner.isStored()
                && owner.isLoaded()
                && !collection.isLoaded()
                && owner.type().slot((CollectionLocation) collection.role()).collection(owner.instance()) == collection;
    }
}
