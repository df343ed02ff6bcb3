package dev.dormouse.lmdb.internal.typed;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.failure.NativeFailures;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import org.agrona.DirectBuffer;

/** Reads one committed state. Takes no lock of the writer. */
public final class SnapshotTransaction extends NativeTransactions implements AutoCloseable {

    private final Lease lease;

    SnapshotTransaction(Lease lease) {
        this.lease = lease;
    }

    @Override
    OpenTransaction open() {
        return lease;
    }

    @Override
    long writes() {
        return 0;
    }

    @Override
    StoreException failed(NativeException error) {
        return NativeFailures.mapped(error, "reading");
    }

    @Override
    public void checkIndex(ByteMap map, int index, String name) {
        if (lease.snapshot() < map.attached(index)) {
            throw new StoreException(
                    MapMessages.YOUNGER_INDEX.text(name, map.definition().name()));
        }
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public void put(ByteMap map, KeyBuffer key, DirectBuffer value) {
        throw refusal(map);
    }

    @Override
    public boolean append(ByteMap map, KeyBuffer key, DirectBuffer value) {
        throw refusal(map);
    }

    @Override
    public boolean delete(ByteMap map, KeyBuffer key) {
        throw refusal(map);
    }

    @Override
    public void addEntry(ByteMap map, int index, boolean unique, KeyBuffer key, KeyBuffer value) {
        throw refusal(map);
    }

    @Override
    public boolean deleteEntry(ByteMap map, int index, KeyBuffer key, KeyBuffer value) {
        throw refusal(map);
    }

    @Override
    public void depend(ByteMap map, KeyBuffer key) {
        throw refusal(map);
    }

    @Override
    public void truncate(ByteMap map) {
        throw refusal(map);
    }

    private static StoreException refusal(ByteMap map) {
        return new StoreException(
                MapMessages.READ_ONLY_TRANSACTION.text(map.definition().name()));
    }

    @Override
    public void close() {
        lease.close();
    }
}
