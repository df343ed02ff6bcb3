package dev.dormouse.internal.session;

import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.generate.IdGenerators;
import dev.dormouse.internal.context.load.RecordLookup;
import dev.dormouse.settings.UnitSettings;
import dev.dormouse.store.Store;
import dev.dormouse.store.TransactionOptions;
import jakarta.persistence.SchemaManager;
import java.time.Duration;

/**
 * What all entity managers of a factory share.
 *
 * @param name the name of the persistence unit
 * @param settings its settings
 * @param store where its data is
 * @param transactions how its transactions run
 * @param types its entities
 * @param generators gives ids
 * @param lookup finds records
 * @param queries makes queries
 * @param schema its schema manager
 */
public record SessionUnit(
        String name,
        UnitSettings settings,
        Store store,
        TransactionOptions transactions,
        EntityTypes types,
        IdGenerators generators,
        RecordLookup lookup,
        QueryFactory queries,
        SchemaManager schema) {

    /** Returns how long a pessimistic lock is waited for where nothing else is said. */
    public Duration lockTimeout() {
        return SessionHints.lockTimeout(settings);
    }
}
