package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.spill.SpillCursor;
import dev.dormouse.store.writeset.spill.SpillView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Visits the keys of an own map in order, those in memory before those with the same key outside of it.
 *
 * @param <V> the values
 */
final class OwnWalk<V> implements AutoCloseable {

    private final KeyMap.Walk<V> memory;
    private final OwnForm<V> form;
    private final @Nullable SpillView view;
    private final @Nullable SpillCursor spilled;
    private final boolean reverse;
    private boolean begun;
    private boolean memoryReady;
    private boolean spilledReady;
    private boolean atSpilled;

    OwnWalk(KeyMap.Walk<V> memory, OwnForm<V> form, @Nullable SpillView view, KeyRange range, boolean reverse) {
        this.memory = memory;
        this.form = form;
        this.view = view;
        this.spilled = view == null ? null : view.cursor(range, reverse);
        this.reverse = reverse;
    }

    /** Moves to the next key; false at the end, and ever after. */
    boolean next() {
        SpillCursor other = spilled;
        if (other == null) {
            return memory.next();
        }
        if (!begun) {
            begun = true;
            memoryReady = memory.next();
            spilledReady = other.next();
        } else if (atSpilled) {
            spilledReady = other.next();
        } else {
            memoryReady = memory.next();
        }
        atSpilled = spilledReady;
        if (memoryReady && spilledReady) {
            int order = Arrays.compareUnsigned(memory.key(), other.key());
            if (order == 0) {
                spilledReady = other.next();
            }
            atSpilled = reverse ? order < 0 : order > 0;
        }
        return memoryReady || spilledReady;
    }

    /** Returns the key, which nobody may change. */
    byte[] key() {
        return atSpilled && spilled != null ? spilled.key() : memory.key();
    }

    V value() {
        return atSpilled && spilled != null
                ? form.decode(spilled.key(), spilled.keyLength(), spilled.value())
                : memory.value();
    }

    /** Starts again before the first key of another range. */
    void restart(KeyRange range) {
        memory.restart(range);
        begun = false;
        atSpilled = false;
        if (spilled != null) {
            spilled.restart(range);
        }
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
        if (view != null) {
            view.close();
        }
    }
}
