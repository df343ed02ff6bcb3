package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the native maps of a transaction of LMDB. */
abstract class NativeTransactions implements ByteTransaction {

    private @Nullable KeyMemory values;

    abstract OpenTransaction open();

    /** Returns how many writes there were, so that cursors find their place again. */
    abstract long writes();

    /** Returns the store's own exception for an error of LMDB. */
    abstract StoreException failed(NativeException error);

    KeyMemory values() {
        KeyMemory memory = values;
        if (memory == null) {
            memory = new KeyMemory();
            values = memory;
        }
        return memory;
    }

    @Override
    public @Nullable DirectBuffer get(ByteMap map, KeyBuffer key) {
        try {
            OpenTransaction transaction = open();
            return transaction.get(map.maps().records(), transaction.keys().of(key));
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public ByteCursor rows(ByteMap map, KeyRange range, boolean reverse) {
        return new NativeByteCursor(this, map.maps().records(), KeyPrefix.NONE, range, reverse);
    }

    @Override
    public ByteCursor entries(ByteMap map, int index, KeyRange range, boolean reverse) {
        return new NativeByteCursor(this, map.maps().entries(), KeyPrefix.of(index), range, reverse);
    }

    @Override
    public boolean hasEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value) {
        OpenTransaction transaction = open();
        NativeMap entries = map.maps().entries();
        NativeCursor cursor = transaction.cursor(entries);
        try {
            return cursor.at(transaction.keys().of(KeyPrefix.of(index), key), values().of(value));
        } catch (NativeException e) {
            throw failed(e);
        } finally {
            transaction.giveBack(entries, cursor);
        }
    }

    @Override
    public long size(ByteMap map) {
        try {
            return map.maps().records().size(open().txn());
        } catch (NativeException e) {
            throw failed(e);
        }
    }
}
