package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.memory.RecordMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One native read transaction with its place in LMDB's reader table, used by one lease after the other. Its state is a ticket, which tells the
 * leases apart, and a status. Whoever moves it out of a status by compare-and-set may touch the native transaction.
 */
final class Slot {

    static final int FREE = 0;
    static final int BUSY = 1;
    static final int PARKED = 2;
    static final int STALLED = 3;

    private final NativeTransaction txn;
    private final KeyMemory keys = new KeyMemory();
    private final AtomicLong state = new AtomicLong(FREE);
    private final Map<NativeMap, NativeCursor> idleCursors = new HashMap<>();
    private final PointCursors points = new PointCursors();
    private @Nullable RecordMemory records;
    private volatile @Nullable Lease lease;

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
        return (int) (state.get() & 3);
    }

    /** Takes a free slot for a new lease; only one thread can have polled it. */
    long take(Lease next) {
        long ticket = (state.get() >>> 2) + 1;
        lease = next;
        state.set(ticket << 2 | BUSY);
        return ticket;
    }

    boolean move(long ticket, int from, int to) {
        return state.compareAndSet(ticket << 2 | from, ticket << 2 | to);
    }

    /** Takes a parked slot away from its lease, which notices when it wants to go on. */
    boolean revoke() {
        long seen = state.get();
        if ((seen & 3) != PARKED || !state.compareAndSet(seen, ((seen >>> 2) + 1) << 2 | BUSY)) {
            return false;
        }
        lease = null;
        return true;
    }

    /** Makes a busy slot without a snapshot one that nobody waits for, or the reverse. */
    void stall(boolean stalled) {
        state.set((state.get() >>> 2) << 2 | (stalled ? STALLED : BUSY));
    }

    void free() {
        lease = null;
        state.set((state.get() >>> 2) << 2 | FREE);
    }

    void renew() {
        points.moved();
        txn.renew();
    }

    /** Returns the value of a key, or null; the buffer is good until the next call for the map. */
    @Nullable
    DirectBuffer get(NativeMap map, DirectBuffer key) {
        NativeCursor cursor = points.of(map, txn);
        return cursor.at(key) ? cursor.value() : null;
    }

    void reset() {
        txn.reset();
    }

    /** Returns a cursor on the present snapshot: one that was given back, or a new one. */
    NativeCursor cursor(NativeMap map) {
        NativeCursor idle = idleCursors.remove(map);
        if (idle == null) {
            return map.cursor(txn);
        }
        idle.renew(txn);
        return idle;
    }

    void giveBack(NativeMap map, NativeCursor cursor) {
        if (idleCursors.putIfAbsent(map, cursor) != null) {
            cursor.close();
        }
    }

    /** Ends the native transaction. */
    void close() {
        idleCursors.values().forEach(NativeCursor::close);
        idleCursors.clear();
        points.close();
        txn.close();
    }
}
