package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.Lease;
import dev.dormouse.lmdb.internal.environment.OpenTransaction;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.writeset.Snapshot;

/** A committed state, read through a lease. */
final class LmdbSnapshot extends LmdbMaps implements Snapshot {

    private final Lease lease;
    private final Committed state;

    LmdbSnapshot(Lease lease, Committed state) {
        this.lease = lease;
        this.state = state;
    }

    Lease lease() {
        return lease;
    }

    @Override
    OpenTransaction transaction() {
        return lease;
    }

    @Override
    Tables tables() {
        return state.tables();
    }

    @Override
    public long version() {
        return state.version();
    }

    @Override
    public Catalog catalog() {
        return state.tables().catalog();
    }

    @Override
    public void openFor(Object stream) {
        lease.openFor(stream);
    }

    @Override
    public void rest() {
        lease.park();
    }

    @Override
    public boolean resume() {
        return lease.unpark();
    }

    @Override
    public void close() {
        lease.close();
    }
}
