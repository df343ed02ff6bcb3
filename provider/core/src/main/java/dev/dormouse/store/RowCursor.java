package dev.dormouse.store;

/**
 * Rows, one at a time: {@link #next()} fills the slots of the plan's output in the frame. Record views in slots stay good until the cursor is closed or, unless
 * {@link StoreFeatures#stableViews()}, until it moves. Not thread-safe.
 */
public interface RowCursor extends AutoCloseable {

    /**
     * Moves to the next row and fills its slots; false at the end, and ever after. Counts each record that it looks at as a step of the frame.
     *
     * @throws dev.dormouse.store.evaluate.TimedOutException if the execution takes longer than it may
     */
    boolean next();

    /** Starts again; bounds are computed anew from the frame. Views given before stay good as if the cursor went on. */
    void rewind();

    /** Releases the snapshot. Idempotent. */
    @Override
    void close();
}
