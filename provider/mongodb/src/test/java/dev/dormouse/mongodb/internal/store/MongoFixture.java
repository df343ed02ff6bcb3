package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.server.SharedServer;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.contract.StoreFixture;
import java.util.Map;

/** Stores in one database, which is emptied at the end of each test. */
final class MongoFixture implements StoreFixture {

    private static final Map<String, String> SETTINGS = Map.of(DormouseSettings.MONGODB_TIMEOUT, "30s");

    private final String name = SharedServer.get().freshName();

    @Override
    public Store open() {
        return new MongoStoreProvider().open(SharedServer.get().url(name), SETTINGS);
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public void close() {
        MongoDatabase database = SharedServer.get().client().getDatabase(name);
        database.drop();
    }
}
