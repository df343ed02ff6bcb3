package dev.dormouse.mongodb.internal.failure;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.dormouse.failure.Message;
import dev.dormouse.store.StoreException;
import java.util.function.Supplier;

/** The one mapper from errors of the driver to the store's own. */
public final class DriverFailures {

    private static final int AUTHENTICATION_FAILED = 18;
    private static final int UNAUTHORIZED = 13;

    private DriverFailures() {}

    /** Runs a piece of work of the driver; its errors come as the store's. */
    public static <T> T guarded(String place, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw mapped(e, place);
        }
    }

    /** Returns the store's exception for an error of the driver; {@code place} names the store or the collection. */
    public static StoreException mapped(MongoException error, String place) {
        Message message = message(error);
        return message.equals(MongoMessages.SERVER_ERROR)
                ? new StoreException(message.text(place + ": " + error.getMessage()), error)
                : new StoreException(message.text(place, reason(error)), error);
    }

    private static Message message(MongoException error) {
        if (error instanceof MongoSecurityException
                || error.getCode() == AUTHENTICATION_FAILED
                || error.getCode() == UNAUTHORIZED
                || hasCause(error, MongoSecurityException.class)) {
            return MongoMessages.REFUSED_CREDENTIALS;
        }
        if (error.getClass().getSimpleName().equals("MongoConnectionPoolClearedException")) {
            return MongoMessages.NETWORK;
        }
        if (error instanceof MongoTimeoutException) {
            String text = String.valueOf(error.getMessage());
            if (text.contains("AuthenticationFailed") || text.contains("MongoSecurityException")) {
                return MongoMessages.REFUSED_CREDENTIALS;
            }
            if (text.contains("javax.net.ssl.SSL")) {
                return MongoMessages.INSECURE;
            }
            return text.contains("waiting for a connection") || text.contains("while waiting for")
                    ? pool(text)
                    : MongoMessages.UNREACHABLE;
        }
        if (error instanceof MongoSocketException) {
            return MongoMessages.NETWORK;
        }
        if (error.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
            return MongoMessages.TRANSACTION_LOST;
        }
        return MongoMessages.SERVER_ERROR;
    }

    private static Message pool(String text) {
        return text.contains("server that matches") ? MongoMessages.UNREACHABLE : MongoMessages.POOL_EXHAUSTED;
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> kind) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(MongoException error) {
        return String.valueOf(error.getMessage());
    }

    /** Returns the store's exception for a commit that failed. */
    public static StoreException duringCommit(MongoException error, String place) {
        boolean unknown = error.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                || error instanceof MongoSocketException
                || error instanceof MongoWriteConcernException;
        return unknown
                ? new UnknownOutcomeException(MongoMessages.COMMIT_UNKNOWN.text(place, reason(error)), error)
                : mapped(error, place);
    }

    /** Tells whether two transactions wrote the same record. */
    public static boolean isWriteConflict(MongoException error) {
        return error.getCode() == ErrorCodes.WRITE_CONFLICT;
    }

    /** Tells whether the server, or the way to it, ended a transaction for no fault of its own, so that it may be played again. */
    public static boolean isTransient(MongoException error) {
        return error.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL) && !isWriteConflict(error);
    }

    /** Tells whether the driver refuses to go on by itself. */
    public static boolean isClientError(MongoException error) {
        return error instanceof MongoClientException;
    }

    /** Returns the code's name that a server sent, or the message. */
    public static String nameOf(MongoException error) {
        return error instanceof MongoCommandException command ? command.getErrorCodeName() : reason(error);
    }
}
