package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Slot;
import org.jspecify.annotations.Nullable;

/** What one execution reads its rows from. */
final class RowContext {

    private final Frame frame;
    private final EntityRows entities;
    private @Nullable FetchedCollections collections;

    RowContext(Frame frame, EntityRows entities) {
        this.frame = frame;
        this.entities = entities;
    }

    @Nullable
    Object value(Slot slot) {
        return frame.slot(slot.id());
    }

    EntityRows entities() {
        return entities;
    }

    /** Returns where fetched collections are gathered. */
    FetchedCollections collections() {
        FetchedCollections gathered = collections;
        if (gathered == null) {
            gathered = new FetchedCollections(entities);
            collections = gathered;
        }
        return gathered;
    }

    /** Hands fetched collections to their owners. */
    void deliver() {
        if (collections != null) {
            collections.deliver();
        }
    }
}
