package dev.dormouse.mongodb;

import com.mongodb.client.MongoClient;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where an application hands in a {@link MongoClient} of its own. Factories whose URL is the registered one then use it instead of making one, and never
 * close it. Register before the first factory is created, and take the client back after the last one is closed. Thread-safe.
 */
public final class ApplicationClients {

    private static final Map<String, MongoClient> BY_URL = new ConcurrentHashMap<>();

    private ApplicationClients() {}

    /** A client that is registered until this is closed. */
    public interface Registration extends AutoCloseable {
        /** Takes the client back. Idempotent. */
        @Override
        void close();
    }

    /**
     * Registers a client.
     *
     * @param url the URL exactly as the factory will have it, without {@code jdbc:dormouse:}; its database is used, its other parts are not
     * @param client the client, which the application closes
     * @throws IllegalStateException if the URL has a client already
     */
    public static Registration register(String url, MongoClient client) {
        if (BY_URL.putIfAbsent(url, client) != null) {
            throw new IllegalStateException(
                    MongoMessages.CLIENT_REGISTERED.text(url.replaceAll("://[^/@]*@", "://***@")));
        }
        return () -> BY_URL.remove(url, client);
    }

    /** Returns the client that is registered for a URL. */
    public static Optional<MongoClient> find(String url) {
        return Optional.ofNullable(BY_URL.get(url));
    }
}
