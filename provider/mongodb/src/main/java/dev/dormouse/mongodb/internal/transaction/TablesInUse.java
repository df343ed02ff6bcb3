package dev.dormouse.mongodb.internal.transaction;

import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Which open transactions of this process hold tables on the server, so that a schema change waits for them, with a limit. Thread-safe. */
public final class TablesInUse {

    private final Map<Integer, List<Thread>> users = new HashMap<>();

    /** Makes a table that nobody uses. */
    public TablesInUse() {}

    synchronized void enter(int table) {
        users.computeIfAbsent(table, id -> new ArrayList<>()).add(Thread.currentThread());
    }

    synchronized void leave(int table, Thread user) {
        List<Thread> threads = users.get(table);
        if (threads != null) {
            threads.remove(user);
            if (threads.isEmpty()) {
                users.remove(table);
            }
        }
        notifyAll();
    }

    /** Waits until nobody uses a table; fails at once if a transaction of the same thread does. */
    public synchronized void awaitUnused(TableDefinition table, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (users.containsKey(table.id())) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || users.get(table.id()).contains(Thread.currentThread())) {
                throw new StoreException(MongoMessages.SCHEMA_BUSY.text(table.name()));
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreException(MongoMessages.INTERRUPTED.text(table.name()), e);
            }
        }
    }
}
