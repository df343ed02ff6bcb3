package dev.dormouse.mongodb.internal.transaction;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.client.Connection;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.lock.Leases;
import dev.dormouse.mongodb.internal.sequence.Counters;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.TableDefinition;
import java.util.function.Supplier;

/**
 * What the transactions of a store share.
 *
 * @param connection the way to the server
 * @param forms the collections and their documents
 * @param catalog the newest known catalog
 * @param leases the pessimistic locks
 * @param counters the numbers of rows
 * @param tables which transactions use which tables
 */
public record Workplace(
        Connection connection,
        TableForms forms,
        Supplier<Catalog> catalog,
        Leases leases,
        Counters counters,
        TablesInUse tables) {

    /** Returns the newest definition of a table. */
    TableDefinition newest(TableDefinition table) {
        TableDefinition newest = catalog.get().table(table.id());
        if (newest == null) {
            throw new StoreException(StoreMessages.NO_SUCH_TABLE.text(table.name()));
        }
        return newest;
    }
}
