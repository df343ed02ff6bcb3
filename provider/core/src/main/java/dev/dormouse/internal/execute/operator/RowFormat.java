package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.RecordView;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which slots of a row are kept when it must outlive its cursor's next move, and how they come back. */
public final class RowFormat {

    private final int[] slots;
    private final boolean stableViews;

    /**
     * Makes one.
     *
     * @param slots the ids of the slots that somebody above still reads
     * @param stableViews whether record views outlive the move of their cursor, so that they need not be retained
     */
    public RowFormat(BitSet slots, boolean stableViews) {
        this.slots = slots.stream().toArray();
        this.stableViews = stableViews;
    }

    /** Takes the values out of the frame. */
    public @Nullable Object[] save(Frame frame) {
        @Nullable Object[] row = new Object[slots.length];
        for (int i = 0; i < slots.length; i++) {
            row[i] = keep(frame.slot(slots[i]));
        }
        return row;
    }

    /** Returns a value such that it outlives the move of its cursor. */
    public @Nullable Object keep(@Nullable Object value) {
        return !stableViews && value instanceof RecordView view ? view.retain() : value;
    }

    /** Puts saved values back. */
    public void restore(Frame frame, @Nullable Object[] row) {
        for (int i = 0; i < slots.length; i++) {
            frame.set(slots[i], row[i]);
        }
    }

    /** Empties the slots, for a row without a partner. */
    public void clear(Frame frame) {
        for (int slot : slots) {
            frame.set(slot, null);
        }
    }
}
