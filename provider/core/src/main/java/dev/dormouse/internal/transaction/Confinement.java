package dev.dormouse.internal.transaction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an entity manager to one thread at a time: every call enters and leaves. A second thread is refused while the first one is inside, and
 * for as long as a transaction of the first one is active.
 */
public final class Confinement {

    private static final VarHandle INSIDE;
    private static final long PAUSE = 100_000;

    static {
        try {
            INSIDE = MethodHandles.lookup().findVarHandle(Confinement.class, "inside", Thread.class);
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("the field of this class is not found", broken);
        }
    }

    @SuppressWarnings("unused")
    private volatile @Nullable Thread inside;

    private volatile @Nullable Thread owner;
    private int depth;

    /** Enters; every call is followed by one of {@link #leave()}. Calls may nest. */
    public void enter() {
        Thread current = Thread.currentThread();
        Thread holder = owner;
        if (holder != null && holder != current) {
            throw refused(current, holder);
        }
        if (inside != current) {
            Thread busy = (Thread) INSIDE.compareAndExchange(this, null, current);
            if (busy != null) {
                throw refused(current, busy);
            }
        }
        depth++;
    }

    /**
     * Enters in place of whatever thread has an active transaction, as soon as no thread is inside; {@link #leave()} follows if it succeeds.
     *
     * @param patience how long to wait for a thread that is inside
     * @return whether it entered
     */
    public boolean takeOver(Duration patience) {
        Thread current = Thread.currentThread();
        long deadline = System.nanoTime() + patience.toNanos();
        while (inside != current && !INSIDE.compareAndSet(this, null, current)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        depth++;
        return true;
    }

    /** Leaves. */
    public void leave() {
        if (--depth == 0) {
            INSIDE.setRelease(this, null);
        }
    }

    /** Binds to the current thread until {@link #unbind()}. */
    void bind() {
        owner = Thread.currentThread();
    }

    /** Allows any thread again. */
    void unbind() {
        owner = null;
    }

    private static IllegalStateException refused(Thread current, Thread holder) {
        return new IllegalStateException(TransactionMessages.TWO_THREADS.text(current.getName(), holder.getName()));
    }
}
