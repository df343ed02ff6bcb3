package dev.dormouse.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.memory.MemoryProbe;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.TransactionRequiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionScopeTest {

    private static final RecordType TYPE = new RecordType(List.of(
            new Field("id", BasicType.LONG, false),
            new Field("name", BasicType.STRING, true),
            new Field("version", BasicType.LONG, true)));

    private final List<String> events = new ArrayList<>();
    private final List<Change> pending = new ArrayList<>();
    private Store store = new MemoryStoreProvider().open("memory:transactions", Map.of());
    private TableDefinition table = TableDefinition.of("T", TYPE, "id");
    private TransactionScope scope = new TransactionScope(store, TransactionOptions.DEFAULT, new Confinement());
    private EntityTransaction transaction = new ResourceTransaction(scope, () -> true);

    private final class Recorder implements Participant {
        @Override
        public void flush() {
            events.add("flush");
            scope.require("flush").apply(pending);
        }

        @Override
        public void completed(boolean committed) {
            events.add(committed ? "committed" : "rolled back");
        }

        @Override
        public @Nullable Object managed(String tableName, Key key) {
            return tableName + key;
        }
    }

    @BeforeEach
    void open() {
        table = store.change(List.of(new SchemaChange.CreateTable(table)))
                .table("T")
                .orElseThrow();
        scope.enlist(Recorder::new);
    }

    @AfterEach
    void nothingStaysOpen() {
        scope.closeReads();
        assertThat(store.unwrap(MemoryProbe.class).orElseThrow().openSnapshots())
                .isZero();
        store.close();
    }

    private @Nullable String stored(long id) {
        try (ReadLease lease = scope.read()) {
            var view = lease.transaction().get(table, Key.of(id));
            return view == null ? null : view.getString(table.path("name"));
        }
    }

    @Test
    void commitFlushesAndThenTellsTheParticipant() {
        transaction.begin();
        assertThat(transaction.isActive()).isTrue();
        pending.add(new Change.Insert(table, Record.of(1L, "a", 0L)));
        transaction.commit();
        assertThat(events).containsExactly("flush", "committed");
        assertThat(transaction.isActive()).isFalse();
        assertThat(stored(1)).isEqualTo("a");
    }

    @Test
    void rollbackForgetsWhatWasFlushed() {
        transaction.begin();
        scope.require("test").apply(List.of(new Change.Insert(table, Record.of(1L, "a", 0L))));
        assertThat(stored(1)).isEqualTo("a");
        transaction.rollback();
        assertThat(events).containsExactly("rolled back");
        assertThat(stored(1)).isNull();
    }

    @Test
    void aTransactionThatIsMarkedForRollbackCannotBeCommitted() {
        transaction.begin();
        transaction.setRollbackOnly();
        assertThat(transaction.getRollbackOnly()).isTrue();
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RollbackException.class)
                .hasMessageContaining("DORM0523");
        assertThat(events).containsExactly("rolled back");
        transaction.begin();
        assertThat(transaction.getRollbackOnly()).isFalse();
        transaction.rollback();
    }

    @Test
    void theFirstFailureIsTheCauseOfTheRollback() {
        IllegalArgumentException first = new IllegalArgumentException("first");
        transaction.begin();
        scope.fail(first);
        scope.fail(new IllegalArgumentException("second"));
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RollbackException.class)
                .hasCause(first);
    }

    @Test
    void aStaleRecordAtCommitIsAnOptimisticLockExceptionInsideTheRollbackException() {
        transaction.begin();
        pending.add(new Change.Insert(table, Record.of(1L, "a", 0L)));
        transaction.commit();
        pending.clear();
        pending.add(new Change.Patch(
                table,
                Key.of(1L),
                List.of(new Change.FieldChange.Set(table.path("name"), "b")),
                new Change.Guard.Version(table.path("version"), 7L)));
        transaction.begin();
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(OptimisticLockException.class)
                .cause()
                .isInstanceOfSatisfying(OptimisticLockException.class, stale -> assertThat(stale.getEntity())
                        .isEqualTo("T" + Key.of(1L)));
        assertThat(stored(1)).isEqualTo("a");
    }

    @Test
    void aDuplicateKeyIsAnEntityExistsException() {
        transaction.begin();
        pending.add(new Change.Insert(table, Record.of(1L, "a", 0L)));
        transaction.commit();
        transaction.begin();
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(EntityExistsException.class);
    }

    @Test
    void aFailingStoreRollsBackAndLosesNothing() {
        transaction.begin();
        pending.add(new Change.Insert(table, Record.of(1L, "a", 0L)));
        store.unwrap(MemoryProbe.class).orElseThrow().failAfter(0);
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(RollbackException.class)
                .hasCauseInstanceOf(PersistenceException.class);
        assertThat(events).containsExactly("flush", "rolled back");
        assertThat(stored(1)).isNull();
    }

    @Test
    void methodsDemandTheirState() {
        assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(transaction::rollback).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(transaction::setRollbackOnly).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(transaction::getRollbackOnly).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scope.require("lock")).isInstanceOf(TransactionRequiredException.class);
        transaction.begin();
        assertThatThrownBy(transaction::begin).isInstanceOf(IllegalStateException.class);
        transaction.rollback();
        assertThatThrownBy(() -> new ResourceTransaction(scope, () -> false).begin())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTimeoutIsKeptAndCheckedForSense() {
        transaction.setTimeout(3);
        assertThat(transaction.getTimeout()).isEqualTo(3);
        transaction.setTimeout(null);
        assertThat(transaction.getTimeout()).isNull();
        assertThatThrownBy(() -> transaction.setTimeout(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecondThreadIsRefusedWhileATransactionIsActive() throws InterruptedException {
        transaction.begin();
        AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                transaction.commit();
            } catch (RuntimeException thrown) {
                refusal.set(thrown);
            }
        });
        other.start();
        other.join();
        assertThat(refusal.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("DORM0527");
        transaction.rollback();
    }

    @Test
    void anotherThreadMayContinueBetweenTransactions() throws InterruptedException {
        transaction.begin();
        transaction.rollback();
        AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();
        Thread other = new Thread(() -> {
            try {
                transaction.begin();
                transaction.rollback();
            } catch (RuntimeException thrown) {
                refusal.set(thrown);
            }
        });
        other.start();
        other.join();
        assertThat(refusal.get()).isNull();
    }

    @Test
    void aShortReadIsKeptForTheNextOneWhichSeesTheNewestState() {
        StoreTransaction first;
        try (ReadLease lease = scope.read()) {
            first = lease.transaction();
            assertThat(first.get(table, Key.of(1L))).isNull();
        }
        try (StoreTransaction other = store.begin(TransactionOptions.DEFAULT)) {
            other.apply(List.of(new Change.Insert(table, Record.of(1L, "a", 0L))));
            other.commit();
        }
        try (ReadLease lease = scope.read();
                ReadLease nested = scope.read()) {
            assertThat(lease.transaction()).isSameAs(first);
            assertThat(nested.transaction()).isNotSameAs(first);
        }
        assertThat(stored(1)).isEqualTo("a");
        transaction.begin();
        assertThat(first.isActive()).isFalse();
        transaction.rollback();
    }

    @Test
    void aShortReadIsNotHandedToAnotherThread() throws InterruptedException {
        stored(1);
        AtomicReference<@Nullable StoreTransaction> seen = new AtomicReference<>();
        StoreTransaction mine;
        try (ReadLease lease = scope.read()) {
            mine = lease.transaction();
        }
        Thread other = new Thread(() -> {
            try (ReadLease lease = scope.read()) {
                seen.set(lease.transaction());
            }
        });
        other.start();
        other.join();
        assertThat(seen.get()).isNotNull().isNotSameAs(mine);
        assertThat(mine.isActive()).isFalse();
    }

    @Test
    void aStreamThatWasLeftOpenEndsWithItsManager() {
        ReadLease stream = scope.stream();
        stream.transaction().get(table, Key.of(1L));
        scope.closeReads();
        assertThat(stream.transaction().isActive()).isFalse();
        stream.close();
    }
}
