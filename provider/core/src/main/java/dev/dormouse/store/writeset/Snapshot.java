package dev.dormouse.store.writeset;

/** A committed state that stays as it is until it is closed. */
public interface Snapshot extends IndexedMaps, AutoCloseable {

    /**
     * Says that nothing reads for now: no cursor is open, no view in use. The store may then take the state away to use its space; {@link #resume()}
     * tells. A transaction at read-committed calls it after each statement, so that one that waits for its user hinders nobody.
     */
    default void rest() {}

    /** Goes on reading after {@link #rest()}. False if the state was taken away: it is then closed, and a new one must be opened. */
    default boolean resume() {
        return true;
    }

    /** Says what the state is read for, for messages about states that stay open; its text is asked for only then. */
    default void openFor(Object stream) {}

    /** Gives the state back. All cursors are closed before. Idempotent. */
    @Override
    void close();
}
