package dev.dormouse.internal.execute;

import static dev.dormouse.store.plan.Terms.compute;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.scan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a subquery aggregates of the rows around it themselves. */
final class OwnGroupsTest {

    private static final TableDefinition BARE = TableDefinition.of(
            "Item",
            new RecordType(List.of(
                    new Field("id", BasicType.INTEGER, false),
                    new Field("kind", BasicType.STRING, true),
                    new Field("price", BasicType.INTEGER, true))),
            "id");
    private static final IndexDefinition BY_KIND = new IndexDefinition(
            1,
            "by_kind",
            List.of(new IndexPart(BARE.path("kind"), false), new IndexPart(BARE.path("price"), false)),
            false);
    private static final TableDefinition ITEM = BARE.withIndexes(List.of(BY_KIND));

    private final ListStore store = new ListStore()
            .table(
                    ITEM,
                    Record.of(1, "b", 30),
                    Record.of(2, "a", 10),
                    Record.of(3, "a", null),
                    Record.of(4, null, 20),
                    Record.of(5, "b", 30),
                    Record.of(6, null, 40),
                    Record.of(7, "c", null));
    private final Scan own = scan(ITEM, 0, "own");
    private final Scan other = scan(ITEM, 1, "other");

    private static Access range(Access.Range range, boolean reverse) {
        return new Access.IndexRange(BY_KIND, range, reverse);
    }

    private static Access.Range from(Expression lowest) {
        return new Access.Range(List.of(), Optional.of(new Access.Bound(lowest, true, false)), Optional.empty());
    }

    private static Access.Range equal(Expression kind, Access.Range more) {
        return new Access.Range(List.of(new Access.Bound(kind, true, false)), more.lower(), more.upper());
    }

    /** The id of each row and what the subquery computes for it. */
    private Plan query(Access rows, Aggregate.Function function, Expression argument) {
        Scan looked = new Scan(ITEM, other.slot(), range(equal(field(own, "kind"), Access.Range.ALL), false));
        Slot result = new Slot(2, "result", function == Aggregate.Function.COUNT ? BasicType.LONG : BasicType.INTEGER);
        Plan computed =
                new Aggregate(looked, List.of(), List.of(new Aggregate.Call(result, function, false, argument)));
        return new Project(
                new Scan(ITEM, own.slot(), rows),
                List.of(
                        new Assignment(new Slot(3, "id", BasicType.INTEGER), field(own, "id")),
                        new Assignment(new Slot(4, "v", result.type()), new Expression.ScalarQuery(computed))));
    }

    private List<List<@Nullable Object>> rows(Plan plan, boolean isWindow) {
        List<List<@Nullable Object>> local = PlanRunner.run(store, plan).rows();
        PlanRunner.Result remote = PlanRunner.run(store.remote(), plan);
        assertThat(remote.explain().contains("Window")).as(remote.explain()).isEqualTo(isWindow);
        assertThat(remote.rows()).as(remote.explain()).isEqualTo(local);
        assertThat(PlanRunner.rewound(store, plan)).isEqualTo(local);
        return local;
    }

    @Test
    void rowsThatAgreeAreAggregatedAsTheyCome() {
        assertThat(rows(query(range(Access.Range.ALL, false), Aggregate.Function.MAX, field(other, "price")), true))
                .containsExactly(
                        row(4, null), row(6, null), row(3, 10), row(2, 10), row(1, 30), row(5, 30), row(7, null));
        assertThat(rows(query(range(from(lit("b")), true), Aggregate.Function.COUNT, Expression.Literal.TRUE), true))
                .hasSize(3)
                .containsOnly(row(7, 1L), row(1, 2L), row(5, 2L));
    }

    @Test
    void whatHasNoKeyHasNothingThatAgrees() {
        assertThat(rows(query(range(Access.Range.ALL, false), Aggregate.Function.COUNT, Expression.Literal.TRUE), true))
                .startsWith(row(4, 0L), row(6, 0L), row(3, 2L));
    }

    @Test
    void aRangeWithinARowsNeighboursReadsThemAgain() {
        Access part = range(equal(lit("b"), from(lit(30))), false);
        assertThat(rows(query(part, Aggregate.Function.MIN, field(other, "price")), false))
                .containsExactly(row(1, 30), row(5, 30));
        assertThat(rows(query(Access.Full.FORWARD, Aggregate.Function.MAX, field(other, "price")), false))
                .hasSize(7);
    }

    @Test
    void aConditionComparesARowWithItsNeighbours() {
        Plan query = query(range(Access.Range.ALL, false), Aggregate.Function.SUM, field(other, "price"));
        Expression sum = ((Project) query).items().get(1).value();
        Plan half = new Filter(query.inputs().get(0), eq(sum, compute(field(own, "price"), "*", lit(2))));
        Plan ids = new Project(half, List.of(new Assignment(new Slot(3, "id", BasicType.INTEGER), field(own, "id"))));
        assertThat(rows(ids, true)).containsExactly(List.of(1), List.of(5));
    }

    private static List<@Nullable Object> row(int id, @Nullable Object value) {
        return Arrays.asList(id, value);
    }
}
