package dev.dormouse.mongodb.internal.client;

import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;
import java.time.Duration;

/**
 * How a store on MongoDB is opened.
 *
 * @param timeout how long a server, a connection or a schema change is waited for where the URL says nothing
 * @param lockLease how long a pessimistic lock outlives a process that died
 * @param transactional whether a server without transactions is refused
 * @param retriesWork whether work that another transaction or the server came in the way of is done again
 */
public record ConnectionOptions(Duration timeout, Duration lockLease, boolean transactional, boolean retriesWork) {

    /** Reads the options from settings. */
    public static ConnectionOptions of(SettingValues values) {
        return new ConnectionOptions(
                values.duration(DormouseSettings.MONGODB_TIMEOUT),
                values.duration(DormouseSettings.MONGODB_LOCK_LEASE),
                values.choice(DormouseSettings.MONGODB_TRANSACTIONS).equals("required"),
                values.flag(DormouseSettings.MONGODB_RETRY_WORK));
    }

    /** Refuses to share a store that is open otherwise. */
    public void checkAgree(ConnectionOptions other) {
        check(DormouseSettings.MONGODB_TIMEOUT, timeout, other.timeout);
        check(DormouseSettings.MONGODB_LOCK_LEASE, lockLease, other.lockLease);
        check(DormouseSettings.MONGODB_TRANSACTIONS, transactional, other.transactional);
        check(DormouseSettings.MONGODB_RETRY_WORK, retriesWork, other.retriesWork);
    }

    private static void check(String setting, Object open, Object wanted) {
        if (!open.equals(wanted)) {
            throw new StoreException(MongoMessages.CONTRADICTING_SETTINGS.text(setting, open, wanted));
        }
    }
}
