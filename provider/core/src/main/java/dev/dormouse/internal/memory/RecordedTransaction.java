package dev.dormouse.internal.memory;

import dev.dormouse.store.Change;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction whose requests a test wants to see. */
record RecordedTransaction(StoreTransaction transaction, MemoryProbe probe) implements StoreTransaction {

    @Override
    public @Nullable RecordView get(TableDefinition table, Key key) {
        probe.requested("get", table + " " + key);
        return transaction.get(table, key);
    }

    @Override
    public List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
        probe.requested("get", table + " " + keys);
        return transaction.get(table, keys);
    }

    @Override
    public void apply(List<Change> changes) {
        for (Change change : changes) {
            probe.requested("apply", text(change));
        }
        transaction.apply(changes);
    }

    private static String text(Change change) {
        if (change instanceof Change.Insert insert) {
            return "insert " + insert.table() + " " + insert.table().keyOf(insert.record());
        }
        if (change instanceof Change.Patch patch) {
            List<?> paths =
                    patch.fields().stream().map(Change.FieldChange::path).toList();
            return "patch " + patch.table() + " " + patch.key() + " " + paths;
        }
        if (change instanceof Change.Delete delete) {
            return "delete " + delete.table() + " " + delete.key();
        }
        Change.Verify verify = (Change.Verify) change;
        return "verify " + verify.table() + " " + verify.key();
    }

    @Override
    public void lock(TableDefinition table, Key key, LockStrength strength, Duration timeout) {
        probe.requested("lock", table + " " + key + " " + strength);
        transaction.lock(table, key, strength, timeout);
    }

    @Override
    public void commit() {
        probe.requested("commit", "");
        transaction.commit();
    }

    @Override
    public void rollback() {
        probe.requested("rollback", "");
        transaction.rollback();
    }

    @Override
    public boolean isActive() {
        return transaction.isActive();
    }

    @Override
    public void close() {
        transaction.close();
    }
}
