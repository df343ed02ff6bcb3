package dev.dormouse.store.writeset.spill;

import dev.dormouse.store.record.KeyRange;
import org.jspecify.annotations.Nullable;

/** A map as it was at one moment. */
public interface SpillView extends AutoCloseable {

    /** Returns the value of the key that the first bytes of an array are, or null. */
    byte @Nullable [] get(byte[] key, int length);

    /** Walks a range. */
    SpillCursor cursor(KeyRange range, boolean reverse);

    /** Idempotent. */
    @Override
    void close();
}
