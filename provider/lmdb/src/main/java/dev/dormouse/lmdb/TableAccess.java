package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.store.Change;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WriteSetTransaction;
import java.util.List;

/** The tables of entities in a transaction with a write set. */
final class TableAccess {

    private final LmdbMapStore store;
    private final WriteSetTransaction transaction;
    private boolean changed;

    TableAccess(LmdbMapStore store, WriteSetTransaction transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    TableMap table(LmdbTransaction user, String name) {
        TableDefinition table =
                store.catalog().table(name).orElseThrow(() -> new StoreException(MapMessages.NO_TABLE.text(name)));
        return new TableMap(user, this, table);
    }

    WriteSetTransaction transaction() {
        return transaction;
    }

    void apply(List<Change> changes) {
        changed = true;
        transaction.apply(changes);
    }

    /** Says that this part is undone: changes of tables cannot be undone alone. */
    void undone() {
        if (changed && transaction.isActive()) {
            transaction.fail();
        }
    }
}
