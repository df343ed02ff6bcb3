package dev.dormouse.lmdb.internal.environment;

import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Txn;

/**
 * A snapshot on loan. Busy while somebody reads from it; between statements its owner may park it: the writer can then take it away without asking, which
 * {@link #unpark()} reports. Belongs to one thread at a time.
 */
public final class Lease implements NativeTransaction, AutoCloseable {

    private final Readers readers;
    private final Object origin;
    private final Thread owner = Thread.currentThread();
    private final long since = System.nanoTime();
    private final @Nullable Throwable trace;
    private @Nullable Slot slot;
    private long ticket;
    private boolean logged;

    Lease(Readers readers, Object origin, boolean traced) {
        this.readers = readers;
        this.origin = origin;
        this.trace = traced ? new Throwable() : null;
    }

    void bind(Slot taken) {
        slot = taken;
        ticket = taken.take(this);
    }

    /** Returns the native read transaction; the lease must be busy. */
    @Override
    public Txn<DirectBuffer> txn() {
        return bound().txn();
    }

    /** Returns the number of the last commit that this snapshot contains. */
    public long snapshot() {
        return bound().txn().getId();
    }

    @Override
    public KeyMemory keys() {
        return bound().keys();
    }

    @Override
    public Cursor<DirectBuffer> cursor(Dbi<DirectBuffer> dbi) {
        return bound().cursor(dbi);
    }

    /** Gives a cursor back; the lease must be busy. */
    @Override
    public void giveBack(Dbi<DirectBuffer> dbi, Cursor<DirectBuffer> cursor) {
        bound().giveBack(dbi, cursor);
    }

    /** Moves to the newest snapshot. The lease must be busy, and nothing read from it in use. */
    public void renew() {
        readers.renew(bound());
    }

    /** Allows the snapshot to be taken away. */
    public void park() {
        if (!bound().move(ticket, Slot.BUSY, Slot.PARKED)) {
            throw new AssertionError("a lease that is not busy was parked");
        }
    }

    /** Goes on reading; false if the snapshot was taken away, and the lease is then over. */
    public boolean unpark() {
        Slot mine = slot;
        if (mine == null) {
            return false;
        }
        if (mine.move(ticket, Slot.PARKED, Slot.BUSY)) {
            if (!readers.isGrowing() || readers.hasAnother(mine)) {
                return true;
            }
            readers.release(mine);
            readers.awaitGrowth();
        }
        slot = null;
        return false;
    }

    /** Tells who holds this snapshot, where it comes from and for how long. */
    public String describe() {
        long age = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        StringBuilder text = new StringBuilder();
        text.append(origin).append(", thread '").append(owner.getName()).append("', open for ");
        text.append(age).append(" ms");
        if (trace != null) {
            StackTraceElement[] frames = trace.getStackTrace();
            for (int i = 0, shown = 0; i < frames.length && shown < 6; i++) {
                if (!frames[i].getClassName().startsWith("dev.dormouse.lmdb.internal")) {
                    text.append("\n  at ").append(frames[i]);
                    shown++;
                }
            }
        }
        return text.toString();
    }

    Thread owner() {
        return owner;
    }

    long since() {
        return since;
    }

    boolean logOnce() {
        boolean first = !logged;
        logged = true;
        return first;
    }

    /** Ends the loan. Idempotent. */
    @Override
    public void close() {
        Slot mine = slot;
        slot = null;
        if (mine != null && (mine.move(ticket, Slot.BUSY, Slot.BUSY) || mine.move(ticket, Slot.PARKED, Slot.BUSY))) {
            readers.release(mine);
        }
    }

    private Slot bound() {
        Slot mine = slot;
        if (mine == null) {
            throw new AssertionError("a lease was used after its end");
        }
        return mine;
    }
}
