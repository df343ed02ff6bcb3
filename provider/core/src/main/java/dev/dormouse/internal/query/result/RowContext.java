package dev.dormouse.internal.query.result;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.load.EntityRows;
import dev.dormouse.internal.query.build.Selection;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.RecordView;
import org.jspecify.annotations.Nullable;

/** What one execution reads its rows from. */
final class RowContext {

    private final Frame frame;
    private final EntityRows entities;
    private @Nullable FetchedCollections collections;

    /** The rows of one owner of a fetched collection mostly come one after the other, with one view. */
    private Selection.@Nullable Entity lastSelection;

    private @Nullable RecordView lastView;
    private @Nullable EntityEntry last;

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

    /** Returns the entry of the entity of an item; null if there is none. */
    @SuppressWarnings("ReferenceEquality") // a view stands for one record as long as it lives
    @Nullable
    EntityEntry entity(Selection.Entity selection) {
        RecordView view = (RecordView) value(selection.slot());
        if (view == null) {
            return null;
        }
        if (selection.fetches().isEmpty()) {
            return entities.entity(selection.layout(), view);
        }
        if (lastView != view || lastSelection != selection) {
            last = entities.entity(selection.layout(), view);
            lastView = view;
            lastSelection = selection;
        }
        return last;
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
