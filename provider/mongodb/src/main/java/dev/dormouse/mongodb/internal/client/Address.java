package dev.dormouse.mongodb.internal.client;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;

/**
 * Where a store is.
 *
 * @param url the connection string as it was given
 * @param parsed what it says
 */
public record Address(String url, ConnectionString parsed) {

    /** Reads a URL. */
    public static Address of(String url) {
        ConnectionString parsed;
        try {
            parsed = new ConnectionString(url);
        } catch (IllegalArgumentException | MongoConfigurationException e) {
            throw new StoreException(
                    MongoMessages.BAD_URL.text(printable(url), printable(String.valueOf(e.getMessage()))), e);
        }
        if (parsed.getDatabase() == null) {
            throw new StoreException(MongoMessages.NO_DATABASE.text(printable(url)));
        }
        return new Address(url, parsed);
    }

    /** Returns the name of the database. */
    public String database() {
        return Objects.requireNonNull(parsed.getDatabase());
    }

    private static String printable(String text) {
        return text.replaceAll("://[^/@]*@", "://***@");
    }

    /** Returns the settings of a client of this address; what the URL says of a time wins over the timeout. */
    MongoClientSettings settings(Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        return MongoClientSettings.builder()
                .applicationName("dormouse")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(millis, TimeUnit.MILLISECONDS).readTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(millis, TimeUnit.MILLISECONDS))
                .applyConnectionString(parsed)
                .build();
    }

    /** Returns the same settings, but for a client that waits for answers without end. */
    MongoClientSettings patientSettings(Duration timeout) {
        return MongoClientSettings.builder(settings(timeout))
                .applyToSocketSettings(socket -> socket.readTimeout(0, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.minSize(0))
                .build();
    }

    /** Returns the address without its secrets. */
    @Override
    public String toString() {
        return printable(url);
    }
}
