package dev.dormouse.lmdb.internal.environment;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.PutFlags;
import org.lmdbjava.Txn;

/** The one transaction of LMDB that writes, from begin to end on one platform thread. Errors are the binding's: the leader of the batch knows what they mean. */
public final class WriteTransaction implements NativeTransaction, AutoCloseable {

    private static final PutFlags[] PLAIN = {};
    private static final PutFlags[] NO_DUPLICATE = {PutFlags.MDB_NODUPDATA};

    private final Txn<DirectBuffer> txn;
    private final KeyMemory keys;
    private final WriteFaults faults;
    private long writes;

    /** Begins it; {@code keys} is the writer's own. */
    public WriteTransaction(Environment environment, KeyMemory keys) {
        this.txn = environment.env().txnWrite();
        this.keys = keys;
        this.faults = environment.faults();
    }

    @Override
    public Txn<DirectBuffer> txn() {
        return txn;
    }

    @Override
    public KeyMemory keys() {
        return keys;
    }

    @Override
    public Cursor<DirectBuffer> cursor(Dbi<DirectBuffer> dbi) {
        return dbi.openCursor(txn);
    }

    @Override
    public void giveBack(Dbi<DirectBuffer> dbi, Cursor<DirectBuffer> cursor) {
        cursor.close();
    }

    /** Returns how many writes there were. */
    public long writes() {
        return writes;
    }

    /** Counts a write before it is made; those of this object count themselves. */
    public void countWrite() {
        faults.write();
        writes++;
    }

    public void put(Dbi<DirectBuffer> dbi, DirectBuffer key, DirectBuffer value) {
        countWrite();
        dbi.put(txn, key, value, PLAIN);
    }

    /** Adds a value to a key that may have several; false if it has it already. */
    public boolean add(Dbi<DirectBuffer> dbi, DirectBuffer key, DirectBuffer value) {
        countWrite();
        return dbi.put(txn, key, value, NO_DUPLICATE);
    }

    /** Removes a key; false if it is not there. */
    public boolean delete(Dbi<DirectBuffer> dbi, DirectBuffer key) {
        countWrite();
        return dbi.delete(txn, key);
    }

    /** Removes one value of a key; false if it is not there. */
    public boolean delete(Dbi<DirectBuffer> dbi, DirectBuffer key, UnsafeBuffer value) {
        countWrite();
        return dbi.delete(txn, key, value);
    }

    public void empty(Dbi<DirectBuffer> dbi) {
        countWrite();
        dbi.drop(txn, false);
    }

    /** Ends it without effect, unless it was committed. */
    @Override
    public void close() {
        txn.close();
    }
}
