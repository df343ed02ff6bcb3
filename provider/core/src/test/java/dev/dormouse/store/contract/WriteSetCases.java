package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction's changes are its own until it commits, and then everybody's, all or none. */
abstract class WriteSetCases extends ContractCase {

    private TableDefinition table;

    @BeforeEach
    void fill() {
        table = create(Tables.PERSON);
        commit(
                insert(table, 1L, "ada", 1, Record.of("Rome", 3), List.of("x", "y", "x"), "n"),
                insert(table, 2L, "bob", 1, null, null, null));
    }

    @Test
    void changesAreSeenByTheirOwnerOnly() {
        try (StoreTransaction own = begin();
                StoreTransaction other = begin()) {
            own.apply(List.of(insert(table, 3L, "cyd"), set(table, 1L, "name", "eve"), delete(table, 2L)));
            assertThat(Objects.requireNonNull(get(own, table, 1L)).value(1)).isEqualTo("eve");
            assertThat(get(own, table, 2L)).isNull();
            assertThat(scan(own, table, Access.Full.FORWARD).firsts()).containsExactly(1L, 3L);
            assertThat(Objects.requireNonNull(get(other, table, 1L)).value(1)).isEqualTo("ada");
            assertThat(scan(other, table, Access.Full.FORWARD).firsts()).containsExactly(1L, 2L);
            own.commit();
            assertThat(scan(other, table, Access.Full.FORWARD).firsts()).containsExactly(1L, 3L);
        }
    }

    @Test
    void rollbackForgetsEverything() {
        Record before = committed(table, 1L);
        StoreTransaction transaction = begin();
        transaction.apply(List.of(insert(table, 3L, "cyd"), set(table, 1L, "name", "eve"), delete(table, 2L)));
        transaction.rollback();
        assertThat(transaction.isActive()).isFalse();
        assertThat(all(table)).hasSize(2);
        assertThat(committed(table, 1L)).isEqualTo(before);
        transaction.close();
        assertThatThrownBy(transaction::commit)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0507");
    }

    @Test
    void patchesOfDifferentFieldsMerge() {
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            one.apply(List.of(set(table, 1L, "name", "one"), set(table, 1L, "address.zip", 9)));
            if (writesAreExclusive()) {
                assertRefusedAsStale(two, set(table, 1L, "address.city", "Oslo"));
                one.commit();
                assertThat(committed(table, 1L))
                        .isEqualTo(Record.of(1L, "one", 1, Record.of("Rome", 9), List.of("x", "y", "x"), "n"));
                return;
            }
            two.apply(List.of(set(table, 1L, "address.city", "Oslo"), set(table, 1L, "note", null)));
            one.commit();
            two.commit();
        }
        assertThat(committed(table, 1L))
                .isEqualTo(Record.of(1L, "one", 1, Record.of("Oslo", 9), List.of("x", "y", "x"), null));
    }

    @Test
    void aPartThatWasSetAndSetToNullAgainLeavesItsRecord() {
        try (StoreTransaction own = begin()) {
            own.apply(List.of(set(table, 2L, "address.city", "Oslo")));
            own.apply(List.of(set(table, 2L, "address.city", null)));
            own.apply(List.of(set(table, 2L, "address.city", null), set(table, 2L, "note", "n")));
            assertThat(get(own, table, 2L)).isEqualTo(Record.of(2L, "bob", 1, Record.of(), null, "n"));
            own.commit();
        }
        assertThat(committed(table, 2L)).isEqualTo(Record.of(2L, "bob", 1, Record.of(), null, "n"));
    }

    @Test
    void arraysMergeOnTheNewestState() {
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            one.apply(List.of(array(new FieldChange.Append(table.path("tags"), List.of("z")))));
            if (writesAreExclusive()) {
                one.commit();
            }
            two.apply(List.of(array(new FieldChange.Remove(table.path("tags"), List.of("x", "q")))));
            two.apply(List.of(array(new FieldChange.Append(table.path("tags"), List.of("w")))));
            assertThat(Objects.requireNonNull(get(two, table, 1L)).value(4))
                    .isEqualTo(writesAreExclusive() ? List.of("y", "x", "z", "w") : List.of("y", "x", "w"));
            if (one.isActive()) {
                one.commit();
            }
            two.commit();
        }
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(4)).isEqualTo(List.of("y", "x", "z", "w"));
        commit(new Change.Patch(
                table,
                Key.of(2L),
                List.of(new FieldChange.Append(table.path("tags"), List.of("first"))),
                Guard.Exists.INSTANCE));
        assertThat(Objects.requireNonNull(committed(table, 2L)).value(4)).isEqualTo(List.of("first"));
    }

    private Change array(FieldChange change) {
        return new Change.Patch(table, Key.of(1L), List.of(change), Guard.Exists.INSTANCE);
    }

    @Test
    void aRecordMayComeGoAndComeAgain() {
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(delete(table, 1L), insert(table, 1L, "again")));
            transaction.apply(List.of(insert(table, 3L, "new"), set(table, 3L, "name", "newer")));
            transaction.apply(List.of(insert(table, 4L, "gone"), delete(table, 4L)));
            transaction.apply(List.of(delete(table, 2L)));
            transaction.apply(List.of(insert(table, 2L, "third"), delete(table, 2L)));
            transaction.commit();
        }
        assertThat(all(table).stream().map(r -> r.value(1))).containsExactly("again", "newer");
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(5)).isNull();
    }

    @Test
    void guardsHoldAtTheFlushAndAtTheCommit() {
        Guard version1 = new Guard.Version(table.path("version"), 1);
        try (StoreTransaction one = begin();
                StoreTransaction two = begin();
                StoreTransaction late = begin()) {
            one.apply(List.of(set(table, 1L, version1, "version", 2)));
            one.apply(List.of(set(table, 1L, new Guard.Version(table.path("version"), 2), "name", "twice")));
            Change verify = new Change.Verify(table, Key.of(1L), version1);
            if (writesAreExclusive()) {
                assertRefusedAsStale(two, verify);
                one.commit();
            } else {
                two.apply(List.of(verify));
                one.commit();
                assertThatThrownBy(two::commit).isInstanceOf(StaleRecordException.class);
            }
            assertThatThrownBy(() -> late.apply(List.of(new Change.Delete(table, Key.of(1L), version1))))
                    .isInstanceOf(StaleRecordException.class)
                    .satisfies(e -> assertThat(((StaleRecordException) e).key()).isEqualTo(Key.of(1L)));
        }
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(2)).isEqualTo(2);
    }

    @Test
    void aRecordThatIsGoneCannotBeChanged() {
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            assertThatThrownBy(() -> one.apply(List.of(set(table, 9L, "name", "x"))))
                    .isInstanceOf(StaleRecordException.class);
            two.apply(List.of(set(table, 2L, "note", "x")));
            if (writesAreExclusive()) {
                assertThatThrownBy(() -> commit(delete(table, 2L))).isInstanceOf(StaleRecordException.class);
                two.commit();
                return;
            }
            commit(delete(table, 2L));
            assertThat(get(two, table, 2L)).isNull();
            assertThatThrownBy(two::commit).isInstanceOf(StaleRecordException.class);
        }
    }

    @Test
    void lastChangesOfARecordThatIsGoneFailWithTheCommitAtTheLatest() {
        for (Change lost : List.of(set(table, 9L, "version", 2), set(table, 9L, "note", "x"))) {
            List<Change> changes = List.of(insert(table, 3L, "cyd"), set(table, 1L, "version", 7), lost);
            try (StoreTransaction transaction = begin()) {
                assertThatThrownBy(() -> {
                            transaction.applyLast(changes);
                            transaction.commit();
                        })
                        .isInstanceOf(StaleRecordException.class)
                        .satisfies(e ->
                                assertThat(((StaleRecordException) e).key()).isEqualTo(Key.of(9L)));
            }
            assertThat(all(table).stream().map(r -> r.value(2))).containsExactly(1, 1);
        }
        try (StoreTransaction transaction = begin()) {
            transaction.applyLast(List.of(insert(table, 3L, "cyd", 3), set(table, 1L, "version", 7)));
            transaction.commit();
        }
        assertThat(all(table).stream().map(r -> r.value(2))).containsExactly(7, 1, 3);
    }

    @Test
    void aCommitThatFailsLeavesNothing() {
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            Change[] lost = {insert(table, 3L, "cyd"), set(table, 2L, "note", "lost"), delete(table, 1L)};
            if (writesAreExclusive()) {
                two.apply(List.of(insert(table, 4L, "cyd")));
                assertRefusedAsStale(one, lost);
                two.commit();
            } else {
                one.apply(List.of(lost));
                two.apply(List.of(insert(table, 4L, "cyd")));
                two.commit();
                assertThatThrownBy(one::commit).isInstanceOf(StoreException.class);
            }
        }
        assertThat(all(table).stream().map(r -> r.value(0))).containsExactly(1L, 2L, 4L);
        assertThat(Objects.requireNonNull(committed(table, 2L)).value(5)).isNull();
    }

    @Test
    void aReadOnlyTransactionRefusesChangesAndLocks() {
        TransactionOptions options = new TransactionOptions(Isolation.READ_COMMITTED, true, Duration.ofSeconds(1));
        try (StoreTransaction transaction = store.begin(options)) {
            assertThat(get(transaction, table, 1L)).isNotNull();
            assertThatThrownBy(() -> transaction.apply(List.of(delete(table, 1L))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0509");
            transaction.commit();
        }
    }

    @Test
    void rowsWithoutKeyGetANumber() {
        TableDefinition rows = TableDefinition.of(
                "Rows",
                new dev.dormouse.store.type.RecordType(
                        List.of(Tables.required("row", BasicType.LONG), Tables.field("v", BasicType.STRING))),
                "row");
        TableDefinition numbered = create(new TableDefinition(
                0,
                rows.name(),
                rows.type(),
                rows.primaryKey(),
                true,
                List.of(),
                List.of(),
                rows.layout(),
                rows.columns(),
                rows.options()));
        commit(insert(numbered, null, "a"), insert(numbered, null, "a"));
        commit(insert(numbered, null, "b"));
        assertThat(all(numbered).stream().map(r -> r.value(1))).containsExactly("a", "a", "b");
        assertThat(all(numbered).stream().map(r -> r.value(0))).doesNotHaveDuplicates();
    }

    @Test
    void whatIsCommittedSurvivesTheStore() {
        if (!fixture().isDurable()) {
            return;
        }
        commit(set(table, 1L, "name", "kept"), delete(table, 2L));
        reopen();
        TableDefinition again = store.catalog().table("Person").orElseThrow();
        assertThat(again).isEqualTo(table);
        assertThat(all(again).stream().map(r -> r.value(1))).containsExactly("kept");
    }
}
