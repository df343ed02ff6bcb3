package dev.dormouse.store.plan;

import static dev.dormouse.store.plan.Terms.and;
import static dev.dormouse.store.plan.Terms.call;
import static dev.dormouse.store.plan.Terms.cast;
import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.compute;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.in;
import static dev.dormouse.store.plan.Terms.isNull;
import static dev.dormouse.store.plan.Terms.like;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.not;
import static dev.dormouse.store.plan.Terms.nothing;
import static dev.dormouse.store.plan.Terms.or;
import static dev.dormouse.store.plan.Terms.scan;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanPrinterTest {

    private static final TableDefinition TABLE = TableDefinition.of(
            "Order",
            new RecordType(List.of(
                    new Field("id", BasicType.LONG, false),
                    new Field("a", BasicType.INTEGER, true),
                    new Field("s", BasicType.STRING, true),
                    new Field("items", new ArrayType(BasicType.STRING), true))),
            "id");
    private static final Scan O = scan(TABLE, 0, "o");
    private static final Expression A = field(O, "a");
    private static final Expression S = field(O, "s");

    static Stream<Arguments> expressions() {
        return Stream.of(
                arguments(
                        and(or(isNull(A), eq(A, lit(1))), not(eq(A, lit(2)))),
                        "(o.a is null or o.a = 1) and not o.a = 2"),
                arguments(not(isNull(A)), "o.a is not null"),
                arguments(compute(compute(A, "+", lit(1)), "*", lit(2)), "(o.a + 1) * 2"),
                arguments(compute(A, "-", compute(lit(1), "-", lit(2))), "o.a - (1 - 2)"),
                arguments(new Expression.Negation(compute(A, "*", lit(2))), "-(o.a * 2)"),
                arguments(in(S, lit("it's"), nothing(BasicType.STRING)), "o.s in ('it''s', null)"),
                arguments(like(S, lit("a!%"), lit("!")), "o.s like 'a!%' escape '!'"),
                arguments(cast(A, BasicType.LONG), "cast(o.a as LONG)"),
                arguments(call(Function.LENGTH, BasicType.INTEGER, S), "length(o.s)"),
                arguments(lit(LocalDate.of(2013, 7, 4)), "DATE '2013-07-04'"),
                arguments(
                        new Expression.Case(List.of(new Expression.Branch(isNull(A), lit(0))), A, BasicType.INTEGER),
                        "case when o.a is null then 0 else o.a end"),
                arguments(new Expression.Coalesce(List.of(A, lit(1))), "coalesce(o.a, 1)"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void printsExpressions(Expression expression, String expected) {
        assertThat(PlanPrinter.print(expression)).isEqualTo(expected);
    }

    @Test
    void printsATreeWithSubqueriesBelowTheirNode() {
        Scan p = scan(TABLE, 1, "p");
        Slot count = new Slot(2, "n", BasicType.LONG);
        Slot key = new Slot(3, "k", BasicType.INTEGER);
        Slot item = new Slot(4, "item", BasicType.STRING);
        Plan exists = new Filter(p, eq(field(p, "id"), field(O, "id")));
        Plan rows = new Unnest(
                new Filter(O, and(new Expression.Exists(exists), compare(A, ">", lit(1)))),
                field(O, "items"),
                item,
                Optional.empty(),
                false);
        Plan groups = new Aggregate(
                rows,
                List.of(new Assignment(key, A)),
                List.of(new Aggregate.Call(count, Aggregate.Function.COUNT, true, slot(item))));
        Plan page = new Limit(
                new Sort(groups, List.of(SortKey.of(slot(count), true), new SortKey(slot(key), false, false))),
                Optional.of(lit(5L)),
                Optional.of(lit(10L)));
        assertThat(PlanPrinter.print(page))
                .isEqualTo(
                        """
                        Limit 10 offset 5
                          Sort n desc, k nulls last
                            Aggregate n = count(distinct item) by k = o.a
                              Unnest o.items as item
                                Filter exists(#1) and o.a > 1
                                  #1:
                                    Filter p.id = o.id
                                      Scan Order p
                                  Scan Order o
                        """);
    }

    @Test
    void printsModificationsAndSetOperations() {
        Modify.FieldAssignment assignment = new Modify.FieldAssignment(TABLE.path("a"), compute(A, "+", lit(1)));
        assertThat(PlanPrinter.print(new Modify(O, O, new Modify.Action.Update(List.of(assignment)))))
                .isEqualTo("Update Order o set a = o.a + 1\n  Scan Order o\n");
        assertThat(PlanPrinter.print(new Modify(O, O, new Modify.Action.Delete())))
                .isEqualTo("Delete Order o\n  Scan Order o\n");
        Plan left = new Project(O, List.of(new Assignment(new Slot(7, "x", BasicType.INTEGER), A)));
        assertThat(PlanPrinter.print(new SetOperation(
                        SetOperation.Kind.UNION, true, left, left, List.of(new Slot(8, "u", BasicType.INTEGER)))))
                .isEqualTo("Union all u\n  Project x = o.a\n    Scan Order o\n  Project x = o.a\n    Scan Order o\n");
    }

    @Test
    void theSlotsOfASubqueryCountWhereTheyComeFromOutside() {
        Scan p = scan(TABLE, 1, "p");
        Plan query = new Filter(p, eq(field(p, "id"), field(O, "id")));
        assertThat(ExpressionTree.slots(new Expression.Exists(query)).stream()).containsExactly(0);
        assertThat(PlanTree.slotCount(new Filter(O, new Expression.Exists(query))))
                .isEqualTo(2);
    }
}
