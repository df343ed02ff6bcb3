package dev.dormouse.lmdb.internal.memory;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a record that nobody reads any more, whose memory serves the next one: most records are read once. Whoever takes it has it alone, so nothing is
 * overwritten that somebody may read. Not thread-safe.
 */
public final class RecordMemory {

    private @Nullable Object free;

    /** Returns what was given back last, once; null for nothing. */
    public @Nullable Object take() {
        Object taken = free;
        free = null;
        return taken;
    }

    /** Takes a copy back. */
    public void giveBack(Object copy) {
        free = copy;
    }
}
