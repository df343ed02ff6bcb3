package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What tests may ask of the memory store: to fail at a write, to count writes and open snapshots, to record what is asked. Reached by {@code unwrap}.
 * Thread-safe.
 */
public final class MemoryProbe {

    private static final long NEVER = -1;

    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong failing = new AtomicLong(NEVER);
    private final AtomicInteger openSnapshots = new AtomicInteger();
    private volatile @Nullable List<String> requests;

    MemoryProbe() {}

    /** Lets the write after so many others fail, once; 0 for the next one. */
    public void failAfter(long writesBefore) {
        failing.set(writes.get() + writesBefore);
    }

    /** Lets no write fail. */
    public void failNever() {
        failing.set(NEVER);
    }

    /** Tells whether the failure that was asked for is still to come. */
    public boolean isFailurePending() {
        return failing.get() != NEVER;
    }

    /** Returns how many records, entries and definitions were written or removed. */
    public long writes() {
        return writes.get();
    }

    /** Returns how many snapshots are open: none once every transaction is over. */
    public int openSnapshots() {
        return openSnapshots.get();
    }

    /** Begins to record requests, forgetting earlier ones. */
    public void record() {
        requests = Collections.synchronizedList(new ArrayList<>());
    }

    /** Returns what was asked since recording began, in order. */
    public List<String> requests() {
        List<String> recorded = requests;
        return recorded == null ? List.of() : List.copyOf(recorded);
    }

    boolean isRecording() {
        return requests != null;
    }

    void requested(String kind, Object what) {
        List<String> recorded = requests;
        if (recorded != null) {
            recorded.add(kind + " " + what);
        }
    }

    void written(String what) {
        long number = writes.getAndIncrement();
        if (failing.compareAndSet(number, NEVER)) {
            throw new StoreException(StoreMessages.INJECTED_FAULT.text(what));
        }
    }

    void snapshotOpened() {
        openSnapshots.incrementAndGet();
    }

    void snapshotClosed() {
        openSnapshots.decrementAndGet();
    }
}
