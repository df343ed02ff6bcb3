package dev.dormouse.store.writeset;

/** A committed state that stays as it is until it is closed. */
public interface Snapshot extends IndexedMaps, AutoCloseable {

    /** Gives the state back. All cursors are closed before. Idempotent. */
    @Override
    void close();
}
