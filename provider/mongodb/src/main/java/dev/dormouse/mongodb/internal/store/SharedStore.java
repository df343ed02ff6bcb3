package dev.dormouse.mongodb.internal.store;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.catalog.CatalogCollection;
import dev.dormouse.mongodb.internal.client.Connection;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.lock.Leases;
import dev.dormouse.mongodb.internal.schema.SchemaRun;
import dev.dormouse.mongodb.internal.sequence.Counters;
import dev.dormouse.mongodb.internal.transaction.TablesInUse;
import dev.dormouse.mongodb.internal.transaction.Workplace;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.CatalogEdit;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.catalog.SchemaConflictException;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Objects;

/** What all stores of one address share in this process. Thread-safe. */
final class SharedStore implements AutoCloseable {

    private final Connection connection;
    private final CatalogCollection catalogs;
    private final Counters counters;
    private final Workplace workplace;
    private volatile Catalog catalog;

    SharedStore(Connection connection) {
        this.connection = connection;
        TableForms forms = new TableForms(connection.database());
        catalogs = new CatalogCollection(connection.stateDatabase());
        counters = new Counters(connection.stateDatabase(), forms);
        workplace = new Workplace(
                connection,
                forms,
                this::catalog,
                new Leases(connection.stateDatabase(), connection.options().lockLease()),
                counters,
                new TablesInUse());
        catalog = catalogs.read();
    }

    Connection connection() {
        return connection;
    }

    Workplace workplace() {
        return workplace;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Applies schema changes, one caller after the other. */
    synchronized Catalog change(List<SchemaChange> changes) {
        Catalog before = catalogs.read();
        CatalogEdit edit = new CatalogEdit(before);
        try {
            changes.forEach(edit::apply);
        } catch (SchemaConflictException e) {
            throw new StoreException(String.valueOf(e.getMessage()), e);
        }
        Catalog after = edit.catalog();
        awaitUnused(before, after);
        SchemaRun run = new SchemaRun(connection.patientDatabase(), before, after);
        run.create();
        try {
            catalogs.write(after, before.version());
        } catch (RuntimeException | Error e) {
            run.takeBack(e);
            throw e;
        }
        catalog = after;
        run.drop();
        for (SchemaChange change : changes) {
            if (change instanceof SchemaChange.TruncateTable truncate) {
                after.table(truncate.table()).ifPresent(run::truncate);
            } else if (change instanceof SchemaChange.DropSequence drop) {
                counters.drop(drop.sequence());
            }
        }
        return after;
    }

    private void awaitUnused(Catalog before, Catalog after) {
        for (TableDefinition table : before.tables().values()) {
            if (!table.equals(after.table(table.id()))) {
                workplace.tables().awaitUnused(table, connection.options().timeout());
            }
        }
    }

    long take(String name, int count) {
        SequenceDefinition known =
                catalog.sequence(name).orElseThrow(() -> new StoreException(StoreMessages.NO_SUCH_SEQUENCE.text(name)));
        return counters.take(catalog, Objects.requireNonNull(known), count);
    }

    @Override
    public void close() {
        connection.close();
    }
}
