package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.MongoDatabase;
import dev.dormouse.mongodb.server.SharedServer;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.contract.StoreFixture;
import java.util.Map;

/** Stores in one database, which is emptied at the end of each test. */
final class MongoFixture implements StoreFixture {

    private final String name = SharedServer.get().freshName();
    private final Map<String, String> settings;

    MongoFixture() {
        settings = Map.of(DormouseSettings.MONGODB_TIMEOUT, "30s");
    }

    MongoFixture(String setting, String value) {
        settings = Map.of(DormouseSettings.MONGODB_TIMEOUT, "30s", setting, value);
    }

    @Override
    public Store open() {
        return new MongoStoreProvider().open(SharedServer.get().url(name), settings);
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
