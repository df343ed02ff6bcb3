package dev.dormouse.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.store.Change;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Constraints are checked at the flush, and again at the commit. */
abstract class ConstraintCases extends ContractCase {

    private TableDefinition person;
    private TableDefinition order;

    @BeforeEach
    void fill() {
        person = create(Tables.PERSON);
        order = create(Tables.ORDER);
        commit(insert(person, 1L, "ada"), insert(person, 2L, "bob"), insert(order, 1L, 1L, BigDecimal.ONE));
    }

    private void assertRefused(Kind kind, String constraint, Change... changes) {
        try (StoreTransaction transaction = begin()) {
            assertViolation(
                    kind,
                    constraint,
                    catchThrowableOfType(
                            ConstraintViolationException.class, () -> transaction.apply(List.of(changes))));
            assertThat(transaction.isActive()).isTrue();
            assertThat(catchThrowableOfType(StoreException.class, () -> transaction.apply(List.of())))
                    .hasMessageContaining("DORM0508");
        }
    }

    private static void assertViolation(Kind kind, String constraint, ConstraintViolationException violation) {
        assertThat(violation).isNotNull();
        assertThat(violation.kind()).isEqualTo(kind);
        assertThat(violation.constraint()).isEqualTo(constraint);
    }

    /** Both flush without an error, and the second to commit is refused; where writes are exclusive, the second to flush. */
    private void assertSecondCommitRefused(Kind kind, String constraint, Change first, Change second) {
        if (kind == Kind.FOREIGN_KEY && store.features().concurrentOrphans()) {
            // Both would commit: the row "orphan" of isolation.csv has it.
            return;
        }
        try (StoreTransaction one = begin();
                StoreTransaction two = begin()) {
            one.apply(List.of(first));
            if (writesAreExclusive()) {
                assertRefusedAsStale(two, second);
                one.commit();
                return;
            }
            two.apply(List.of(second));
            one.commit();
            assertViolation(kind, constraint, catchThrowableOfType(ConstraintViolationException.class, two::commit));
            assertThat(two.isActive()).isFalse();
        }
    }

    @Test
    void aKeyIsTakenOnce() {
        assertRefused(Kind.PRIMARY_KEY, "Person", insert(person, 1L, "eve"));
        assertRefused(Kind.PRIMARY_KEY, "Person", insert(person, 7L, "eve"), insert(person, 7L, "fay"));
        assertSecondCommitRefused(Kind.PRIMARY_KEY, "Person", insert(person, 8L, "x"), insert(person, 8L, "y"));
    }

    @Test
    void aUniqueValueIsTakenOnce() {
        assertRefused(Kind.UNIQUE, "unique_name", insert(person, 7L, "ada"));
        assertRefused(Kind.UNIQUE, "unique_name", set(person, 2L, "name", "ada"));
        assertRefused(Kind.UNIQUE, "unique_name", insert(person, 7L, "eve"), insert(person, 8L, "eve"));
        assertSecondCommitRefused(
                Kind.UNIQUE, "unique_name", insert(person, 7L, "eve"), set(person, 2L, "name", "eve"));
    }

    @Test
    void aUniqueValueMayBePassedOnWithinOneFlush() {
        commit(set(person, 1L, "name", "bob"), set(person, 2L, "name", "ada"));
        assertThat(all(person).stream().map(r -> r.value(1))).containsExactly("bob", "ada");
        commit(delete(person, 2L), insert(person, 3L, "ada"));
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void nullAgreesWithNothing() {
        commit(insert(person, 7L, null), insert(person, 8L, null), set(person, 2L, "name", null));
        assertThat(all(person)).hasSize(4);
    }

    @Test
    void longUniqueValuesAreComparedWhole() {
        String same = "x".repeat(700);
        commit(insert(person, 7L, same + "a"), insert(person, 8L, same + "b"));
        assertRefused(Kind.UNIQUE, "unique_name", insert(person, 9L, same + "a"));
        commit(set(person, 7L, "name", "free"), insert(person, 9L, same + "a"));
    }

    @Test
    void aFieldThatMustHaveAValueHasOne() {
        TableDefinition table = create(TableDefinition.of(
                "Strict",
                new RecordType(List.of(
                        Tables.required("id", BasicType.LONG),
                        Tables.required("name", BasicType.STRING),
                        Tables.field("part", new RecordType(List.of(Tables.required("n", BasicType.INTEGER)))))),
                "id"));
        assertRefused(Kind.NOT_NULL, "name", insert(table, 1L, null));
        assertRefused(Kind.NOT_NULL, "n", insert(table, 1L, "x", Record.of((Object) null)));
        commit(insert(table, 1L, "x", null));
        assertRefused(Kind.NOT_NULL, "name", set(table, 1L, "name", null));
    }

    @Test
    void aValueIsNotLongerThanItsFieldAdmits() {
        TableDefinition table = create(TableDefinition.of(
                "Limited",
                new RecordType(List.of(
                        Tables.required("id", BasicType.LONG),
                        limited("text", BasicType.STRING, Limit.length(3)),
                        limited("bytes", BasicType.BYTES, Limit.length(2)),
                        limited("price", BasicType.DECIMAL, Limit.digits(3, 2)),
                        limited("count", BasicType.BIG_INTEGER, Limit.digits(4, 0)),
                        limited("words", new ArrayType(BasicType.STRING), Limit.length(2)),
                        Tables.field(
                                "part", new RecordType(List.of(limited("code", BasicType.STRING, Limit.length(1))))))),
                "id"));
        Object price = new BigDecimal("999.99");
        commit(insert(
                table,
                1L,
                "\uD83D\uDC2D\uD83D\uDC2Dx",
                new byte[2],
                new BigDecimal("999.9900"),
                new BigInteger("-9999"),
                List.of("ab", "c"),
                Record.of("x")));
        assertRefused(Kind.LIMIT, "text", insert(table, 2L, "four", null, price, null, null, null));
        assertRefused(Kind.LIMIT, "bytes", set(table, 1L, "bytes", new byte[3]));
        assertRefused(Kind.LIMIT, "price", set(table, 1L, "price", new BigDecimal("1000")));
        assertRefused(Kind.LIMIT, "price", set(table, 1L, "price", new BigDecimal("0.005")));
        assertRefused(Kind.LIMIT, "count", set(table, 1L, "count", new BigInteger("10000")));
        assertRefused(Kind.LIMIT, "words", set(table, 1L, "words", List.of("ab", "abc")));
        assertRefused(Kind.LIMIT, "part.code", set(table, 1L, "part.code", "xy"));
        assertRefused(Kind.LIMIT, "code", set(table, 1L, "part", Record.of("xy")));
        assertThat(all(table)).hasSize(1);
    }

    private static Field limited(String name, StoreType type, Limit limit) {
        return new Field(name, type, true, limit);
    }

    @Test
    void aReferenceFindsItsTarget() {
        assertRefused(Kind.FOREIGN_KEY, "order_person", insert(order, 2L, 9L, null));
        assertRefused(Kind.FOREIGN_KEY, "order_person", set(order, 1L, "person", 9L));
        commit(insert(order, 2L, null, null), insert(order, 3L, 7L, null), insert(person, 7L, "eve"));
        assertThat(all(order)).hasSize(3);
    }

    @Test
    void aTargetStaysWhileItIsReferredTo() {
        assertRefused(Kind.FOREIGN_KEY, "order_person", delete(person, 1L));
        commit(delete(person, 1L), delete(order, 1L));
        commit(insert(person, 5L, "own"), insert(order, 5L, 5L, null));
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(insert(person, 6L, "six"), insert(order, 6L, 6L, null)));
            assertThat(catchThrowableOfType(
                            ConstraintViolationException.class, () -> transaction.apply(List.of(delete(person, 6L)))))
                    .isNotNull();
        }
    }

    @Test
    void aReferenceMayBeClearedAndItsTargetRemovedInOneCommit() {
        try (StoreTransaction transaction = begin()) {
            transaction.apply(List.of(set(order, 1L, "person", null)));
            transaction.apply(List.of(delete(person, 1L)));
            transaction.commit();
        }
        assertThat(all(person)).hasSize(1);
    }

    @Test
    void referencesToAUniqueIndexAndOfArraysAreChecked() {
        TableDefinition club = create(Tables.referring(
                TableDefinition.of(
                        "Club",
                        new RecordType(List.of(
                                Tables.required("id", BasicType.LONG),
                                Tables.field("chair", BasicType.STRING),
                                Tables.field("members", new ArrayType(BasicType.LONG)))),
                        "id"),
                "club_chair:chair>Person.name",
                "club_members:members>Person.id"));
        commit(insert(club, 1L, "ada", List.of(1L, 2L)));
        assertRefused(Kind.FOREIGN_KEY, "club_chair", insert(club, 2L, "nobody", null));
        assertRefused(Kind.FOREIGN_KEY, "club_members", set(club, 1L, "members", List.of(1L, 9L)));
        assertRefused(Kind.FOREIGN_KEY, "club_members", delete(person, 2L));
        assertRefused(Kind.FOREIGN_KEY, "club_chair", set(person, 1L, "name", "renamed"));
        commit(set(person, 1L, "name", "renamed"), set(club, 1L, "chair", "renamed"));
        commit(set(club, 1L, "members", List.of(1L)), delete(person, 2L));
    }

    @Test
    void referencesInTheElementsOfAnArrayAreChecked() {
        TableDefinition place = create(TableDefinition.of(
                "Place",
                new RecordType(List.of(
                        Tables.required("land", BasicType.STRING), Tables.required("number", BasicType.INTEGER))),
                "land",
                "number"));
        RecordType visit = new RecordType(List.of(
                Tables.field("person", BasicType.LONG),
                Tables.field("land", BasicType.STRING),
                Tables.field("number", BasicType.INTEGER)));
        TableDefinition tour = create(Tables.referring(
                TableDefinition.of(
                        "Tour",
                        new RecordType(List.of(
                                Tables.required("id", BasicType.LONG), Tables.field("visits", new ArrayType(visit)))),
                        "id"),
                "tour_person:visits.person>Person.id",
                "tour_place:visits.land,visits.number>Place.land,number"));
        commit(insert(place, "x", 1), insert(place, "y", 2));
        commit(insert(tour, 1L, List.of(Record.of(1L, "x", 1), Record.of(2L, "y", 2), Record.of(null, "x", null))));
        commit(insert(tour, 2L, List.of()), insert(tour, 3L, (Object) null));

        assertRefused(Kind.FOREIGN_KEY, "tour_person", insert(tour, 4L, List.of(Record.of(9L, null, null))));
        assertRefused(Kind.FOREIGN_KEY, "tour_place", insert(tour, 4L, List.of(Record.of(1L, "x", 2))));
        assertRefused(Kind.FOREIGN_KEY, "tour_place", set(tour, 2L, "visits", List.of(Record.of(1L, "y", 1))));
        assertRefused(Kind.FOREIGN_KEY, "tour_person", delete(person, 2L));
        assertRefused(Kind.FOREIGN_KEY, "tour_place", delete(place, Key.of("y", 2)));
        commit(set(tour, 1L, "visits", List.of(Record.of(1L, "x", 1))));
        commit(delete(place, Key.of("y", 2)), delete(person, 2L), insert(place, "z", 3));
        assertSecondCommitRefused(
                Kind.FOREIGN_KEY,
                "tour_place",
                insert(tour, 5L, List.of(Record.of(null, "z", 3))),
                delete(place, Key.of("z", 3)));
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aReferenceInElementsIsHeldAgainstOldRecords() {
        RecordType visit = new RecordType(List.of(Tables.field("person", BasicType.LONG)));
        TableDefinition tour = create(TableDefinition.of(
                "Tour",
                new RecordType(
                        List.of(Tables.required("id", BasicType.LONG), Tables.field("visits", new ArrayType(visit)))),
                "id"));
        commit(insert(tour, 1L, List.of(Record.of(1L), Record.of(9L))));
        SchemaChange reference = new SchemaChange.CreateForeignKey(
                "Tour", Tables.foreignKey(tour, "tour_person:visits.person>Person.id"));
        assertViolation(
                Kind.FOREIGN_KEY,
                "tour_person",
                catchThrowableOfType(ConstraintViolationException.class, () -> store.change(List.of(reference))));
        commit(set(tour, 1L, "visits", List.of(Record.of(2L))));
        store.change(List.of(reference));
        assertRefused(Kind.FOREIGN_KEY, "tour_person", delete(person, 2L));
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void aRecordMayReferToItself() {
        TableDefinition node = create(Tables.referring(
                TableDefinition.of(
                        "Node",
                        new RecordType(
                                List.of(Tables.required("id", BasicType.LONG), Tables.field("parent", BasicType.LONG))),
                        "id"),
                "node_parent:parent>Node.id"));
        commit(insert(node, 1L, 1L), insert(node, 3L, 2L), insert(node, 2L, 1L));
        assertRefused(Kind.FOREIGN_KEY, "node_parent", delete(node, 2L));
        commit(delete(node, 1L), delete(node, 2L), delete(node, 3L));
        assertThat(all(node)).isEmpty();
    }

    @Test
    void newConstraintsAreHeldAgainstOldRecords() {
        commit(set(person, 1L, "note", "same"), set(person, 2L, "note", "same"));
        assertViolation(
                Kind.UNIQUE,
                "unique_note",
                catchThrowableOfType(
                        ConstraintViolationException.class,
                        () -> store.change(List.of(
                                new SchemaChange.CreateIndex("Person", Tables.index(person, "unique_note:note!"))))));
        assertThat(store.catalog().table("Person").orElseThrow().index("unique_note"))
                .isEmpty();
        commit(set(person, 1L, "version", 99));
        assertThat(catchThrowableOfType(
                        ConstraintViolationException.class,
                        () -> store.change(List.of(new SchemaChange.CreateForeignKey(
                                "PersonOrder", Tables.foreignKey(order, "again:id>Person.id"))))))
                .isNull();
        commit(insert(order, 2L, null, null));
        assertThatCode(() -> commit(insert(order, 3L, null, null))).isInstanceOf(ConstraintViolationException.class);
        store.change(List.of(new SchemaChange.DropForeignKey("PersonOrder", "again")));
        commit(insert(order, 3L, null, null));
        assertThat(catchThrowableOfType(
                        ConstraintViolationException.class,
                        () -> store.change(List.of(new SchemaChange.CreateForeignKey(
                                "PersonOrder", Tables.foreignKey(order, "again:id>Person.id"))))))
                .isNotNull();
    }
}
