package dev.dormouse.internal.context.flush;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.KeySource;
import dev.dormouse.store.record.Key;
import org.jspecify.annotations.Nullable;

/** The keys of entities that a flush finds referred to: what is new or removed is refused (section 3.3.4). */
final class EntityKeys implements KeySource {

    private final PersistenceContext context;
    private final LifeCycle lifeCycle;

    EntityKeys(PersistenceContext context, LifeCycle lifeCycle) {
        this.context = context;
        this.lifeCycle = lifeCycle;
    }

    @Override
    public Key key(AssociationLocation location, EntityLayout target, Object entity) {
        EntityEntry entry = context.entry(entity);
        if (entry != null) {
            Key key = entry.key();
            if (entry.isRemoved() || key == null) {
                throw transientReference(location, entry.isRemoved() ? "removed" : "new", entity);
            }
            return key;
        }
        EntityType type = context.types().ofInstance(entity);
        Key key = type.layout().id().keyOf(entity);
        if (key == null || !lifeCycle.isDetached(type, entity)) {
            throw transientReference(location, "new", entity);
        }
        return key;
    }

    @Override
    public boolean mayRefuseKnown() {
        return context.hasRemovals();
    }

    /** Refuses a target that is new, on a side that writes nothing. */
    void checkNotNew(AssociationLocation location, Object entity) {
        if (context.entry(entity) == null) {
            EntityType type = context.types().ofInstance(entity);
            if (!lifeCycle.isDetached(type, entity)) {
                throw transientReference(location, "new", entity);
            }
        }
    }

    private IllegalStateException transientReference(AssociationLocation location, String state, Object entity) {
        EntityType type = context.types().ofInstance(entity);
        Key key = type.layout().id().keyOf(entity);
        @Nullable Object id = key == null ? null : type.layout().id().id(key);
        return new IllegalStateException(
                ContextMessages.TRANSIENT_REFERENCE.text(location.description(), state, type.describe(id)));
    }
}
