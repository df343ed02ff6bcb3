package dev.dormouse.lmdb.internal.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Txn;

/**
 * One native read transaction with its place in LMDB's reader table, used by one lease after the other. Its state is a ticket, which tells the
 * leases apart, and a status. Whoever moves it out of a status by compare-and-set may touch the native transaction.
 */
final class Slot {

    static final int FREE = 0;
    static final int BUSY = 1;
    static final int PARKED = 2;
    static final int STALLED = 3;

    private final Txn<DirectBuffer> txn;
    private final KeyMemory keys = new KeyMemory();
    private final AtomicLong state = new AtomicLong(FREE);
    private final Map<Dbi<DirectBuffer>, Cursor<DirectBuffer>> idleCursors = new HashMap<>();
    private volatile @Nullable Lease lease;
    private boolean current = true;

    Slot(Txn<DirectBuffer> txn) {
        this.txn = txn;
    }

    Txn<DirectBuffer> txn() {
        return txn;
    }

    KeyMemory keys() {
        return keys;
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
        reset();
        try {
            txn.renew();
        } catch (RuntimeException e) {
            // The native transaction has ended; only the binding does not know that it is reset.
            txn.reset();
            throw e;
        }
        current = true;
    }

    void reset() {
        if (current) {
            current = false;
            txn.reset();
        }
    }

    boolean isCurrent() {
        return current;
    }

    /** Returns a cursor on the present snapshot: one that was given back, or a new one. */
    Cursor<DirectBuffer> cursor(Dbi<DirectBuffer> dbi) {
        Cursor<DirectBuffer> idle = idleCursors.remove(dbi);
        if (idle == null) {
            return dbi.openCursor(txn);
        }
        idle.renew(txn);
        return idle;
    }

    void giveBack(Dbi<DirectBuffer> dbi, Cursor<DirectBuffer> cursor) {
        if (idleCursors.putIfAbsent(dbi, cursor) != null) {
            cursor.close();
        }
    }

    /** Ends the native transaction. The binding forgets a reset one without ending it, hence the renewal. */
    void close() {
        idleCursors.values().forEach(Cursor::close);
        idleCursors.clear();
        if (!current) {
            txn.renew();
        }
        txn.close();
    }
}
