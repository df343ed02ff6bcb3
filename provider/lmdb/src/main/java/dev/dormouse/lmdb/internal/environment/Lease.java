package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.lmdb.internal.memory.RecordMemory;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot on loan. Busy while somebody reads from it; between statements its owner may park it: the writer can then take it away without asking, which
 * {@link #unpark()} reports. Belongs to one thread at a time.
 */
public final class Lease implements OpenTransaction, AutoCloseable {

    private final Readers readers;
    private volatile Object origin;
    private final Thread owner = Thread.currentThread();
    private final long since = System.nanoTime();
    private volatile @Nullable Throwable trace;
    private @Nullable RecordMemory records;
    private @Nullable Slot slot;
    private long ticket;
    private boolean logged;

    Lease(Readers readers, Object origin) {
        this.readers = readers;
        this.origin = origin;
    }

    /** Says what the snapshot is read for from now on. */
    public void openFor(Object stream) {
        origin = stream;
        if (readers.tracesOrigins()) {
            trace = new Throwable();
        }
    }

    void bind(Slot taken) {
        slot = taken;
        ticket = taken.take(this);
    }

    @Override
    public NativeTransaction txn() {
        return bound().txn();
    }

    /** Returns the number of the last commit that this snapshot contains. */
    public long snapshot() {
        return bound().txn().id();
    }

    @Override
    public KeyMemory keys() {
        return bound().keys();
    }

    /** Returns the slot's, which is this lease's alone from then on until it ends in order: a parked one may lose its slot to others. */
    @Override
    public RecordMemory records() {
        RecordMemory mine = records;
        if (mine == null) {
            mine = bound().takeRecords();
            records = mine;
        }
        return mine;
    }

    @Override
    public @Nullable DirectBuffer get(NativeMap map, DirectBuffer key) {
        return bound().get(map, key);
    }

    @Override
    public NativeCursor cursor(NativeMap map) {
        return bound().cursor(map);
    }

    /** Gives a cursor back; the lease must be busy. */
    @Override
    public void giveBack(NativeMap map, NativeCursor cursor) {
        bound().giveBack(map, cursor);
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
        Throwable opened = trace;
        if (opened != null) {
            StackTraceElement[] frames = opened.getStackTrace();
            for (int i = 0, shown = 0; i < frames.length && shown < 6; i++) {
                if (!isOurs(frames[i].getClassName())) {
                    text.append("\n  at ").append(frames[i]);
                    shown++;
                }
            }
        }
        return text.toString();
    }

    /** Tells whether a frame says nothing about who opened a stream. */
    private static boolean isOurs(String className) {
        return className.startsWith("dev.dormouse.store.")
                || className.startsWith("dev.dormouse.internal.")
                || className.startsWith("dev.dormouse.lmdb.internal.environment.")
                || className.startsWith("dev.dormouse.lmdb.internal.store.Lmdb");
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
            if (records != null) {
                mine.giveBack(records);
            }
            readers.release(mine);
        }
        records = null;
    }

    private Slot bound() {
        Slot mine = slot;
        if (mine == null) {
            throw new AssertionError("a lease was used after its end");
        }
        return mine;
    }
}
