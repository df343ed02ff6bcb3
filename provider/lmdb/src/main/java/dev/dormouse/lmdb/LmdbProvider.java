package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.store.LmdbStoreProvider;
import dev.dormouse.lmdb.internal.store.StoreFacet;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreProvider;
import dev.dormouse.store.StoreTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code lmdb:PATH} for the persistence provider. {@code entityManager.unwrap(LmdbDatabase.class)} is the same database for typed maps: while a transaction of the entity manager is active,
 * they belong to it.
 */
public final class LmdbProvider implements StoreProvider {

    private static final StoreFacet TYPED_MAPS = new StoreFacet() {
        @Override
        public <T> Optional<T> unwrap(
                Class<T> type, Store store, LmdbMapStore shared, Supplier<@Nullable StoreTransaction> current) {
            return type == LmdbDatabase.class
                    ? Optional.of(type.cast(LmdbDatabase.beside(shared, current)))
                    : Optional.empty();
        }
    };

    private final StoreProvider stores = new LmdbStoreProvider(TYPED_MAPS);

    /** Made by the service loader. */
    public LmdbProvider() {}

    @Override
    public boolean accepts(String url) {
        return stores.accepts(url);
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        return stores.open(url, settings);
    }
}
