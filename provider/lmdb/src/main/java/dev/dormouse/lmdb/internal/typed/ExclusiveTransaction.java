package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.environment.WriteTransaction;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.store.ExclusiveWriter;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;

/** Holds the writer, on one platform thread, and writes at once. */
public final class ExclusiveTransaction extends NativeTransactions {

    private final ExclusiveWriter writer;
    private final Object place;
    private long stamp;
    private boolean broken;

    ExclusiveTransaction(ExclusiveWriter writer, Object place) {
        this.writer = writer;
        this.place = place;
    }

    WriteTransaction transaction() {
        return writer.transaction();
    }

    @Override
    OpenTransaction open() {
        return writer.transaction();
    }

    @Override
    long writes() {
        return stamp;
    }

    @Override
    StoreException failed(NativeException error) {
        broken = true;
        if (error.kind() == NativeException.Kind.MAP_FULL) {
            return new MapFullException(MapMessages.MAP_HAS_GROWN.text(place), error);
        }
        return NativeFailures.mapped(error, place);
    }

    @Override
    public void checkIndex(ByteMap map, int index, String name) {
        // The writer sees everything.
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    private WriteTransaction writing() {
        stamp++;
        return writer.transaction();
    }

    @Override
    public void put(ByteMap map, KeyBuffer key, DirectBuffer value) {
        try {
            WriteTransaction transaction = writing();
            transaction.put(map.maps().records(), transaction.keys().of(key), value);
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean append(ByteMap map, KeyBuffer key, DirectBuffer value) {
        try {
            WriteTransaction transaction = writing();
            return transaction.append(map.maps().records(), transaction.keys().of(key), value);
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean delete(ByteMap map, KeyBuffer key) {
        try {
            WriteTransaction transaction = writing();
            return transaction.delete(map.maps().records(), transaction.keys().of(key));
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public void addEntry(ByteMap map, int index, boolean unique, KeyBuffer key, KeyBuffer value) {
        try {
            WriteTransaction transaction = writing();
            transaction.add(map.maps().entries(), transaction.keys().of(KeyPrefix.of(index), key), values().of(value));
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean deleteEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value) {
        try {
            WriteTransaction transaction = writing();
            return transaction.delete(
                    map.maps().entries(), transaction.keys().of(KeyPrefix.of(index), key), values().of(value));
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    @Override
    public void depend(ByteMap map, KeyBuffer key) {
        // Nobody else writes.
    }

    @Override
    public void truncate(ByteMap map) {
        try {
            WriteTransaction transaction = writing();
            transaction.empty(map.maps().records());
            transaction.empty(map.maps().entries());
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    /** Begins a part that can be undone by itself. Cursors are closed before. */
    public WriteTransaction.Outer beginNested() {
        try {
            stamp++;
            return writer.transaction().beginNested();
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    /** Ends the part. */
    public void endNested(WriteTransaction.Outer outer, boolean kept) {
        try {
            stamp++;
            writer.transaction().endNested(outer, kept && !broken);
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    void whenCommitted(Runnable action) {
        writer.whenCommitted(action);
    }

    /** Tells whether LMDB failed, so that only rolling back is left. */
    public boolean isBroken() {
        return broken;
    }

    /** Makes the changes durable and visible, all or none. Cursors are closed before. */
    public void commit() {
        try {
            writer.commit();
        } catch (NativeException e) {
            throw failed(e);
        }
    }

    /** Forgets the changes, unless they were committed. Idempotent. */
    public void rollback() {
        writer.close();
    }
}
