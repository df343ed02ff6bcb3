package dev.dormouse.lmdb.internal.commit;

import java.util.concurrent.locks.LockSupport;

/** The platform thread that commits for virtual ones. */
final class WriterThread extends Thread {

    private final Runnable work;
    private volatile boolean ended;

    WriterThread(Runnable work) {
        super("dormouse-lmdb-writer");
        this.work = work;
        setDaemon(true);
    }

    void wake() {
        LockSupport.unpark(this);
    }

    void end() {
        ended = true;
        wake();
    }

    @Override
    public void run() {
        while (!ended) {
            work.run();
            LockSupport.park(this);
        }
    }
}
