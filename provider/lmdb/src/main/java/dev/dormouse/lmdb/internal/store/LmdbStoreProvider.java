package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.EnvironmentOptions;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreProvider;
import java.nio.file.Path;
import java.util.Map;

/** Opens {@code lmdb:PATH}. */
public final class LmdbStoreProvider implements StoreProvider {

    private static final String SCHEME = "lmdb:";

    /** Made by the service loader. */
    public LmdbStoreProvider() {}

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        Path folder = Path.of(url.substring(SCHEME.length())).toAbsolutePath().normalize();
        SettingValues values = new SettingValues(settings);
        RecordOptions records = RecordOptions.of(values);
        Environment environment = Environment.open(EnvironmentOptions.of(folder, values));
        try {
            LmdbMapStore shared =
                    environment.attached(LmdbMapStore.class, () -> new LmdbMapStore(environment, records));
            shared.options().checkAgree(records);
            return new LmdbStore(shared);
        } catch (RuntimeException | Error e) {
            environment.close();
            throw e;
        }
    }
}
