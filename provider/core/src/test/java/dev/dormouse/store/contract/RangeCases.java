package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.TimedOutException;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ranges of the primary key, both ways, and the other ways to find records by it. */
abstract class RangeCases extends ContractCase {

    private TableDefinition table;

    @BeforeEach
    void fill() {
        table = create(TableDefinition.of(
                "Ranged",
                new RecordType(List.of(Tables.required("id", BasicType.LONG), Tables.field("odd", BasicType.BOOLEAN))),
                "id"));
        commit(LongStream.rangeClosed(1, 9)
                .mapToObj(i -> insert(table, i * 10, i % 2 == 1))
                .toArray(dev.dormouse.store.Change[]::new));
    }

    private List<Object> keys(Access access) {
        try (StoreTransaction transaction = begin()) {
            return scan(transaction, table, access).firsts();
        }
    }

    private List<Object> range(Access.@Nullable Bound lower, Access.@Nullable Bound upper, boolean reverse) {
        return keys(new Access.KeyRange(Scans.range(List.of(), lower, upper), reverse));
    }

    private static Access.Bound at(long value) {
        return Scans.at(BasicType.LONG, value);
    }

    private static Access.Bound beyond(long value) {
        return Scans.beyond(BasicType.LONG, value);
    }

    @Test
    void aWalkEndsAtTheDeadlineOfItsFrame() {
        commit(LongStream.range(1000, 2000)
                .mapToObj(i -> insert(table, i, true))
                .toArray(dev.dormouse.store.Change[]::new));
        try (StoreTransaction transaction = begin()) {
            Scans late = scan(transaction, table, Access.Full.FORWARD);
            late.endBy(System.nanoTime() - 1);
            assertThatExceptionOfType(TimedOutException.class).isThrownBy(late::records);
            Scans early = scan(transaction, table, Access.Full.FORWARD);
            early.endBy(System.nanoTime() + Duration.ofHours(1).toNanos());
            assertThat(early.records()).hasSize(1009);
        }
    }

    @Test
    void boundsAreInsideOrOutsideAsTheySay() {
        assertThat(range(at(30), at(50), false)).containsExactly(30L, 40L, 50L);
        assertThat(range(beyond(30), beyond(50), false)).containsExactly(40L);
        assertThat(range(beyond(25), at(45), false)).containsExactly(30L, 40L);
        assertThat(range(null, beyond(30), false)).containsExactly(10L, 20L);
        assertThat(range(at(80), null, false)).containsExactly(80L, 90L);
        assertThat(range(at(50), at(30), false)).isEmpty();
        assertThat(range(beyond(90), null, false)).isEmpty();
    }

    @Test
    void rangesGoBackwards() {
        assertThat(range(at(30), at(50), true)).containsExactly(50L, 40L, 30L);
        assertThat(range(beyond(30), beyond(50), true)).containsExactly(40L);
        assertThat(range(null, at(20), true)).containsExactly(20L, 10L);
        assertThat(range(beyond(75), null, true)).containsExactly(90L, 80L);
        assertThat(keys(new Access.Full(true))).first().isEqualTo(90L);
    }

    @Test
    void aNullBoundFindsNothing() {
        Access.Bound unknown = new Access.Bound(Scans.literal(BasicType.LONG, null), true, false);
        assertThat(range(unknown, null, false)).isEmpty();
        assertThat(range(null, unknown, false)).isEmpty();
        assertThat(keys(new Access.KeyLookup(List.of(Scans.literal(BasicType.LONG, null)))))
                .isEmpty();
    }

    @Test
    void keysAreLookedUpEachOnce() {
        Expression several = new Expression.Parameter(0, ":ids", new ArrayType(BasicType.LONG));
        try (StoreTransaction transaction = begin()) {
            Scans scan = new Scans(
                    store,
                    transaction,
                    table,
                    new Access.KeyList(List.of(List.of(several), List.of(Scans.literal(BasicType.LONG, 20L)))),
                    null,
                    List.of(30L, 20L, 30L, 35L));
            assertThat(scan.firsts()).containsExactlyInAnyOrder(20L, 30L);
            assertThat(scan.counters().recordsFetched()).isEqualTo(2);
        }
    }

    @Test
    void prefixesOfTheKeyFindAllThatBeginWithThem() {
        TableDefinition links = create(TableDefinition.of(
                "Link",
                new RecordType(List.of(
                        Tables.required("unit", BasicType.STRING),
                        Tables.required("owner", BasicType.LONG),
                        Tables.required("target", BasicType.LONG))),
                "unit",
                "owner",
                "target"));
        commit(
                insert(links, "a", 1L, 7L),
                insert(links, "a", 1L, 8L),
                insert(links, "a", 2L, 7L),
                insert(links, "b", 1L, 9L),
                insert(links, "b", 3L, 9L));
        assertThat(prefixed(links, List.of("a", "b", "c"), List.of(1L, 3L, 1L)))
                .containsExactlyInAnyOrder(List.of("a", 1L, 7L), List.of("a", 1L, 8L), List.of("b", 3L, 9L));
        assertThat(prefixed(links, List.of("a"), List.of(1L)))
                .containsExactly(List.of("a", 1L, 7L), List.of("a", 1L, 8L));
        assertThat(prefixed(links, List.of("b"))).hasSize(2);
        assertThat(prefixed(table, List.of(20L, 25L, 30L))).hasSize(2);
    }

    private List<List<Object>> prefixed(TableDefinition scanned, List<?>... values) {
        List<Expression> parts = IntStream.range(0, values.length)
                .<Expression>mapToObj(i -> new Expression.Parameter(i, "?" + i, new ArrayType((BasicType)
                        scanned.primaryKey().get(i).type())))
                .toList();
        try (StoreTransaction transaction = begin()) {
            return new Scans(store, transaction, scanned, new Access.PrefixList(Optional.empty(), parts), null, (Object
                                    [])
                            values)
                    .records().stream()
                            .map(record -> scanned.keyOf(record).parts())
                            .toList();
        }
    }

    @Test
    void filtersLeaveOutWhatIsNotTrue() {
        Expression odd = new Expression.FieldValue(Scans.slot(table), table.path("odd"));
        Expression high = new Expression.Comparison(
                ComparisonOperator.GREATER,
                new Expression.FieldValue(Scans.slot(table), table.path("id")),
                new Expression.Parameter(0, ":low", BasicType.LONG));
        commit(insert(table, 95L, null));
        try (StoreTransaction transaction = begin()) {
            Scans scan = new Scans(
                    store, transaction, table, Access.Full.FORWARD, new Expression.And(List.of(odd, high)), 40L);
            assertThat(scan.firsts()).containsExactly(50L, 70L, 90L);
            assertThat(scan.counters().entriesVisited())
                    .isEqualTo(store.features().remote() ? 3 : 10);
            assertThat(scan.counters().rows()).isEqualTo(3);
        }
    }

    @Test
    void aCursorStartsAgainWithNewBounds() {
        Access access = new Access.KeyRange(
                Scans.range(
                        List.of(),
                        new Access.Bound(new Expression.Parameter(0, ":from", BasicType.LONG), true, false),
                        null),
                false);
        Object[] parameters = {80L};
        try (StoreTransaction transaction = begin()) {
            Scans scan = new Scans(store, transaction, table, access, null, parameters);
            try (RowCursor cursor = scan.open()) {
                assertThat(cursor.next()).isTrue();
                assertThat(scan.current().value(0)).isEqualTo(80L);
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.next()).isFalse();
                assertThat(cursor.next()).isFalse();
                parameters[0] = 90L;
                cursor.rewind();
                assertThat(cursor.next()).isTrue();
                assertThat(scan.current().value(0)).isEqualTo(90L);
                assertThat(cursor.next()).isFalse();
            }
        }
    }

    @Test
    void aTransactionThatEndsClosesItsCursors() {
        StoreTransaction transaction = begin();
        RowCursor cursor = scan(transaction, table, Access.Full.FORWARD).open();
        assertThat(cursor.next()).isTrue();
        transaction.rollback();
        assertThatThrownBy(cursor::next).isInstanceOf(StoreException.class);
        cursor.close();
        assertThatThrownBy(() -> get(transaction, table, 10L)).isInstanceOf(StoreException.class);
    }

    @Test
    void anOpenCursorKeepsWhatItsStatementSaw() {
        try (StoreTransaction transaction = begin()) {
            Scans scan = scan(transaction, table, Access.Full.FORWARD);
            try (RowCursor cursor = scan.open()) {
                assertThat(cursor.next()).isTrue();
                commit(delete(table, 20L), insert(table, 21L, true), delete(table, 90L));
                long seen = 1;
                while (cursor.next()) {
                    seen++;
                }
                assertThat(seen).isEqualTo(9);
                assertThat(scan.current().value(0)).isEqualTo(90L);
            }
        }
    }
}
