package dev.dormouse.internal.memory;

import dev.dormouse.store.Store;
import dev.dormouse.store.StoreProvider;
import java.util.HashMap;
import java.util.Map;

/** Opens {@code memory:NAME}. */
public final class MemoryStoreProvider implements StoreProvider {

    private static final String SCHEME = "memory:";
    private static final Map<String, Shared> OPEN = new HashMap<>();

    private static final class Shared {
        private final MemoryDatabase database = new MemoryDatabase();
        private int users;
    }

    /** Made by the service loader. */
    public MemoryStoreProvider() {}

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        String name = url.substring(SCHEME.length());
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(name, n -> new Shared());
            shared.users++;
            return new MemoryStore(shared.database, () -> leave(name, shared));
        }
    }

    private static void leave(String name, Shared shared) {
        synchronized (OPEN) {
            if (--shared.users == 0) {
                OPEN.remove(name);
            }
        }
    }
}
