package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.MongoClient;
import dev.dormouse.mongodb.ApplicationClients;
import dev.dormouse.mongodb.internal.client.Address;
import dev.dormouse.mongodb.internal.client.Connection;
import dev.dormouse.mongodb.internal.client.ConnectionOptions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open stores of this process by address; factories with one address share a client, and the last one closes it. Thread-safe. */
final class SharedStores {

    private static final Map<String, Use> OPEN = new HashMap<>();

    private static final class Use {
        private final SharedStore store;
        private int users;

        Use(SharedStore store) {
            this.store = store;
        }
    }

    private SharedStores() {}

    static SharedStore join(Address address, ConnectionOptions options) {
        synchronized (OPEN) {
            Use use = OPEN.get(address.url());
            if (use == null) {
                use = new Use(open(address, options));
                OPEN.put(address.url(), use);
            } else {
                use.store.connection().options().checkAgree(options);
            }
            use.users++;
            return use.store;
        }
    }

    private static SharedStore open(Address address, ConnectionOptions options) {
        @Nullable
        MongoClient application = ApplicationClients.find(address.url()).orElse(null);
        Connection connection = Connection.open(address, options, application);
        try {
            return new SharedStore(connection);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    static void leave(SharedStore store) {
        String url = store.connection().address().url();
        synchronized (OPEN) {
            Use use = OPEN.get(url);
            if (use != null && use.store == store && --use.users == 0) {
                OPEN.remove(url);
                store.close();
            }
        }
    }
}
