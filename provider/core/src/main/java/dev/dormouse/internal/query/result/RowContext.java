package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Slot;
import org.jspecify.annotations.Nullable;

/** What one execution reads its rows from. */
final class RowContext {

    private final Frame frame;
    private final EntityRows entities;
    private final FetchedCollections collections;

    RowContext(Frame frame, EntityRows entities) {
        this.frame = frame;
        this.entities = entities;
        this.collections = new FetchedCollections(entities);
    }

    @Nullable
    Object value(Slot slot) {
        return frame.slot(slot.id());
    }

    EntityRows entities() {
        return entities;
    }

    FetchedCollections collections() {
        return collections;
    }
}
