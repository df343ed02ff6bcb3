package dev.dormouse.internal.context.load;

import dev.dormouse.internal.enhance.collection.CollectionLoader;
import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.enhance.collection.PersistentList;
import dev.dormouse.internal.enhance.collection.PersistentMap;
import dev.dormouse.internal.enhance.collection.PersistentSet;
import dev.dormouse.internal.layout.CollectionLocation;
import java.util.Collection;
import java.util.Map;

/** Makes the persistent collection of the kind that an attribute declares. */
public final class CollectionKinds {

    private CollectionKinds() {}

    /** Makes one that loads its elements when they are needed. */
    static Object unloaded(CollectionLocation location, Object owner, CollectionLoader loader) {
        return switch (location.collection().kind()) {
            case COLLECTION, LIST -> PersistentList.unloaded(location, owner, loader);
            case SET -> PersistentSet.unloaded(location, owner, loader);
            case MAP -> PersistentMap.unloaded(location, owner, loader);
        };
    }

    /** Makes one of elements none of which is stored. */
    public static Object ofNew(CollectionLocation location, Object owner, Object value) {
        return switch (location.collection().kind()) {
            case COLLECTION, LIST -> PersistentList.ofNew(location, owner, (Collection<?>) value);
            case SET -> PersistentSet.ofNew(location, owner, (Collection<?>) value);
            case MAP -> PersistentMap.ofNew(location, owner, (Map<?, ?>) value);
        };
    }

    /** Returns the state of a persistent collection. */
    public static CollectionState state(Object collection) {
        return ((PersistentCollection) collection).dormouseState();
    }
}
