package dev.dormouse.lmdb.internal.commit;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One commit on its way through the queue. */
final class Member<U> {

    private final U unit;
    private final Thread thread = Thread.currentThread();
    private @Nullable Throwable failure;
    private volatile boolean done;

    Member(U unit) {
        this.unit = unit;
    }

    U unit() {
        return unit;
    }

    Thread thread() {
        return thread;
    }

    boolean isDone() {
        return done;
    }

    /** Notes how the latest attempt ended for this member; null for well. */
    void outcome(@Nullable Throwable latest) {
        failure = latest;
    }

    /** Lets the caller go on with the outcome, as soon as it looks. */
    void done() {
        done = true;
    }

    /** Lets the caller look. */
    void wake() {
        if (thread != Thread.currentThread()) {
            LockSupport.unpark(thread);
        }
    }

    /** Throws what went wrong, if anything did. */
    void conclude() {
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
