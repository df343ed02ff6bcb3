package dev.dormouse.lmdb.internal.commit;

import dev.dormouse.lmdb.internal.environment.Durability;
import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one thread after the other lead, each with all that wait. A commit that waits for nobody pays no hand-over. */
public final class CommitQueue<U> implements AutoCloseable {

    /** The longest time that a leader waits for as many members as came last time. */
    private static final long GATHERING_NANOS = 300_000;

    /** Members run before those behind them have come, so a batch would not end if more came than it can run. */
    private static final int MOST_MEMBERS = 1_000;

    /** How long a thread looks on before it sleeps: about two commits that do not wait for the disk. To wake it would take as long. */
    private static final long LOOKING_NANOS = 30_000;

    private static final long SWEEP_NANOS = 50_000_000;

    private final Environment environment;
    private final BatchRunner<U> runner;
    private final ConcurrentLinkedQueue<Member<U>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leading = new ReentrantLock();
    private final boolean gathers;
    private final boolean looksOn;
    private final AtomicBoolean looking = new AtomicBoolean();
    private @Nullable WriterThread writer;
    private int lastSize = 1;
    private long swept = System.nanoTime();

    /** Makes an empty queue. */
    public CommitQueue(Environment environment, Batch<U> batch) {
        this.environment = environment;
        this.runner = new BatchRunner<>(environment, batch);
        this.gathers = environment.options().durability() == Durability.COMMIT;
        this.looksOn = !gathers && Runtime.getRuntime().availableProcessors() > 1;
    }

    /**
     * Runs a unit in the writer and returns when it is durable.
     *
     * @throws StoreException if the writer is not free in time, or what the unit throws, or what hinders LMDB
     */
    public void commit(U unit, Duration timeout) {
        if (leading.isHeldByCurrentThread()) {
            throw new StoreException(
                    LmdbMessages.WRITER_REENTERED.text(Thread.currentThread().getName()));
        }
        environment.beginWriting();
        try {
            Member<U> member = new Member<>(unit);
            if (VirtualThreads.isVirtual(member.thread())) {
                waiting.add(member);
                writer().wake();
                await(member, timeout, false);
            } else if (leading.tryLock()) {
                leadAndUnlock(member);
            } else {
                waiting.add(member);
                await(member, timeout, true);
            }
            member.conclude();
        } finally {
            environment.endWriting();
        }
    }

    /**
     * Takes the writer for this thread alone, until {@link #release()}: whoever commits meanwhile waits.
     *
     * @throws StoreException if this thread has the writer already, or does not get it in time
     */
    public void acquire(Duration timeout) {
        if (leading.isHeldByCurrentThread()) {
            throw new StoreException(
                    LmdbMessages.WRITER_REENTERED.text(Thread.currentThread().getName()));
        }
        environment.beginWriting();
        boolean locked = false;
        try {
            // A thread that was interrupted before takes a writer that is free: it need not wait.
            locked = leading.tryLock() || leading.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (!locked) {
                throw new StoreException(LmdbMessages.COMMIT_TIMEOUT.text(timeout.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    LmdbMessages.WRITER_INTERRUPTED.text(Thread.currentThread().getName()), e);
        } finally {
            if (!locked) {
                environment.endWriting();
            }
        }
    }

    /** Gives the writer back that {@link #acquire} took. */
    public void release() {
        leading.unlock();
        wakeNext();
        environment.endWriting();
    }

    private void await(Member<U> member, Duration timeout, boolean mayLead) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        if (mayLead && looksOn) {
            lookOn(member);
        }
        while (!member.isDone()) {
            if (mayLead && leading.tryLock()) {
                leadAndUnlock(null);
                continue;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 && waiting.remove(member)) {
                member.outcome(new StoreException(LmdbMessages.COMMIT_TIMEOUT.text(timeout.toMillis())));
                break;
            }
            LockSupport.parkNanos(this, Math.max(left, 1_000_000));
            // The commit may be under way: an interrupt cannot call it back, and is kept for the caller.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the outcome, or for the writer, without sleep: one thread at a time, so that it keeps no processor from whoever leads. */
    private void lookOn(Member<U> member) {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        long end = System.nanoTime() + LOOKING_NANOS;
        while (!member.isDone() && leading.isLocked() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        looking.set(false);
    }

    /** Leads one batch, the lock being held. */
    private void leadAndUnlock(@Nullable Member<U> own) {
        List<Member<U>> members = new ArrayList<>();
        try {
            Member<U> first = own == null ? waiting.poll() : own;
            if (first != null) {
                lead(first, members);
            }
            long now = System.nanoTime();
            if (now - swept > SWEEP_NANOS) {
                swept = now;
                environment.sweep();
            }
        } finally {
            leading.unlock();
            wakeNext();
            members.forEach(Member::wake);
        }
    }

    private void lead(Member<U> first, List<Member<U>> members) {
        long deadline = System.nanoTime() + GATHERING_NANOS;
        members.add(first);
        try {
            runner.run(members, () -> next(members.size(), deadline));
        } catch (RuntimeException | Error e) {
            members.forEach(member -> member.outcome(e));
        } finally {
            lastSize = members.size();
            members.forEach(Member::done);
        }
    }

    /** Returns who else comes into a batch that is being run; null if it is full, or nobody waits and as many as last time are in it or the others do not come in time. */
    // Yielding until the others have come back is what this is for; it ends after 0.3 ms whatever the scheduler does.
    @SuppressWarnings("ThreadPriorityCheck")
    private @Nullable Member<U> next(int size, long deadline) {
        if (size >= MOST_MEMBERS) {
            return null;
        }
        Member<U> next = waiting.poll();
        while (next == null && gathers && size < lastSize && System.nanoTime() < deadline) {
            Thread.yield();
            next = waiting.poll();
        }
        return next;
    }

    private void wakeNext() {
        Member<U> next = waiting.peek();
        if (next != null) {
            if (VirtualThreads.isVirtual(next.thread())) {
                writer().wake();
            } else {
                LockSupport.unpark(next.thread());
            }
        }
    }

    /** Waits until no batch is being run. */
    public void awaitIdle(Duration timeout) {
        if (leading.isHeldByCurrentThread()) {
            return;
        }
        boolean locked = false;
        try {
            locked = leading.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!locked) {
            throw new StoreException(LmdbMessages.COMMIT_TIMEOUT.text(timeout.toMillis()));
        }
        leading.unlock();
        wakeNext();
    }

    private synchronized WriterThread writer() {
        WriterThread thread = writer;
        if (thread == null) {
            thread = new WriterThread(this::leadForOthers);
            thread.start();
            writer = thread;
        }
        return thread;
    }

    private void leadForOthers() {
        while (!waiting.isEmpty()) {
            leading.lock();
            leadAndUnlock(null);
        }
    }

    /** Ends the writer thread. No commit may be under way. */
    @Override
    public synchronized void close() {
        WriterThread thread = writer;
        if (thread != null) {
            writer = null;
            thread.end();
        }
    }
}
