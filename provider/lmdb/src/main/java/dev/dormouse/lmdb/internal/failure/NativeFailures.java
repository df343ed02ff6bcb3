package dev.dormouse.lmdb.internal.failure;

import dev.dormouse.store.StoreException;
import java.util.Locale;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.LmdbException;
import org.lmdbjava.LmdbNativeException;
import org.lmdbjava.Txn;

/** The one mapper from errors of LMDB to the store's own. */
public final class NativeFailures {

    private NativeFailures() {}

    /** Returns the store's exception for an error of the binding; {@code place} names the store. */
    public static StoreException mapped(RuntimeException error, Object place) {
        if (error instanceof StoreException known) {
            return known;
        }
        if (error instanceof Env.MapFullException) {
            return new StoreException(LmdbMessages.MAP_FULL.text(place), error);
        }
        if (error instanceof Txn.TxFullException) {
            return new StoreException(LmdbMessages.TRANSACTION_TOO_BIG.text(place), error);
        }
        if (error instanceof Dbi.DbFullException) {
            return new StoreException(LmdbMessages.TABLES_FULL.text(place), error);
        }
        if (error instanceof LmdbNativeException.PanicException) {
            return new StoreException(LmdbMessages.PANIC.text(place), error);
        }
        if (isNoSpace(error)) {
            return new StoreException(LmdbMessages.DISK_FULL.text(place), error);
        }
        return new StoreException(LmdbMessages.INPUT_OUTPUT.text(place + ": " + error.getMessage()), error);
    }

    /**
     * Returns the store's exception for an error of a commit.
     *
     * @param stopped whether LMDB has stopped since: it does so if the root page could not be written, and only then the commit may have happened
     */
    public static StoreException duringCommit(RuntimeException error, Object place, boolean stopped) {
        return stopped ? new UnknownOutcomeException(LmdbMessages.PANIC.text(place), error) : mapped(error, place);
    }

    /** Tells whether an error came from the binding. */
    public static boolean isNative(RuntimeException error) {
        return error instanceof LmdbException || error.getClass().getName().startsWith("org.lmdbjava.");
    }

    private static boolean isNoSpace(RuntimeException error) {
        if (!(error instanceof LmdbNativeException)) {
            return false;
        }
        String text = String.valueOf(error.getMessage()).toUpperCase(Locale.ROOT);
        return text.contains("ENOSPC")
                || text.contains("EFBIG")
                // What LMDB says when less was written than it asked for.
                || text.contains("EIO")
                || text.contains("EDQUOT")
                || text.contains("NO SPACE LEFT");
    }
}
