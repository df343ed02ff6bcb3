package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.store.StoreException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The read transactions of an environment, pooled. They keep their snapshot in the pool until the next commit: whoever reads the same state again needs no other
 * one. Counts them, never leaks one, and can bring all of them to rest so that the map may change its size.
 */
public final class Readers {

    private static final System.Logger LOG = System.getLogger("dev.dormouse.lmdb");
    private static final long WAIT_FOR_SLOT_MILLIS = 10_000;

    private final Environment environment;
    private final ConcurrentLinkedDeque<Slot> free = new ConcurrentLinkedDeque<>();
    private final List<Slot> all = new CopyOnWriteArrayList<>();
    private final Object monitor = new Object();
    private volatile int growing;

    Readers(Environment environment) {
        this.environment = environment;
    }

    /** Lends a snapshot of the newest state, busy. {@code origin} says in messages what it is for. */
    public Lease lease(Object origin) {
        Lease lease = new Lease(this, origin);
        Slot slot = take(lease);
        try {
            if (keepsNone() || !slot.isNewest(environment.env().commits())) {
                renew(slot);
            }
        } catch (RuntimeException e) {
            release(slot);
            throw e;
        }
        return lease;
    }

    private Slot take(Lease lease) {
        while (true) {
            environment.checkOpen();
            Slot slot = free.pollFirst();
            if (slot == null) {
                slot = more();
            }
            lease.bind(slot);
            if (environment.isClosed()) {
                slot.free();
                environment.checkOpen();
            }
            if (growing == 0 || hasAnother(slot)) {
                return slot;
            }
            release(slot);
            awaitGrowth();
        }
    }

    /** Tells whether this thread reads already: it may then go on, for growth waits for it anyway. */
    boolean hasAnother(Slot slot) {
        return all.stream().anyMatch(s -> s != slot && isBusyFor(s, Thread.currentThread()));
    }

    private static boolean isBusyFor(Slot slot, Thread thread) {
        Lease lease = slot.lease();
        return slot.status() == Slot.BUSY && lease != null && lease.owner() == thread;
    }

    private Slot more() {
        Slot created = create();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_FOR_SLOT_MILLIS);
        while (created == null) {
            Slot slot = free.pollFirst();
            if (slot != null) {
                return slot;
            }
            for (Slot each : all) {
                if (each.revoke()) {
                    each.reset();
                    each.free();
                    return each;
                }
            }
            environment.checkOpen();
            if (System.nanoTime() > deadline) {
                throw new StoreException(
                        LmdbMessages.READERS_FULL.text(all.size(), describeOldest(), WAIT_FOR_SLOT_MILLIS));
            }
            pause();
            created = create();
        }
        return created;
    }

    private void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    LmdbMessages.READERS_FULL.text(all.size(), describeOldest(), WAIT_FOR_SLOT_MILLIS), e);
        }
    }

    private @Nullable Slot create() {
        synchronized (monitor) {
            if (growing > 0
                    || environment.isClosed()
                    || all.size() >= environment.options().maximalReaders()) {
                return null;
            }
            Slot slot = begin();
            if (slot != null) {
                all.add(slot);
            }
            return slot;
        }
    }

    private @Nullable Slot begin() {
        try {
            return new Slot(environment.env().read());
        } catch (NativeException e) {
            if (e.kind() == NativeException.Kind.MAP_RESIZED) {
                environment.adoptGrownMap();
                return begin();
            }
            if (e.kind() != NativeException.Kind.READERS_FULL) {
                throw NativeFailures.mapped(e, environment.options().folder());
            }
            // Other processes share the table; places of processes that died can be had back.
            return environment.env().clearDeadReaders() > 0 ? begin() : null;
        }
    }

    /** Moves a busy slot to the newest snapshot; follows a map that another process made larger. */
    void renew(Slot slot) {
        for (int attempt = 0; ; attempt++) {
            try {
                slot.renew(environment.env().commits());
                return;
            } catch (NativeException e) {
                if (attempt == 3 || e.kind() != NativeException.Kind.MAP_RESIZED) {
                    throw NativeFailures.mapped(e, environment.options().folder());
                }
                slot.stall(true);
                try {
                    environment.adoptGrownMap();
                } finally {
                    slot.stall(false);
                }
            }
        }
    }

    /** Commits of another process are not counted here. */
    private boolean keepsNone() {
        return environment.options().readOnly();
    }

    void release(Slot slot) {
        if (keepsNone() || growing > 0 || !slot.isNewest(environment.env().commits())) {
            slot.reset();
            slot.free();
        } else {
            slot.keep();
            // Whoever commits or grows looks at the slot after it has said so, or is seen here.
            slot.forgetOlder(environment.env().commits());
            if (growing > 0) {
                slot.forget();
            }
        }
        free.addFirst(slot);
        if (growing > 0) {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        }
        environment.readerReleased();
    }

    boolean tracesOrigins() {
        return environment.options().traceOrigins();
    }

    boolean isGrowing() {
        return growing > 0;
    }

    void awaitGrowth() {
        synchronized (monitor) {
            boolean interrupted = false;
            while (growing > 0) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    // Growth ends within its own limit; whoever interrupted finds the flag set.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Brings all snapshots to rest, runs an action and lets them go on.
     *
     * @param timeout how long to wait for streams
     * @param waiting threads that wait for this action, so that their own streams can never end
     */
    void atRest(Duration timeout, Collection<Thread> waiting, Runnable action) {
        synchronized (monitor) {
            growing++;
            try {
                await(System.nanoTime() + timeout.toNanos(), waiting);
                action.run();
            } finally {
                growing--;
                monitor.notifyAll();
            }
        }
    }

    private void await(long deadline, Collection<Thread> waiting) {
        while (true) {
            Slot busy = null;
            for (Slot slot : all) {
                slot.forget();
                if (slot.revoke()) {
                    release(slot);
                } else if (slot.status() == Slot.BUSY) {
                    busy = slot;
                    Lease lease = slot.lease();
                    if (lease != null && waiting.contains(lease.owner())) {
                        throw new GrowthBlockedException(lease);
                    }
                }
            }
            if (busy == null) {
                return;
            }
            if (System.nanoTime() >= deadline) {
                throw new GrowthBlockedException(oldest());
            }
            try {
                monitor.wait(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GrowthBlockedException(oldest());
            }
        }
    }

    /** Gives up the snapshots of the pool that are not the newest any more: they would keep the file from reusing space. */
    void forgetOlder() {
        long commits = environment.env().commits();
        for (Slot slot : all) {
            slot.forgetOlder(commits);
        }
    }

    /** Takes parked snapshots away, which keep the file from reusing space, and logs busy ones that are old. */
    void sweep() {
        long limit = environment.options().snapshotAge().toNanos();
        for (Slot slot : all) {
            if (slot.revoke()) {
                release(slot);
            } else if (limit > 0) {
                Lease lease = slot.lease();
                if (lease != null && System.nanoTime() - lease.since() > limit && lease.logOnce()) {
                    LOG.log(System.Logger.Level.WARNING, "A snapshot is open for long: " + lease.describe());
                }
            }
        }
    }

    private @Nullable Lease oldest() {
        Lease oldest = null;
        for (Slot slot : all) {
            Lease lease = slot.lease();
            if (lease != null && slot.status() == Slot.BUSY && (oldest == null || lease.since() < oldest.since())) {
                oldest = lease;
            }
        }
        return oldest;
    }

    private String describeOldest() {
        Lease oldest = oldest();
        return oldest == null ? "in another process" : oldest.describe();
    }

    /** Returns how many snapshots are on loan and not parked. */
    public int busy() {
        int count = 0;
        for (Slot slot : all) {
            count += slot.status() == Slot.BUSY ? 1 : 0;
        }
        return count;
    }

    /** Ends all native transactions; none may be busy. */
    void close() {
        for (Slot slot : all) {
            slot.revoke();
            slot.close();
        }
        all.clear();
        free.clear();
    }
}
