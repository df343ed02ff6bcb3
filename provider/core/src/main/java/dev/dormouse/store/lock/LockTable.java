package dev.dormouse.store.lock;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who has locked what. An owner that waits in a circle fails at once, and so does one that waits for another owner of its own thread. Thread-safe.
 */
public final class LockTable {

    /** One locked thing. */
    static final class Entry {
        private final Object target;
        private final Condition released;
        private final Map<LockOwner, LockStrength> holders = new HashMap<>(4);
        private int waiters;

        private Entry(Object target, Condition released) {
            this.target = target;
            this.released = released;
        }

        private boolean isFreeFor(LockOwner owner, LockStrength strength) {
            for (Map.Entry<LockOwner, LockStrength> holder : holders.entrySet()) {
                if (holder.getKey() != owner
                        && (strength == LockStrength.EXCLUSIVE || holder.getValue() == LockStrength.EXCLUSIVE)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final ReentrantLock guard = new ReentrantLock();
    private final Map<Object, Entry> entries = new HashMap<>();
    private volatile int size;

    /** Makes a table without locks. */
    public LockTable() {}

    /** Tells whether nothing is locked. Costs one volatile read. */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * Locks a thing for an owner, who may have locked it already, weaker or stronger.
     *
     * @param target what is locked, by its equals
     * @param name how it is called in messages
     * @param timeout how long to wait; zero or less for an immediate answer
     * @throws LockTimeoutException if others keep it for longer, or can never give it back
     */
    public void lock(LockOwner owner, Object target, String name, LockStrength strength, Duration timeout) {
        guard.lock();
        try {
            owner.thread = Thread.currentThread();
            Entry entry = entries.computeIfAbsent(target, t -> new Entry(t, guard.newCondition()));
            try {
                if (!entry.isFreeFor(owner, strength)) {
                    waitFor(entry, owner, name, strength, timeout);
                }
                hold(entry, owner, strength);
            } finally {
                dropUnused(entry);
            }
        } finally {
            guard.unlock();
        }
    }

    private static void hold(Entry entry, LockOwner owner, LockStrength strength) {
        LockStrength before = entry.holders.get(owner);
        if (before == null) {
            owner.held.add(entry);
        }
        if (before != LockStrength.EXCLUSIVE) {
            entry.holders.put(owner, strength);
        }
    }

    private static void waitFor(Entry entry, LockOwner owner, String name, LockStrength strength, Duration timeout) {
        long remaining = timeout.toNanos();
        entry.waiters++;
        owner.waitingFor = entry;
        try {
            while (!entry.isFreeFor(owner, strength)) {
                if (leadsBack(entry, owner, new HashSet<>())) {
                    throw new LockTimeoutException(StoreMessages.LOCK_CYCLE.text(name));
                }
                if (remaining <= 0) {
                    throw new LockTimeoutException(StoreMessages.LOCK_TIMEOUT.text(name, timeout.toMillis()));
                }
                remaining = entry.released.awaitNanos(remaining);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException(StoreMessages.LOCK_INTERRUPTED.text(name));
        } finally {
            entry.waiters--;
            owner.waitingFor = null;
        }
    }

    private static boolean leadsBack(Entry entry, LockOwner seeker, Set<Entry> seen) {
        for (LockOwner holder : entry.holders.keySet()) {
            if (holder == seeker) {
                continue;
            }
            Entry next = holder.waitingFor;
            if (holder.thread == seeker.thread
                    || (next != null
                            && (next.holders.containsKey(seeker)
                                    || (seen.add(next) && leadsBack(next, seeker, seen))))) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether another owner has locked a thing. */
    public boolean isLockedByOther(LockOwner owner, Object target) {
        if (isEmpty()) {
            return false;
        }
        guard.lock();
        try {
            Entry entry = entries.get(target);
            return entry != null && !entry.isFreeFor(owner, LockStrength.EXCLUSIVE);
        } finally {
            guard.unlock();
        }
    }

    /** Gives back all locks of an owner. */
    public void releaseAll(LockOwner owner) {
        guard.lock();
        try {
            for (Entry entry : owner.held) {
                entry.holders.remove(owner);
                entry.released.signalAll();
                dropUnused(entry);
            }
            owner.held.clear();
        } finally {
            guard.unlock();
        }
    }

    private void dropUnused(Entry entry) {
        if (entry.holders.isEmpty() && entry.waiters == 0) {
            entries.remove(entry.target, entry);
        }
        size = entries.size();
    }
}
