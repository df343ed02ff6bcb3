package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.Change;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes hold every record, in their order, at every moment. */
abstract class IndexCases extends ContractCase {

    private TableDefinition table;

    @BeforeEach
    void fill() {
        table = create(Tables.PERSON);
        commit(
                insert(table, 1L, "ada", 1, Record.of("Rome", 3), List.of("x", "y", "x"), null),
                insert(table, 2L, "bob", 1, Record.of("Oslo", 1), List.of(), "n"),
                insert(table, 3L, "cyd", 1, Record.of("Rome", 1), List.of("y"), "n"),
                insert(table, 4L, null, 1, null, null, null),
                insert(table, 5L, null, 1, Record.of("Bern", null), List.of("z"), "m"));
    }

    private IndexDefinition index(String name) {
        return Scans.index(table, name);
    }

    private List<Object> ids(String name, Access.Range range, boolean reverse) {
        try (StoreTransaction transaction = begin()) {
            return ids(transaction, name, range, reverse);
        }
    }

    private List<Object> ids(StoreTransaction transaction, String name, Access.Range range, boolean reverse) {
        return scan(transaction, table, Scans.index(index(name), range, reverse))
                .firsts();
    }

    private static Access.Range equal(@Nullable String... values) {
        return Scans.range(
                java.util.Arrays.stream(values)
                        .map(v -> Scans.at(BasicType.STRING, v))
                        .toList(),
                null,
                null);
    }

    private static Access.Bound at(@Nullable String value) {
        return Scans.at(BasicType.STRING, value);
    }

    @Test
    void everyRecordIsInEveryIndexNullsFirst() {
        assertThat(ids("by_city", Access.Range.ALL, false)).containsExactly(4L, 5L, 2L, 1L, 3L);
        assertThat(ids("by_city", Access.Range.ALL, true)).containsExactly(3L, 1L, 2L, 5L, 4L);
    }

    @Test
    void aDescendingPartGoesFromHighToLowNullsLast() {
        assertThat(ids("by_city_desc", Access.Range.ALL, false)).containsExactly(3L, 1L, 2L, 5L, 4L);
        assertThat(ids("by_city_desc", Scans.range(List.of(), at("C"), null), false))
                .containsExactly(3L, 1L, 2L);
        assertThat(ids("by_city_desc", Scans.range(List.of(), null, at("Oslo")), false))
                .containsExactly(2L, 5L);
        assertThat(ids("by_city_desc", equal("Rome"), true)).containsExactly(1L, 3L);
    }

    @Test
    void anEqualPrefixIsFollowedByARange() {
        Access.Range range =
                Scans.range(List.of(at("Rome")), Scans.beyond(BasicType.INTEGER, 1), Scans.at(BasicType.INTEGER, 9));
        assertThat(ids("by_city_desc", range, false)).containsExactly(1L);
    }

    @Test
    void nullsAreFoundWhereTheyAreAskedForOnly() {
        assertThat(ids("unique_name", equal((String) null), false)).containsExactly(4L, 5L);
        assertThat(ids("unique_name", Scans.range(List.of(), null, at("b")), false))
                .containsExactly(1L);
        assertThat(ids("unique_name", Scans.range(List.of(), Scans.beyond(BasicType.STRING, null), null), false))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aWholeUniqueKeyIsLookedUp() {
        assertThat(ids("unique_name", equal("bob"), false)).containsExactly(2L);
        assertThat(ids("unique_name", equal("bo"), false)).isEmpty();
        try (StoreTransaction transaction = begin()) {
            Scans scan = scan(transaction, table, Scans.index(index("unique_name"), equal("bob"), true));
            assertThat(scan.firsts()).containsExactly(2L);
            assertThat(scan.counters().entriesVisited()).isEqualTo(1);
            assertThat(scan.counters().recordsFetched()).isEqualTo(1);
            transaction.apply(List.of(
                    delete(table, 2L),
                    insert(table, 6L, "bob", 1, null, null, null),
                    insert(table, 7L, "bobby", 1, null, null, null)));
            assertThat(ids(transaction, "unique_name", equal("bob"), false)).containsExactly(6L);
            assertThat(ids(transaction, "unique_name", equal("bobby"), false)).containsExactly(7L);
            assertThat(ids(transaction, "unique_name", equal("ada"), false)).containsExactly(1L);
        }
    }

    @Test
    void aUniqueKeyThatIsCutIsToldFromOthersByItsRecord() {
        String same = "x".repeat(600);
        commit(insert(table, 6L, same + "a", 1, null, null, null), insert(table, 7L, same + "b", 1, null, null, null));
        assertThat(ids("unique_name", equal(same + "b"), false)).containsExactly(7L);
        assertThat(ids("unique_name", equal(same), false)).isEmpty();
    }

    @Test
    void recordsThatShareAKeyAreInTheOrderOfTheirOwnHoweverTheyCome() {
        List<Change> even = LongStream.rangeClosed(20, 40)
                .mapToObj(i -> insert(table, 2 * i, null, 1, null, null, "shared"))
                .toList();
        List<Change> odd = LongStream.rangeClosed(5, 60)
                .mapToObj(i -> insert(table, 2 * i + 1, null, 1, null, null, "shared"))
                .toList();
        commit(even.toArray(Change[]::new));
        commit(odd.toArray(Change[]::new));
        assertThat(ids("by_note", equal("shared"), false))
                .isEqualTo(LongStream.rangeClosed(11, 121)
                        .filter(id -> id % 2 == 1 || (id >= 40 && id <= 80))
                        .boxed()
                        .toList());
    }

    @Test
    void anArrayHasOneEntryForEachDistinctElement() {
        assertThat(ids("by_tag", equal("x"), false)).containsExactly(1L);
        assertThat(ids("by_tag", equal("y"), false)).containsExactly(1L, 3L);
        assertThat(ids("by_tag", Scans.range(List.of(), at("a"), null), false)).containsExactly(1L, 3L, 5L);
        assertThat(ids("by_tag", equal((String) null), false)).containsExactly(2L, 4L);
    }

    @Test
    void aListOfLookupsFindsEachRecordOnce() {
        Expression several = new Expression.Parameter(0, ":tags", new ArrayType(BasicType.STRING));
        try (StoreTransaction transaction = begin()) {
            Scans scan = new Scans(
                    store,
                    transaction,
                    table,
                    new Access.IndexList(index("by_tag"), List.of(), List.of(several)),
                    null,
                    List.of("x", "y", "y", "q"));
            assertThat(scan.firsts()).containsExactlyInAnyOrder(1L, 3L);
        }
    }

    @Test
    void aListOfPrefixesFindsTheRecordsOfEachInTheOrderOfTheIndex() {
        assertThat(prefixed("by_city", List.of("Rome", "Paris", "Bern", "Rome")))
                .containsExactlyInAnyOrder(1L, 3L, 5L);
        assertThat(prefixed("by_city", List.of("Rome"))).containsExactly(1L, 3L);
        assertThat(prefixed("by_city", List.of())).isEmpty();
        assertThat(prefixed("by_city", Collections.singletonList(null))).isEmpty();
        assertThat(prefixed("by_tag", List.of("x", "y"))).containsExactlyInAnyOrder(1L, 3L);
    }

    private List<Object> prefixed(String index, List<?> values) {
        Expression several = new Expression.Parameter(0, ":values", new ArrayType(BasicType.STRING));
        try (StoreTransaction transaction = begin()) {
            Access access = new Access.PrefixList(Optional.of(index(index)), List.of(several));
            return new Scans(store, transaction, table, access, null, values).firsts();
        }
    }

    @Test
    void changesMoveEntries() {
        commit(set(table, 1L, "address.city", "Aarau"), set(table, 3L, "tags", List.of("x")), delete(table, 2L));
        assertThat(ids("by_city", Access.Range.ALL, false)).containsExactly(4L, 1L, 5L, 3L);
        assertThat(ids("by_tag", equal("x"), false)).containsExactly(1L, 3L);
        assertThat(ids("by_tag", equal("y"), false)).containsExactly(1L);
        commit(set(table, 3L, "address", null));
        assertThat(ids("by_city", equal((String) null), false)).containsExactly(3L, 4L);
    }

    @Test
    void ownChangesStandInIndexOrder() {
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(
                    insert(table, 9L, "zoe", 1, Record.of("Paris", 2), List.of("y"), null),
                    set(table, 3L, "address.city", "Lima"),
                    delete(table, 5L)));
            assertThat(ids(transaction, "by_city", Access.Range.ALL, false)).containsExactly(4L, 3L, 2L, 9L, 1L);
            assertThat(ids(transaction, "by_city", Access.Range.ALL, true)).containsExactly(1L, 9L, 2L, 3L, 4L);
            assertThat(ids(transaction, "by_tag", equal("y"), false)).containsExactly(1L, 3L, 9L);
            assertThat(ids("by_city", Access.Range.ALL, false)).containsExactly(4L, 5L, 2L, 1L, 3L);
            transaction.apply(List.of(set(table, 9L, "address.city", "Aarau")));
            assertThat(ids(transaction, "by_city", Access.Range.ALL, false)).containsExactly(4L, 9L, 3L, 2L, 1L);
        }
    }

    @Test
    void anOpenCursorDoesNotSeeLaterFlushes() {
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(set(table, 2L, "address.city", "Bonn")));
            Scans scan = scan(transaction, table, Scans.index(index("by_city"), Access.Range.ALL, false));
            int rows = 0;
            try (RowCursor cursor = scan.open()) {
                while (cursor.next()) {
                    long id = scan.current().getLong(table.path("id"));
                    transaction.apply(List.of(set(table, id, "address", Record.of("Zug" + id, 1))));
                    rows++;
                }
            }
            assertThat(rows).isEqualTo(5);
            assertThat(ids(transaction, "by_city", Access.Range.ALL, false)).containsExactly(1L, 2L, 3L, 4L, 5L);
        }
    }

    /** A store that can, makes rows of entries alone; any store gives what is read of the records. */
    private void readsOnly(StoreTransaction transaction, String name, String... fields) {
        List<FieldPath> read = Arrays.stream(fields).map(table::path).toList();
        for (boolean reverse : new boolean[] {false, true}) {
            Access whole = new Access.IndexRange(index(name), Access.Range.ALL, reverse);
            Access covered = new Access.IndexRange(index(name), Access.Range.ALL, reverse, Optional.of(read));
            assertThat(values(scan(transaction, table, covered), read))
                    .as(name)
                    .isEqualTo(values(scan(transaction, table, whole), read));
        }
    }

    private static List<List<@Nullable Object>> values(Scans scan, List<FieldPath> read) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Record record : scan.records()) {
            List<@Nullable Object> row = new ArrayList<>();
            read.forEach(path -> row.add(record.get(path)));
            rows.add(row);
        }
        return rows;
    }

    @Test
    void whatIsReadOfAnEntryIsWhatTheRecordHas() {
        commit(
                insert(table, 6L, "x".repeat(700) + "b", 1, null, null, "\u0000\u0001a"),
                insert(table, 7L, "x".repeat(700) + "a", 1, Record.of(null, 7), null, ""));
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(
                    set(table, 2L, "address.city", "Zug"),
                    set(table, 3L, "name", null),
                    insert(table, 8L, "own", 1, Record.of("Bern", 8), null, "own")));
            readsOnly(transaction, "unique_name", "name", "id");
            readsOnly(transaction, "by_city", "id", "address.city");
            readsOnly(transaction, "by_city_desc", "address.zip");
            readsOnly(transaction, "by_city_desc", "address.city", "address.zip", "id");
            readsOnly(transaction, "by_note", "note");
            readsOnly(transaction, "by_note");
        }
    }

    @Test
    void longKeysAreFoundAndOrderedByTheirWholeValue() {
        String same = "x".repeat(600);
        List<String> notes = IntStream.range(0, 8)
                .mapToObj(i -> same.substring(0, 480 + 13 * i) + (char) ('z' - i))
                .toList();
        for (int i = 0; i < notes.size(); i++) {
            commit(insert(table, 100L + i, "long" + i, 1, null, null, notes.get(i)));
        }
        List<Object> sorted = IntStream.range(0, notes.size())
                .boxed()
                .sorted(java.util.Comparator.comparing(notes::get))
                .map(i -> (Object) (100L + i))
                .toList();
        Access.Range longOnes = Scans.range(List.of(), at("x"), null);
        assertThat(ids("by_note", longOnes, false)).isEqualTo(sorted);
        assertThat(ids("by_note", longOnes, true))
                .isEqualTo(sorted.stream()
                        .sorted(java.util.Comparator.comparing(sorted::indexOf).reversed())
                        .toList());
        for (int i = 0; i < notes.size(); i++) {
            assertThat(ids("by_note", equal(notes.get(i)), false)).containsExactly(100L + i);
            assertThat(ids("by_note", Scans.range(List.of(), at(notes.get(i)), null), false))
                    .hasSize(sorted.size() - sorted.indexOf(100L + i));
        }
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(
                    set(table, 103L, "note", same + "!"), insert(table, 120L, "new", 1, null, null, same + "#")));
            assertThat(ids(transaction, "by_note", equal(same + "!"), false)).containsExactly(103L);
            assertThat(ids(transaction, "by_note", longOnes, false)).hasSize(9).contains(103L, 120L);
            transaction.commit();
        }
        commit(delete(table, 120L), set(table, 100L, "note", null));
        assertThat(ids("by_note", longOnes, false)).hasSize(7);
    }

    @Test
    void anIndexOnAFilledTableIsFilled() {
        table = store.change(List.of(
                        new SchemaChange.CreateIndex("Person", Tables.index(table, "by_zip:address.zip,name-"))))
                .table("Person")
                .orElseThrow();
        assertThat(ids("by_zip", Access.Range.ALL, false)).containsExactly(4L, 5L, 3L, 2L, 1L);
        commit(set(table, 4L, "name", "dan"));
        assertThat(ids("by_zip", Scans.range(List.of(Scans.at(BasicType.INTEGER, null)), null, null), false))
                .containsExactly(4L, 5L);
        table = store.change(List.of(new SchemaChange.DropIndex("Person", "by_zip")))
                .table("Person")
                .orElseThrow();
        assertThat(table.index("by_zip")).isEmpty();
    }

    @Test
    void lookupsVisitOnlyWhatTheyFind() {
        try (StoreTransaction transaction = begin()) {
            Scans scan = scan(transaction, table, Scans.index(index("by_city"), equal("Rome"), false));
            assertThat(scan.firsts()).containsExactly(1L, 3L);
            assertThat(scan.counters().entriesVisited()).isEqualTo(2);
            assertThat(scan.counters().recordsFetched()).isEqualTo(2);
        }
    }

    @Test
    void statisticsCountRecordsAndKeys() {
        var statistics = store.statistics(table);
        assertThat(statistics.records()).isEqualTo(5);
        assertThat(statistics.distinctKeys()).containsEntry("by_city", 4L);
    }
}
