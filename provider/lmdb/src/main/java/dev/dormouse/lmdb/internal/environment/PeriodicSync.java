package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import java.util.concurrent.locks.LockSupport;

/** The thread that flushes commits at durability {@code interval}. */
final class PeriodicSync implements Runnable {

    private static final System.Logger LOG = System.getLogger("dev.dormouse.lmdb");

    private final Environment environment;
    private final Thread thread;
    private volatile boolean stopped;
    private long flushed;

    PeriodicSync(Environment environment) {
        this.environment = environment;
        this.flushed = environment.newest();
        this.thread = new Thread(this, "dormouse-lmdb-sync");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        while (!stopped) {
            LockSupport.parkNanos(environment.options().flushInterval().toNanos());
            long newest = environment.newest();
            if (!stopped && newest != flushed) {
                try {
                    environment.flush();
                    flushed = newest;
                } catch (NativeException e) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "Commits could not be flushed; they are tried again",
                            NativeFailures.mapped(e, environment.options().folder()));
                }
            }
        }
    }

    /** Ends the thread and waits for its last flush. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
