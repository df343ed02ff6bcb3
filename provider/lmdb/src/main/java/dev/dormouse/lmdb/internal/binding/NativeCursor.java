package dev.dormouse.lmdb.internal.binding;

import org.agrona.DirectBuffer;
import org.lmdbjava.Cursor;
import org.lmdbjava.GetOp;
import org.lmdbjava.PutFlags;
import org.lmdbjava.SeekOp;

/** Walks a map, the values of one key one by one. */
public final class NativeCursor implements AutoCloseable {

    private static final PutFlags[] PLAIN = {};
    private static final PutFlags[] ALL_VALUES = {PutFlags.MDB_NODUPDATA};
    private static final PutFlags[] NO_DUPLICATE = {PutFlags.MDB_NODUPDATA};
    private static final PutFlags[] LAST = {PutFlags.MDB_NODUPDATA, PutFlags.MDB_APPENDDUP};
    private static final PutFlags[] IN_PLACE = {PutFlags.MDB_CURRENT};

    private final Cursor<DirectBuffer> cursor;

    NativeCursor(Cursor<DirectBuffer> cursor) {
        this.cursor = cursor;
    }

    /** Goes to the first value; false if there is none, as with all that move. */
    public boolean first() {
        return seek(SeekOp.MDB_FIRST);
    }

    /** Goes to the last value. */
    public boolean last() {
        return seek(SeekOp.MDB_LAST);
    }

    /** Goes on. */
    public boolean next() {
        return seek(SeekOp.MDB_NEXT);
    }

    /** Goes back. */
    public boolean previous() {
        return seek(SeekOp.MDB_PREV);
    }

    private boolean seek(SeekOp where) {
        try {
            return cursor.seek(where);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Goes to the first value of the lowest key that is not below this one. */
    public boolean from(DirectBuffer key) {
        try {
            return cursor.get(key, GetOp.MDB_SET_RANGE);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Goes to the first value of a key; false if it is not there. A key on the page where the cursor stands is found without a descent. */
    public boolean at(DirectBuffer key) {
        try {
            return cursor.get(key, GetOp.MDB_SET);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Goes to one value of one key; false if it is not there. */
    public boolean at(DirectBuffer key, DirectBuffer value) {
        try {
            return cursor.get(key, value, SeekOp.MDB_GET_BOTH);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Returns the key; the buffer is good until the cursor moves. */
    public DirectBuffer key() {
        return cursor.key();
    }

    /** Returns the value; the buffer is good until the cursor moves, what it refers to as long as the transaction. */
    public DirectBuffer value() {
        return cursor.val();
    }

    /** Writes a value in place of what the key has, and goes there. */
    public void put(DirectBuffer key, DirectBuffer value) {
        put(key, value, PLAIN);
    }

    /** Writes a value in place of the one where it stands, which has this key. */
    public void replace(DirectBuffer key, DirectBuffer value) {
        put(key, value, IN_PLACE);
    }

    /** Adds a value to those of a key, unless it is among them, and goes there. */
    public void add(DirectBuffer key, DirectBuffer value) {
        put(key, value, NO_DUPLICATE);
    }

    /** Adds a value behind those of a key, and goes there; false if one of them is not below it. */
    public boolean addLast(DirectBuffer key, DirectBuffer value) {
        return put(key, value, LAST);
    }

    private boolean put(DirectBuffer key, DirectBuffer value, PutFlags[] flags) {
        try {
            return cursor.put(key, value, flags);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Removes the key with all of its values. */
    public void delete() {
        delete(ALL_VALUES);
    }

    /** Removes the value where it stands, and the key with the last one. */
    public void deleteValue() {
        delete(PLAIN);
    }

    private void delete(PutFlags[] flags) {
        try {
            cursor.delete(flags);
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    /** Goes over to another snapshot; the cursor is then nowhere. Only for reading transactions. */
    public void renew(NativeTransaction transaction) {
        try {
            cursor.renew(transaction.txn());
        } catch (RuntimeException e) {
            throw NativeException.of(e);
        }
    }

    @Override
    public void close() {
        cursor.close();
    }
}
