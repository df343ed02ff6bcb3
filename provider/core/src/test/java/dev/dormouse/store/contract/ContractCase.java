package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the cases of the suite share: a store that is opened before each test and proved whole after it. */
@Timeout(60)
abstract class ContractCase {

    private StoreFixture fixture;
    Store store;

    abstract StoreFixture newFixture();

    @BeforeEach
    void open() {
        fixture = newFixture();
        store = fixture.open();
    }

    @AfterEach
    void checkAndClose() throws Exception {
        assertThat(store.check().problems()).isEmpty();
        store.close();
        fixture.close();
    }

    final StoreFixture fixture() {
        return fixture;
    }

    /** Closes the store and opens it again. */
    final void reopen() {
        store.close();
        store = fixture.open();
    }

    final TableDefinition create(TableDefinition table) {
        return store.change(List.of(new SchemaChange.CreateTable(table)))
                .table(table.name())
                .orElseThrow();
    }

    final StoreTransaction begin() {
        return store.begin(TransactionOptions.DEFAULT);
    }

    final StoreTransaction begin(Isolation isolation) {
        return store.begin(TransactionOptions.DEFAULT.withIsolation(isolation));
    }

    /** Tells whether the first to write a record keeps others from it, so that theirs is refused at the flush. */
    final boolean writesAreExclusive() {
        return store.features().exclusiveWrites();
    }

    /** Where writes are exclusive, another's flush of the same record is refused as stale. */
    static void assertRefusedAsStale(StoreTransaction other, Change... changes) {
        assertThatThrownBy(() -> other.apply(List.of(changes))).isInstanceOf(StaleRecordException.class);
        assertThat(other.isActive()).isTrue();
        other.rollback();
    }

    final void commit(Change... changes) {
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(changes));
            transaction.commit();
        }
    }

    static Change insert(TableDefinition table, @Nullable Object... values) {
        return new Change.Insert(table, Record.of(values));
    }

    static Change set(TableDefinition table, Object key, String path, @Nullable Object value) {
        return set(table, key, Guard.Exists.INSTANCE, path, value);
    }

    static Change set(TableDefinition table, Object key, Guard guard, String path, @Nullable Object value) {
        return new Change.Patch(table, key(key), List.of(new FieldChange.Set(table.path(path), value)), guard);
    }

    static Change delete(TableDefinition table, Object key) {
        return new Change.Delete(table, key(key), Guard.Exists.INSTANCE);
    }

    static Key key(Object key) {
        return key instanceof Key composite ? composite : Key.of(key);
    }

    final @Nullable Record get(StoreTransaction transaction, TableDefinition table, Object key) {
        RecordView view = transaction.get(table, key(key));
        return view == null ? null : view.copy();
    }

    final @Nullable Record committed(TableDefinition table, Object key) {
        try (StoreTransaction transaction = begin()) {
            return get(transaction, table, key);
        }
    }

    final Scans scan(StoreTransaction transaction, TableDefinition table, Access access) {
        return new Scans(store, transaction, table, access);
    }

    final List<Record> all(TableDefinition table) {
        try (StoreTransaction transaction = begin()) {
            return scan(transaction, table, Access.Full.FORWARD).records();
        }
    }

    /** Returns a list that may hold nulls. */
    static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
