package dev.dormouse.lmdb.internal.checker;

/** Entries of indexes as two sums that do not depend on their order: equal sums are equal entries, but for one chance in 2^64. */
public final class EntryTally {

    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    private long count;
    private long sum;

    /** Counts an entry. */
    public void add(long entry) {
        count++;
        sum += entry;
    }

    /** Tells whether the same entries were counted. */
    public boolean agreesWith(EntryTally other) {
        return count == other.count && sum == other.sum;
    }

    /** Returns what stands for an entry: the key with the number of its index before it, and the primary key. */
    public static long entry(byte[] key, byte[] primaryKey) {
        long hash = mixed(add(START, key) + key.length);
        return mixed(add(hash, primaryKey));
    }

    private static long add(long start, byte[] bytes) {
        long hash = start;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xFF)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
