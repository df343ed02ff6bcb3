package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a write fail as on a full disk, once, for tests of what must then be whole. */
public final class WriteFaults {

    private static final long NONE = -1;

    private final AtomicLong left = new AtomicLong(NONE);

    WriteFaults() {}

    /** Lets the write after so many others fail. */
    public void failAfter(long writes) {
        left.set(writes);
    }

    /** Forgets a failure that has not happened, and tells whether there was one. */
    public boolean cancel() {
        return left.getAndSet(NONE) != NONE;
    }

    /** Fails if it is this write's turn. */
    void write() {
        long now = left.get();
        if (now == NONE) {
            return;
        }
        left.set(now - 1);
        if (now == 0) {
            throw new StoreException(LmdbMessages.DISK_FULL.text("injected"));
        }
    }
}
