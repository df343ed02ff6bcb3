package dev.dormouse.lmdb.internal.binding;

import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Dbi;
import org.lmdbjava.PutFlags;

/** A named map of bytes, in the order of unsigned bytes. Thread-safe as far as its transactions are. */
public final class NativeMap {

    private static final PutFlags[] PLAIN = {};
    private static final PutFlags[] APPEND = {PutFlags.MDB_APPEND};
    private static final PutFlags[] NO_DUPLICATE = {PutFlags.MDB_NODUPDATA};

    private final Dbi<DirectBuffer> dbi;

    NativeMap(Dbi<DirectBuffer> dbi) {
        this.dbi = dbi;
    }

    /** Returns the value of a key, or null; the buffer is good until the next call in this transaction. */
    public @Nullable DirectBuffer get(NativeTransaction transaction, DirectBuffer key) {
        try {
            return dbi.get(transaction.txn(), key);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Writes a value in place of what is there. */
    public void put(NativeTransaction transaction, DirectBuffer key, DirectBuffer value) {
        try {
            dbi.put(transaction.txn(), key, value, PLAIN);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Writes a value behind all others; false if the key is not above the last one. */
    public boolean append(NativeTransaction transaction, DirectBuffer key, DirectBuffer value) {
        try {
            return dbi.put(transaction.txn(), key, value, APPEND);
        } catch (Dbi.KeyExistsException e) {
            return false;
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Adds a value to those of a key, unless it is among them. */
    public void add(NativeTransaction transaction, DirectBuffer key, DirectBuffer value) {
        try {
            dbi.put(transaction.txn(), key, value, NO_DUPLICATE);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Removes a key, or one value of it; false if it is not there. */
    public boolean delete(NativeTransaction transaction, DirectBuffer key, @Nullable DirectBuffer value) {
        try {
            return dbi.delete(transaction.txn(), key, value);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Removes everything. */
    public void clear(NativeTransaction transaction) {
        drop(transaction, false);
    }

    /** Removes the map itself. Nobody else may use it. */
    public void drop(NativeTransaction transaction) {
        drop(transaction, true);
    }

    private void drop(NativeTransaction transaction, boolean whole) {
        try {
            dbi.drop(transaction.txn(), whole);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Returns how many values there are. */
    public long size(NativeTransaction transaction) {
        try {
            return dbi.stat(transaction.txn()).entries;
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Returns how its pages are used. */
    public NativeStatistics statistics(NativeTransaction transaction) {
        try {
            return NativeStatistics.of(dbi.stat(transaction.txn()));
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Opens a cursor. */
    public NativeCursor cursor(NativeTransaction transaction) {
        try {
            return new NativeCursor(dbi.openCursor(transaction.txn()));
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }
}
