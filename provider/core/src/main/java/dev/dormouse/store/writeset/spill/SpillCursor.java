package dev.dormouse.store.writeset.spill;

import dev.dormouse.store.record.KeyRange;

/** Walks a range of a view. Used within the view, closed before it. */
public interface SpillCursor extends SpillEntries, AutoCloseable {

    /** Starts again, before the first entry of another range. */
    void restart(KeyRange range);

    @Override
    void close();
}
