package dev.dormouse.store.plan;

import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.scan;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFieldsTest {

    private static final TableDefinition TABLE = TableDefinition.of(
            "Order",
            new RecordType(List.of(
                    new Field("id", BasicType.LONG, false),
                    new Field("a", BasicType.INTEGER, true),
                    new Field("b", BasicType.INTEGER, true),
                    new Field("s", BasicType.STRING, true))),
            "id");
    private static final Scan O = scan(TABLE, 0, "o");
    private static final Scan P = scan(TABLE, 1, "p");
    private static final Slot RECORD = new Slot(2, "r", TABLE.type());
    private static final Slot VALUE = new Slot(3, "v", BasicType.INTEGER);
    private static final Slot NUMBER = new Slot(4, "n", BasicType.LONG);

    private static Project values(Plan input, Expression value) {
        return new Project(input, List.of(new Assignment(VALUE, value)));
    }

    private static Plan counted(Plan input, boolean distinct) {
        return new Aggregate(
                input,
                List.of(),
                List.of(new Aggregate.Call(NUMBER, Aggregate.Function.COUNT, distinct, slot(O.slot()))));
    }

    private static Plan positive(Scan scan) {
        return new Filter(scan, compare(field(scan, "b"), ">", lit(0)));
    }

    static Stream<Arguments> plans() {
        Plan joined = Join.of(O, P, Join.Kind.INNER, eq(field(O, "a"), field(P, "b")));
        Plan grouped = new Aggregate(
                O,
                List.of(new Assignment(RECORD, slot(O.slot()))),
                List.of(new Aggregate.Call(NUMBER, Aggregate.Function.COUNT, false, lit(true))));
        Plan both = new SetOperation(SetOperation.Kind.UNION, false, positive(O), positive(P), List.of(RECORD));
        Access byA = new Access.KeyLookup(List.of(field(O, "a")));
        return Stream.of(
                arguments("a scan", O, "*", ""),
                arguments("a value under a filter", values(positive(O), field(O, "a")), "[a, b]", ""),
                arguments(
                        "a sort",
                        values(new Sort(O, List.of(SortKey.of(field(O, "s"), false))), field(O, "a")),
                        "[a, s]",
                        ""),
                arguments(
                        "a record passed through",
                        new Project(positive(O), List.of(new Assignment(RECORD, slot(O.slot())))),
                        "*",
                        ""),
                arguments("a join", values(joined, field(P, "s")), "[a]", "[b, s]"),
                arguments(
                        "a bound of an access",
                        values(
                                Join.of(O, new Scan(TABLE, P.slot(), byA), Join.Kind.INNER, Expression.Literal.TRUE),
                                field(P, "s")),
                        "[a]",
                        "[s]"),
                arguments("a count", counted(O, false), "[]", ""),
                arguments("a count of different records", counted(O, true), "[id]", ""),
                arguments(
                        "a field of a group",
                        values(grouped, new Expression.FieldValue(RECORD, TABLE.path("s"))),
                        "[id, s]",
                        ""),
                arguments("whether there is a record", values(O, not(isNull(slot(O.slot())))), "[]", ""),
                arguments(
                        "existence",
                        values(new Filter(O, new Expression.Exists(positive(P))), field(O, "a")),
                        "[a]",
                        "[b]"),
                arguments(
                        "a correlated value",
                        values(
                                O,
                                new Expression.ScalarQuery(
                                        values(new Filter(P, eq(field(P, "b"), field(O, "s"))), field(P, "a")))),
                        "[s]",
                        "[a, b]"),
                arguments("a union of records", both, "*", "*"),
                arguments("a deletion", new Modify(positive(O), O, new Modify.Action.Delete()), "[b, id]", ""),
                arguments(
                        "an update",
                        new Modify(
                                O,
                                O,
                                new Modify.Action.Update(
                                        List.of(new Modify.FieldAssignment(TABLE.path("a"), field(O, "b"))))),
                        "[b, id]",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plans")
    void onlyWhatIsReadIsNamed(String what, Plan plan, String ofFirst, String ofSecond) {
        ReadFields read = ReadFields.of(plan);
        assertThat(shown(read, O)).isEqualTo(ofFirst);
        if (!ofSecond.isEmpty()) {
            assertThat(shown(read, P)).isEqualTo(ofSecond);
        }
    }

    private static String shown(ReadFields read, Scan scan) {
        return read.isWhole(scan.slot())
                ? "*"
                : read.paths(scan.slot()).stream()
                        .map(FieldPath::toString)
                        .sorted()
                        .toList()
                        .toString();
    }
}
