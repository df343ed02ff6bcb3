package dev.dormouse.lmdb.internal.failure;

import dev.dormouse.failure.Message;
import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.store.StoreException;

/** The one mapper from errors of LMDB to the store's own. */
public final class NativeFailures {

    private NativeFailures() {}

    /** Returns the store's exception for an error of LMDB; {@code place} names the store. */
    public static StoreException mapped(NativeException error, Object place) {
        Message message =
                switch (error.kind()) {
                    case MAP_FULL -> LmdbMessages.MAP_FULL;
                    case TRANSACTION_FULL -> LmdbMessages.TRANSACTION_TOO_BIG;
                    case MAPS_FULL -> LmdbMessages.TABLES_FULL;
                    case STOPPED -> LmdbMessages.PANIC;
                    case NO_SPACE -> LmdbMessages.DISK_FULL;
                    case MAP_RESIZED, READERS_FULL, NO_MEMORY, OTHER -> LmdbMessages.INPUT_OUTPUT;
                };
        Object shown = message.equals(LmdbMessages.INPUT_OUTPUT) ? place + ": " + error.getMessage() : place;
        return new StoreException(message.text(shown), error);
    }

    /**
     * Returns the store's exception for an error of a commit.
     *
     * @param stopped whether LMDB has stopped since: it does so if the root page could not be written, and only then the commit may have happened
     */
    public static StoreException duringCommit(NativeException error, Object place, boolean stopped) {
        return stopped ? new UnknownOutcomeException(LmdbMessages.PANIC.text(place), error) : mapped(error, place);
    }
}
