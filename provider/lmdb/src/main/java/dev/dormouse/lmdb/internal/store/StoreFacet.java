package dev.dormouse.lmdb.internal.store;

import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an LMDB store is besides a store. */
public interface StoreFacet {

    /** Nothing else. */
    StoreFacet NONE = new StoreFacet() {
        @Override
        public <T> Optional<T> unwrap(
                Class<T> type, Store store, LmdbMapStore shared, Supplier<@Nullable StoreTransaction> current) {
            return Optional.empty();
        }
    };

    /**
     * Returns the store as something else.
     *
     * @param current tells the transaction in which it is used, null for none
     */
    <T> Optional<T> unwrap(
            Class<T> type, Store store, LmdbMapStore shared, Supplier<@Nullable StoreTransaction> current);
}
