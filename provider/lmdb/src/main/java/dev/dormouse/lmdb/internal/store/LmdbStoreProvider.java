package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.Environment;
import dev.dormouse.lmdb.internal.environment.EnvironmentOptions;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreProvider;
import java.nio.file.Path;
import java.util.Map;

/** Opens {@code lmdb:PATH}; the registered provider adds the typed maps. */
public final class LmdbStoreProvider implements StoreProvider {

    private static final String SCHEME = "lmdb:";

    private final StoreFacet facet;

    /** Makes the provider of stores that are nothing else. */
    public LmdbStoreProvider() {
        this(StoreFacet.NONE);
    }

    /** Makes the provider of stores that can be unwrapped to what a facet knows. */
    public LmdbStoreProvider(StoreFacet facet) {
        this.facet = facet;
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        Path folder = Path.of(url.substring(SCHEME.length())).toAbsolutePath().normalize();
        SettingValues values = new SettingValues(settings);
        RecordOptions records = RecordOptions.of(values);
        return new LmdbStore(shared(EnvironmentOptions.of(folder, values), records), facet);
    }

    /** Opens an environment, or joins the one that is open already, for a user without a store; closing the environment gives it back. */
    public static LmdbMapStore share(Path folder, Map<String, String> settings) {
        SettingValues values = new SettingValues(settings);
        return shared(EnvironmentOptions.of(folder, values), RecordOptions.of(values));
    }

    private static LmdbMapStore shared(EnvironmentOptions options, RecordOptions records) {
        Environment environment = Environment.open(options);
        try {
            LmdbMapStore shared =
                    environment.attached(LmdbMapStore.class, () -> new LmdbMapStore(environment, records));
            shared.options().checkAgree(records);
            return shared;
        } catch (RuntimeException | Error e) {
            environment.close();
            throw e;
        }
    }
}
