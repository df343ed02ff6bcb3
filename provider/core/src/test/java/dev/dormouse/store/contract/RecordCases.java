package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.BasicValues;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written comes back, in the one order. */
abstract class RecordCases extends ContractCase {

    private static TableDefinition keyedBy(BasicType type) {
        return TableDefinition.of(
                "Keyed_" + type,
                new RecordType(List.of(
                        Tables.required("k", type), Tables.field("v", type), Tables.field("a", new ArrayType(type)))),
                "k");
    }

    private static List<Object> samples(BasicType type) {
        TreeSet<Object> distinct = new TreeSet<>((a, b) -> ValueOrder.compare(type, a, b));
        BasicValues.of(type)
                .array(Object[].class)
                .ofSize(60)
                .sampleStream()
                .limit(2)
                .forEach(values -> distinct.addAll(Arrays.asList(values)));
        distinct.removeIf(value -> value instanceof Number && value.toString().length() > 200);
        return new ArrayList<>(distinct);
    }

    @ParameterizedTest
    @EnumSource(BasicType.class)
    void everyTypeKeepsItsValuesAndItsOrderAsKey(BasicType type) {
        TableDefinition table = create(keyedBy(type));
        List<Object> values = samples(type);
        List<Object> shuffled = new ArrayList<>(values);
        java.util.Collections.shuffle(shuffled, new java.util.Random(1));
        try (StoreTransaction transaction = begin()) {
            for (Object value : shuffled) {
                transaction.apply(List.of(insert(table, value, value, List.of(value, value))));
            }
            assertOrder(transaction, table, values);
            transaction.commit();
        }
        try (StoreTransaction transaction = begin()) {
            assertOrder(transaction, table, values);
        }
    }

    private void assertOrder(StoreTransaction transaction, TableDefinition table, List<Object> values) {
        BasicType type = (BasicType) table.primaryKey().get(0).type();
        List<Record> records = scan(transaction, table, Access.Full.FORWARD).records();
        assertThat(records).hasSize(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            assertThat(records.get(i)).isEqualTo(Record.of(value, value, List.of(value, value)));
            assertThat(ValueOrder.compare(type, records.get(i).value(0), value)).isZero();
            assertThat(get(transaction, table, value)).isEqualTo(records.get(i));
        }
        List<Record> backwards = scan(transaction, table, new Access.Full(true)).records();
        java.util.Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(records);
    }

    @Test
    void compositeKeysAreOrderedPartByPart() {
        TableDefinition table = create(TableDefinition.of(
                "Composite",
                new RecordType(List.of(
                        Tables.required(
                                "id",
                                new RecordType(List.of(
                                        Tables.required("a", BasicType.STRING),
                                        Tables.required("b", BasicType.INTEGER)))),
                        Tables.field("v", BasicType.STRING))),
                "id.a",
                "id.b"));
        List<List<Object>> keys = List.of(
                List.of("", -1),
                List.of("", 3),
                List.of("a", -2),
                List.of("a", 7),
                List.of("a\0", 0),
                List.of("ab", -9));
        for (int i = keys.size() - 1; i >= 0; i--) {
            List<Object> key = keys.get(i);
            commit(insert(table, Record.of(key.toArray()), "v" + i));
        }
        try (StoreTransaction transaction = begin()) {
            List<Record> records = scan(transaction, table, Access.Full.FORWARD).records();
            assertThat(records.stream().map(table::keyOf).map(Key::parts))
                    .isEqualTo(keys.stream().map(ArrayList::new).toList());
            RecordView view = Objects.requireNonNull(transaction.get(table, Key.of("a", 7)));
            assertThat(view.getInt(table.path("id.b"))).isEqualTo(7);
            assertThat(view.getString(table.path("v"))).isEqualTo("v3");
        }
    }

    @Test
    void nestedRecordsAndArraysComeBackWhole() {
        Field visits = Tables.field("visits", new ArrayType(Tables.ADDRESS));
        TableDefinition table = create(TableDefinition.of(
                "Nested",
                new RecordType(List.of(
                        Tables.required("id", BasicType.LONG),
                        Tables.field("home", Tables.ADDRESS),
                        visits,
                        Tables.field("numbers", new ArrayType(BasicType.INTEGER)))),
                "id"));
        Record whole = Record.of(
                1L, Record.of("Rome", 12), List.of(Record.of("Oslo", null), Record.of(null, 3)), List.of(3, 1, 2));
        Record empty = Record.of(2L, null, List.of(), null);
        Record hollow = Record.of(3L, Record.of(null, null), null, null);
        commit(insert(table, 1L, Record.of("Rome", 12), whole.value(2), whole.value(3)));
        commit(insert(table, 2L, null, List.of(), null));
        commit(insert(table, 3L, Record.of(null, null), null, null));
        assertThat(committed(table, 1L)).isEqualTo(whole);
        assertThat(committed(table, 2L)).isEqualTo(empty);
        Record third = Objects.requireNonNull(committed(table, 3L));
        assertThat(third.get(table.path("home.city"))).isNull();
        assertThat(third).isIn(hollow, Record.of(3L, null, null, null));
        try (StoreTransaction transaction = begin()) {
            RecordView view = Objects.requireNonNull(transaction.get(table, Key.of(1L)));
            assertThat(view.get(table.path("home.city"))).isEqualTo("Rome");
            assertThat(view.isNull(table.path("home.zip"))).isFalse();
            assertThat(((RecordView) Objects.requireNonNull(view.get(table.path("home")))).copy())
                    .isEqualTo(Record.of("Rome", 12));
        }
    }

    @Test
    void aRetainedViewOutlivesItsTransaction() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "Ada", 1, Record.of("London", 5), List.of("x"), "note"));
        RecordView view;
        try (StoreTransaction transaction = begin()) {
            view = Objects.requireNonNull(transaction.get(table, Key.of(1L))).retain();
        }
        commit(set(table, 1L, "name", "Grace"));
        assertThat(view.getString(table.path("name"))).isEqualTo("Ada");
        assertThat(view.get(table.path("address.city"))).isEqualTo("London");
    }

    @Test
    void listsOfKeysKeepTheirOrderAndTheirGaps() {
        TableDefinition table = create(Tables.PERSON);
        commit(insert(table, 1L, "a"), insert(table, 2L, "b"));
        try (StoreTransaction transaction = begin()) {
            List<RecordView> views = transaction.get(table, List.of(Key.of(2L), Key.of(9L), Key.of(1L)));
            assertThat(views.get(1)).isNull();
            assertThat(views.get(0).getString(table.path("name"))).isEqualTo("b");
            assertThat(views.get(2).getString(table.path("name"))).isEqualTo("a");
        }
    }

    @Test
    void aKeyThatIsTooLongIsRefusedBeforeAnythingIsWritten() {
        TableDefinition table = create(keyedBy(BasicType.STRING));
        int limit = store.features().maximalKeyLength();
        String longest = "x".repeat(limit == 0 ? 5000 : limit - 1);
        commit(insert(table, longest, "fits", null));
        assertThat(committed(table, longest)).isNotNull();
        if (limit > 0) {
            try (StoreTransaction transaction = begin()) {
                assertThatThrownBy(() -> transaction.apply(List.of(insert(table, longest + "x", "too long", null))))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("DORM0704");
            }
            assertThat(committed(table, longest + "x")).isNull();
        }
    }

    @Test
    void textThatIsNoUnicodeIsRefused() {
        TableDefinition table = create(Tables.PERSON);
        try (StoreTransaction transaction = begin()) {
            assertThatThrownBy(() -> transaction.apply(List.of(insert(table, 1L, "\uD800"))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0710");
        }
        assertThat(all(table)).isEmpty();
    }

    @Test
    void theLongestValuesComeBack() {
        TableDefinition table = create(Tables.PERSON);
        String text = "\u00e4\uD83D\uDE00".repeat(100_000);
        commit(insert(table, 1L, "big", 1, null, null, text));
        assertThat(Objects.requireNonNull(committed(table, 1L)).value(5)).isEqualTo(text);
        assertThat(all(table)).hasSize(1);
    }

    @Test
    void numbersOfOneValueAreOneKey() {
        TableDefinition table = create(keyedBy(BasicType.DECIMAL));
        commit(insert(table, new java.math.BigDecimal("1.50"), null, null));
        Record record = Objects.requireNonNull(committed(table, new java.math.BigDecimal("1.5")));
        assertThat(record.value(0)).isEqualTo(new java.math.BigDecimal("1.50"));
        assertThat(Comparator.<Key>naturalOrder().compare(table.keyOf(record), Key.of(new java.math.BigDecimal("1.5"))))
                .isZero();
    }
}
