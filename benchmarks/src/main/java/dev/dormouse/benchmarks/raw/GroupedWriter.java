package dev.dormouse.benchmarks.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Env;
import org.lmdbjava.Txn;

/**
 * Writes as LMDB likes it: one thread at a time leads and does what all that wait want in one transaction, so that threads share a commit and none queues
 * for the lock of the file. If one piece of work fails, so do those that were with it.
 */
final class GroupedWriter {

    private final Env<DirectBuffer> env;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean leading = new AtomicBoolean();

    GroupedWriter(Env<DirectBuffer> env) {
        this.env = env;
    }

    private static final class Waiting {
        final Consumer<Txn<DirectBuffer>> work;
        final Thread thread = Thread.currentThread();
        volatile boolean done;
        volatile @Nullable RuntimeException failure;

        Waiting(Consumer<Txn<DirectBuffer>> work) {
            this.work = work;
        }

        void end(@Nullable RuntimeException reason) {
            failure = reason;
            done = true;
            LockSupport.unpark(thread);
        }
    }

    /** Returns when the work is committed, by this thread or another one. */
    void write(Consumer<Txn<DirectBuffer>> work) {
        Waiting own = new Waiting(work);
        queue.add(own);
        while (!own.done) {
            if (leading.compareAndSet(false, true)) {
                try {
                    lead();
                } finally {
                    leading.set(false);
                    Waiting next = queue.peek();
                    if (next != null) {
                        LockSupport.unpark(next.thread);
                    }
                }
            } else {
                LockSupport.park(this);
            }
        }
        RuntimeException failure = own.failure;
        if (failure != null) {
            throw failure;
        }
    }

    private void lead() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            group.add(next);
        }
        if (group.isEmpty()) {
            return;
        }
        RuntimeException failure = null;
        try (Txn<DirectBuffer> txn = env.txnWrite()) {
            group.forEach(waiting -> waiting.work.accept(txn));
            txn.commit();
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Waiting waiting : group) {
            waiting.end(failure);
        }
    }
}
