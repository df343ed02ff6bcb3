package dev.dormouse.internal.session;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.TransactionOptions;
import jakarta.persistence.SchemaManager;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all entity managers of a factory share.
 *
 * @param name the name of the persistence unit
 * @param settings its settings
 * @param store where its data is
 * @param transactions how its transactions run
 * @param newest gives what depends on its tables, as they are now; cheap
 * @param queries makes queries
 * @param schema its schema manager
 */
public record SessionUnit(
        String name,
        UnitSettings settings,
        Store store,
        TransactionOptions transactions,
        Supplier<BoundUnit> newest,
        QueryFactory queries,
        SchemaManager schema) {

    /** Returns how long a pessimistic lock is waited for where nothing else is said. */
    public Duration lockTimeout() {
        return SessionHints.lockTimeout(settings);
    }

    /** Returns how many lazy references or collections are loaded together at most. */
    public int batchSize() {
        return Math.max(1, settings.values().number(DormouseSettings.FETCH_BATCH_SIZE));
    }
}
