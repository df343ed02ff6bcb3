package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.memory.RecordMemory;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One native read transaction with its place in LMDB's reader table, used by one lease after the other. Its state is a ticket, which tells the
 * leases apart, and a status. Whoever moves it out of a status by compare-and-set may touch the native transaction.
 */
final class Slot {

    /** Nobody's, without a snapshot. */
    static final int FREE = 0;

    static final int BUSY = 1;
    static final int PARKED = 2;
    static final int STALLED = 3;

    /** Nobody's, still with the snapshot of its last lease. */
    static final int KEPT = 4;

    private static final int STATUS_BITS = 3;
    private static final int STATUS = (1 << STATUS_BITS) - 1;

    private final NativeTransaction txn;
    private final KeyMemory keys = new KeyMemory();
    private final AtomicLong state = new AtomicLong(FREE);
    private final RangeCursors ranges = new RangeCursors();
    private final PointCursors points = new PointCursors();
    private @Nullable RecordMemory records;
    private volatile @Nullable Lease lease;

    /** How many commits there had been before the snapshot was taken; -1 for no snapshot. */
    private long commitsBefore = -1;

    Slot(NativeTransaction txn) {
        this.txn = txn;
    }

    NativeTransaction txn() {
        return txn;
    }

    KeyMemory keys() {
        return keys;
    }

    /** Returns memory that is the lease's until it gives it back. */
    RecordMemory takeRecords() {
        RecordMemory mine = records;
        records = null;
        return mine == null ? new RecordMemory() : mine;
    }

    void giveBack(RecordMemory memory) {
        records = memory;
    }

    @Nullable
    Lease lease() {
        return lease;
    }

    int status() {
        return (int) (state.get() & STATUS);
    }

    private static long state(long ticket, int status) {
        return ticket << STATUS_BITS | status;
    }

    /** Takes the slot for a new lease. Only one thread can have polled it, but another one may just be taking its snapshot away. */
    long take(Lease next) {
        while (true) {
            long seen = state.get();
            long ticket = (seen >>> STATUS_BITS) + 1;
            if ((seen & STATUS) != BUSY && state.compareAndSet(seen, state(ticket, BUSY))) {
                lease = next;
                return ticket;
            }
            Thread.onSpinWait();
        }
    }

    boolean move(long ticket, int from, int to) {
        return state.compareAndSet(state(ticket, from), state(ticket, to));
    }

    /** Takes a parked slot away from its lease, which notices when it wants to go on. */
    boolean revoke() {
        long seen = state.get();
        if ((seen & STATUS) != PARKED || !state.compareAndSet(seen, state((seen >>> STATUS_BITS) + 1, BUSY))) {
            return false;
        }
        lease = null;
        return true;
    }

    /** Makes a busy slot without a snapshot one that nobody waits for, or the reverse. */
    void stall(boolean stalled) {
        become(stalled ? STALLED : BUSY);
    }

    private void become(int status) {
        state.set(state(state.get() >>> STATUS_BITS, status));
    }

    void free() {
        lease = null;
        become(FREE);
    }

    /** Makes a busy slot nobody's, with its snapshot. */
    void keep() {
        lease = null;
        become(KEPT);
    }

    /** Gives up the snapshot that is kept, unless somebody takes the slot meanwhile. */
    void forget() {
        long seen = state.get();
        if ((seen & STATUS) == KEPT) {
            forget(seen);
        }
    }

    /** As {@link #forget()}, if there was a commit since the snapshot was taken. */
    void forgetOlder(long commits) {
        long seen = state.get();
        // What is read here is that of the state before: the compare-and-set proves that nobody had the slot since.
        if ((seen & STATUS) == KEPT && commitsBefore != commits) {
            forget(seen);
        }
    }

    private void forget(long kept) {
        if (state.compareAndSet(kept, state(kept >>> STATUS_BITS, BUSY))) {
            reset();
            become(FREE);
        }
    }

    /** Tells whether there is a snapshot, and no commit since it was taken. The slot must be busy. */
    boolean isNewest(long commits) {
        return commitsBefore == commits;
    }

    /**
     * Takes the newest snapshot.
     *
     * @param commits how many commits there have been until now
     */
    void renew(long commits) {
        commitsBefore = -1;
        points.moved();
        ranges.moved();
        txn.renew();
        commitsBefore = commits;
    }

    /** Returns the value of a key, or null; the buffer is good until the next call for the map. */
    @Nullable
    DirectBuffer get(NativeMap map, DirectBuffer key) {
        NativeCursor cursor = points.of(map, txn);
        return cursor.at(key) ? cursor.value() : null;
    }

    void reset() {
        commitsBefore = -1;
        txn.reset();
    }

    /** Returns a cursor on the present snapshot: one that was given back, or a new one. */
    NativeCursor cursor(NativeMap map) {
        return ranges.take(map, txn);
    }

    void giveBack(NativeMap map, NativeCursor cursor) {
        ranges.giveBack(map, cursor);
    }

    /** Ends the native transaction. */
    void close() {
        ranges.close();
        points.close();
        txn.close();
    }
}
