package dev.dormouse.internal.session;

import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.TransactionOptions;
import jakarta.persistence.SchemaManager;
import java.util.function.Supplier;

/**
 * What all entity managers of a factory share.
 *
 * @param name the name of the persistence unit
 * @param settings its settings
 * @param defaults what of them every entity manager asks for
 * @param store where its data is
 * @param transactions how its transactions run
 * @param newest gives what depends on its tables, as they are now; cheap
 * @param queries makes queries
 * @param schema its schema manager
 */
public record SessionUnit(
        String name,
        UnitSettings settings,
        SessionDefaults defaults,
        Store store,
        TransactionOptions transactions,
        Supplier<BoundUnit> newest,
        QueryFactory queries,
        SchemaManager schema) {}
