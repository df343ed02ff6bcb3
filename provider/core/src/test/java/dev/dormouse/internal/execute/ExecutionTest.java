package dev.dormouse.internal.execute;

import static dev.dormouse.store.plan.Terms.compare;
import static dev.dormouse.store.plan.Terms.compute;
import static dev.dormouse.store.plan.Terms.eq;
import static dev.dormouse.store.plan.Terms.field;
import static dev.dormouse.store.plan.Terms.lit;
import static dev.dormouse.store.plan.Terms.param;
import static dev.dormouse.store.plan.Terms.scan;
import static dev.dormouse.store.plan.Terms.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.Change;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.plan.Unnest;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    private static final TableDefinition ITEM = TableDefinition.of(
            "Item",
            new RecordType(List.of(
                    new Field("id", BasicType.INTEGER, false),
                    new Field("price", BasicType.INTEGER, true),
                    new Field("kind", BasicType.STRING, true),
                    new Field("tags", new ArrayType(BasicType.STRING), true))),
            "id");

    private final ListStore store = new ListStore();
    private final Scan i = scan(ITEM, 0, "i");
    private final Scan j = scan(ITEM, 1, "j");

    @BeforeEach
    void fill() {
        store.table(
                ITEM,
                Record.of(1, 30, "a", List.of("x", "y")),
                Record.of(2, 10, "b", null),
                Record.of(3, null, "a", List.of()),
                Record.of(4, 20, null, List.of("z")));
    }

    private List<@Nullable Object> column(Plan plan, @Nullable Object... parameters) {
        List<@Nullable Object> values = new ArrayList<>();
        PlanRunner.run(store, plan, parameters).rows().forEach(row -> values.add(row.get(0)));
        return values;
    }

    private static Project select(Plan input, Expression value) {
        return new Project(input, List.of(new Assignment(new Slot(50, "v", value.type()), value)));
    }

    @Test
    void sortsWithNullsWhereAsked() {
        Expression price = field(i, "price");
        assertThat(column(select(new Sort(i, List.of(SortKey.of(price, false))), price)))
                .containsExactly(null, 10, 20, 30);
        assertThat(column(select(new Sort(i, List.of(new SortKey(price, true, true))), price)))
                .containsExactly(null, 30, 20, 10);
    }

    @Test
    void pagesKeepOnlyTheFirstRows() {
        Plan page = new Limit(
                new Sort(i, List.of(SortKey.of(field(i, "price"), true))),
                Optional.of(param(0, ":offset", BasicType.LONG)),
                Optional.of(param(1, ":count", BasicType.LONG)));
        assertThat(column(select(page, field(i, "id")), 1L, 2L)).containsExactly(4, 2);
        assertThat(column(select(page, field(i, "id")), null, null)).containsExactly(1, 4, 2, 3);
        assertThatThrownBy(() -> column(select(page, field(i, "id")), -1L, 2L))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("DORM0658");
    }

    @Test
    void unnestsArraysInnerAndOuter() {
        Slot tag = new Slot(5, "tag", BasicType.STRING);
        Slot position = new Slot(6, "at", BasicType.INTEGER);
        Plan inner = new Unnest(i, field(i, "tags"), tag, Optional.of(position), false);
        assertThat(PlanRunner.run(store, new Project(inner, List.of(item(tag), item(position))))
                        .rows())
                .containsExactly(List.of("x", 0), List.of("y", 1), List.of("z", 0));
        Plan outer = new Unnest(i, field(i, "tags"), tag, Optional.empty(), true);
        assertThat(column(new Project(outer, List.of(item(tag))))).containsExactly("x", "y", null, null, "z");
    }

    private static Assignment item(Slot slot) {
        return new Assignment(slot, slot(slot));
    }

    @Test
    void groupsRecordsByTheirKeyAndKeepsTheFirst() {
        Slot whole = new Slot(5, "whole", ITEM.type());
        Slot count = new Slot(6, "n", BasicType.LONG);
        Plan pairs = Join.of(i, j, Join.Kind.INNER, Expression.Literal.TRUE);
        Plan groups = new Aggregate(
                pairs,
                List.of(new Assignment(whole, slot(i.slot()))),
                List.of(new Aggregate.Call(count, Aggregate.Function.COUNT, true, slot(j.slot()))));
        assertThat(PlanRunner.run(store, groups).rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(4L))
                .first()
                .satisfies(row -> assertThat(((Record) java.util.Objects.requireNonNull(row.get(0))).value(1))
                        .isEqualTo(30));
    }

    @Test
    void aggregatesOfNothing() {
        Slot sum = new Slot(5, "sum", BasicType.LONG);
        Slot count = new Slot(6, "n", BasicType.LONG);
        Plan none = new Aggregate(
                new Filter(i, Expression.Literal.FALSE),
                List.of(),
                List.of(
                        new Aggregate.Call(sum, Aggregate.Function.SUM, false, field(i, "price")),
                        new Aggregate.Call(count, Aggregate.Function.COUNT, false, Expression.Literal.TRUE)));
        List<@Nullable Object> row = PlanRunner.run(store, none).rows().get(0);
        assertThat(row).containsExactly(null, 0L);
    }

    @Test
    void aSubqueryThatIsTheSameForAllRowsRunsOnce() {
        Slot max = new Slot(5, "m", BasicType.INTEGER);
        Plan query = new Aggregate(
                j, List.of(), List.of(new Aggregate.Call(max, Aggregate.Function.MAX, false, field(j, "price"))));
        Plan plan = new Filter(i, eq(field(i, "price"), new Expression.ScalarQuery(query)));
        PlanRunner.Result result = PlanRunner.run(store, plan);
        assertThat(result.rows()).hasSize(1);
        assertThat(result.explain()).contains("Scan Item j  [store: scan; rows 4 entries 4]");
    }

    @Test
    void aCorrelatedSubqueryRunsOnceForEachValue() {
        Slot max = new Slot(5, "m", BasicType.INTEGER);
        Plan query = new Aggregate(
                new Filter(j, eq(field(j, "kind"), field(i, "kind"))),
                List.of(),
                List.of(new Aggregate.Call(max, Aggregate.Function.MAX, false, field(j, "price"))));
        Plan plan = new Filter(i, eq(field(i, "price"), new Expression.ScalarQuery(query)));
        PlanRunner.Result result = PlanRunner.run(store, plan);
        assertThat(result.rows()).hasSize(2);
        assertThat(result.explain()).contains("Filter j.kind = i.kind  [store: scan; rows 3 entries 12]");
    }

    @Test
    void aScalarSubqueryWithTwoRowsIsRefused() {
        Plan query = select(j, field(j, "id"));
        Plan plan = new Filter(i, eq(field(i, "id"), new Expression.ScalarQuery(query)));
        assertThatThrownBy(() -> PlanRunner.run(store, plan))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("DORM0656");
    }

    @Test
    void updatesReadAllBeforeTheyWrite() {
        Modify update = new Modify(
                new Filter(i, compare(field(i, "price"), "<", lit(100))),
                i,
                new Modify.Action.Update(List.of(
                        new Modify.FieldAssignment(ITEM.path("price"), compute(field(i, "price"), "+", lit(15))))));
        assertThat(modify(update, 0)).isEqualTo(3);
        assertThat(store.applied).hasSize(1);
        assertThat(column(select(i, field(i, "price")))).containsExactly(45, 25, null, 35);
        assertThat(store.applied.get(0).get(0))
                .isEqualTo(new Change.Patch(
                        ITEM,
                        Key.of(1),
                        List.of(new Change.FieldChange.Set(ITEM.path("price"), 45)),
                        Change.Guard.Unchanged.INSTANCE));
    }

    @Test
    void aRecordInSeveralRowsIsDeletedOnce() {
        Plan rows = Join.of(i, j, Join.Kind.INNER, compare(field(i, "id"), "<", field(j, "id")));
        assertThat(modify(new Modify(rows, i, new Modify.Action.Delete()), 0)).isEqualTo(3);
        assertThat(store.records(ITEM).keySet()).containsExactly(Key.of(4));
    }

    @Test
    void aQueryOverItsLimitIsRefused() {
        assertThatThrownBy(() -> modify(new Modify(i, i, new Modify.Action.Delete()), 3))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("DORM0657");
        assertThat(store.records(ITEM)).hasSize(4);
    }

    private long modify(Modify modify, long limit) {
        try (var transaction = store.begin(TransactionOptions.DEFAULT);
                Execution execution = new PlanCompiler(store, limit)
                        .compile(modify)
                        .open(transaction, new Object[0], Instant.EPOCH)) {
            return execution.modify();
        }
    }

    @Test
    void explainsWhoDoesWhat() {
        Access lookup = new Access.KeyLookup(List.of(field(i, "price")));
        Plan join = Join.of(i, new Scan(ITEM, j.slot(), lookup), Join.Kind.LEFT, Expression.Literal.TRUE);
        ExecutablePlan plan = new PlanCompiler(store, 0).compile(join, List.of("Advice."), ExpectedWork.ANY);
        assertThat(plan.explain())
                .isEqualTo(
                        """
                        Join left  [engine]
                          Scan Item i  [store: scan]
                          Scan Item j by key: id = i.price  [store: lookup]
                        Advice.
                        """);
        assertThat(PlanRunner.run(store, join).explain()).contains("Join left  [engine; rows 4]");
    }
}
