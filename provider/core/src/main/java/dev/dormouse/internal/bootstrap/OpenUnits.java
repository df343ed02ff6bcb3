package dev.dormouse.internal.bootstrap;

import dev.dormouse.internal.context.EntityInspection;
import jakarta.persistence.spi.LoadState;
import jakarta.persistence.spi.ProviderUtil;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Tells {@code Persistence.getPersistenceUtil()} about the instances of all units that are open (section 9.9.1). Thread-safe. */
public final class OpenUnits implements ProviderUtil {

    /** The only one. */
    public static final OpenUnits INSTANCE = new OpenUnits();

    private final Set<EntityInspection> units =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private OpenUnits() {}

    void add(EntityInspection unit) {
        units.add(unit);
    }

    void remove(EntityInspection unit) {
        units.remove(unit);
    }

    private @Nullable EntityInspection unitOf(Object entity) {
        List<EntityInspection> open;
        synchronized (units) {
            open = List.copyOf(units);
        }
        for (EntityInspection unit : open) {
            if (unit.knows(entity)) {
                return unit;
            }
        }
        return null;
    }

    @Override
    public LoadState isLoadedWithoutReference(Object entity, String attributeName) {
        return state(entity, attributeName);
    }

    @Override
    public LoadState isLoadedWithReference(Object entity, String attributeName) {
        return state(entity, attributeName);
    }

    private LoadState state(Object entity, String attributeName) {
        EntityInspection unit = unitOf(entity);
        if (unit == null || !unit.hasAttribute(entity, attributeName)) {
            return LoadState.UNKNOWN;
        }
        return unit.isLoaded(entity, attributeName) ? LoadState.LOADED : LoadState.NOT_LOADED;
    }

    @Override
    public LoadState isLoaded(Object entity) {
        EntityInspection unit = unitOf(entity);
        if (unit == null) {
            return LoadState.UNKNOWN;
        }
        return unit.isLoaded(entity) ? LoadState.LOADED : LoadState.NOT_LOADED;
    }
}
