package dev.dormouse.mongodb.internal.store;

import dev.dormouse.mongodb.internal.client.Address;
import dev.dormouse.mongodb.internal.client.ConnectionOptions;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreProvider;
import java.util.Map;

/** Opens {@code mongodb://...} and {@code mongodb+srv://...}. */
public final class MongoStoreProvider implements StoreProvider {

    /** Made by the service loader. */
    public MongoStoreProvider() {}

    @Override
    public boolean accepts(String url) {
        return url.startsWith("mongodb://") || url.startsWith("mongodb+srv://");
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        ConnectionOptions options = ConnectionOptions.of(new SettingValues(settings));
        return new MongoStore(SharedStores.join(Address.of(url), options));
    }
}
