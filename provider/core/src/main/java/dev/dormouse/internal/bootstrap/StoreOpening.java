package dev.dormouse.internal.bootstrap;

import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreProvider;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the store provider that serves an address: the one look-up of services. */
final class StoreOpening {

    private StoreOpening() {}

    /** Opens the store of a unit. */
    static Store open(String unit, UnitSettings settings, ClassLoader loader) {
        Map<String, StoreProvider> providers = providers(loader);
        for (StoreProvider provider : providers.values()) {
            if (provider.accepts(settings.url())) {
                try {
                    return provider.open(settings.url(), settings.values().texts());
                } catch (StoreException failure) {
                    throw new PersistenceException(
                            BootstrapMessages.STORE_FAILED.text(unit, failure.getMessage()), failure);
                }
            }
        }
        throw new PersistenceException(BootstrapMessages.NO_STORE.text(settings.printableUrl(), providers.keySet()));
    }

    /** The application's loader first, then that of this provider; a class that both find counts once. */
    private static Map<String, StoreProvider> providers(ClassLoader loader) {
        Map<String, StoreProvider> found = new LinkedHashMap<>();
        for (ClassLoader each : new ClassLoader[] {loader, StoreOpening.class.getClassLoader()}) {
            for (StoreProvider provider : ServiceLoader.load(StoreProvider.class, each)) {
                found.putIfAbsent(provider.getClass().getName(), provider);
            }
        }
        return found;
    }
}
