package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** The one transaction of LMDB that writes, from begin to end on one platform thread. Errors are LMDB's own: the leader of the batch knows what they mean. */
public final class WriteTransaction implements OpenTransaction, AutoCloseable {

    private NativeTransaction txn;
    private final KeyMemory keys;
    private final WriteFaults faults;
    private final WritingCursors cursors = new WritingCursors();
    private long writes;

    /** Whether the last value was added behind all others of its key, as far as anybody tried. */
    private boolean isAddingLast;

    /** Begins it; {@code keys} is the writer's own. */
    public WriteTransaction(Environment environment, KeyMemory keys) {
        this.txn = environment.env().write();
        this.keys = keys;
        this.faults = environment.faults();
    }

    @Override
    public NativeTransaction txn() {
        return txn;
    }

    @Override
    public KeyMemory keys() {
        return keys;
    }

    @Override
    public @Nullable DirectBuffer get(NativeMap map, DirectBuffer key) {
        NativeCursor cursor = cursors.of(map, txn);
        if (cursor == null) {
            return map.get(txn, key);
        }
        return cursor.at(key) ? cursor.value() : null;
    }

    @Override
    public NativeCursor cursor(NativeMap map) {
        return map.cursor(txn);
    }

    @Override
    public void giveBack(NativeMap map, NativeCursor cursor) {
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

    public void put(NativeMap map, DirectBuffer key, DirectBuffer value) {
        countWrite();
        NativeCursor cursor = cursors.of(map, txn);
        if (cursor == null) {
            map.put(txn, key, value);
        } else {
            cursor.put(key, value);
        }
    }

    /** Writes a value in place of the one of this key that {@link #get} has just returned. */
    public void replace(NativeMap map, DirectBuffer key, DirectBuffer value) {
        countWrite();
        NativeCursor cursor = cursors.opened(map);
        if (cursor == null) {
            map.put(txn, key, value);
        } else {
            cursor.replace(key, value);
        }
    }

    /** Adds a value to a key that may have several, unless it has it already. */
    public void add(NativeMap map, DirectBuffer key, DirectBuffer value) {
        isAddingLast = true;
        addAnywhere(map, key, value);
    }

    private void addAnywhere(NativeMap map, DirectBuffer key, DirectBuffer value) {
        countWrite();
        NativeCursor cursor = cursors.of(map, txn);
        if (cursor == null) {
            map.add(txn, key, value);
        } else {
            cursor.add(key, value);
        }
    }

    /** As {@link #add}, to the key that the last value was added to, and of a higher value than that: often it is the highest of all, which needs no search. */
    public void addNext(NativeMap map, DirectBuffer key, DirectBuffer value) {
        NativeCursor cursor = cursors.opened(map);
        if (cursor == null || !isAddingLast) {
            addAnywhere(map, key, value);
            return;
        }
        countWrite();
        isAddingLast = cursor.addLast(key, value);
        if (!isAddingLast) {
            cursor.add(key, value);
        }
    }

    /** Removes a key; false if it is not there. */
    public boolean delete(NativeMap map, DirectBuffer key) {
        countWrite();
        NativeCursor cursor = cursors.of(map, txn);
        if (cursor == null) {
            return map.delete(txn, key, null);
        }
        boolean found = cursor.at(key);
        if (found) {
            cursor.delete();
        }
        return found;
    }

    /** Removes one value of a key; false if it is not there. */
    public boolean delete(NativeMap map, DirectBuffer key, DirectBuffer value) {
        countWrite();
        NativeCursor cursor = cursors.of(map, txn);
        if (cursor == null) {
            return map.delete(txn, key, value);
        }
        boolean found = cursor.at(key, value);
        if (found) {
            cursor.deleteValue();
        }
        return found;
    }

    public void empty(NativeMap map) {
        countWrite();
        map.clear(txn);
    }

    /** Begins a part that can be undone by itself; returns what {@link #endNested} needs. */
    public Outer beginNested() {
        cursors.close();
        Outer outer = new Outer(txn, writes);
        txn = txn.nested();
        return outer;
    }

    /** Ends the part: what it wrote belongs to the whole, or is undone. */
    public void endNested(Outer outer, boolean kept) {
        cursors.close();
        try (NativeTransaction inner = txn) {
            txn = outer.txn;
            if (kept) {
                inner.commit();
            } else {
                writes = outer.writes;
            }
        }
    }

    /**
     * The state around a part.
     *
     * @param txn the outer transaction
     * @param writes its writes so far
     */
    public record Outer(NativeTransaction txn, long writes) {}

    /** Writes behind all others; false if the key is not above the last one. */
    public boolean append(NativeMap map, DirectBuffer key, DirectBuffer value) {
        countWrite();
        return map.append(txn, key, value);
    }

    /** Commits; after a failure it has ended without effect, unless LMDB has stopped. Cursors are given back before. */
    public void commit() {
        cursors.close();
        txn.commit();
    }

    /** Ends it without effect, unless it was committed. */
    @Override
    public void close() {
        cursors.close();
        txn.close();
    }
}
