package dev.dormouse.internal.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.execute.ListStore;
import dev.dormouse.internal.execute.NaiveEvaluator;
import dev.dormouse.internal.execute.PlanRunner;
import dev.dormouse.internal.execute.RandomPlans;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.store.Change;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

class OptimizerPropertyTest {

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void optimizedPlansMeanTheSame(@ForAll long seed) {
        RandomPlans world = new RandomPlans(seed);
        Plan plan = world.query();
        ListStore store = world.store();
        List<List<@Nullable Object>> expected = new NaiveEvaluator(store, plan).run(plan);
        Plan optimized = new Optimizer(table -> invented(table, seed), Set.of())
                .optimize(plan)
                .plan();
        PlanRunner.Result result = PlanRunner.run(store, optimized);
        String both = PlanPrinter.print(plan) + "->\n" + result.explain();
        assertThat(optimized.output()).as(both).isEqualTo(plan.output());
        assertThat(result.rows()).as(both).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sortKeys(plan, result.rows())).as(both).isEqualTo(sortKeys(plan, expected));
        boolean fetched =
                plan instanceof Project project && project.input() instanceof Join join && join.left() instanceof Limit;
        if (plan instanceof Limit || fetched) {
            assertThat(result.rows()).as(both).isEqualTo(expected);
        }
        PlanRunner.Result batched = PlanRunner.run(store.remote(), optimized);
        assertThat(batched.rows()).as(batched.explain()).isEqualTo(result.rows());
        assertThat(PlanRunner.rewound(store, optimized)).as(batched.explain()).isEqualTo(result.rows());
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theMemoryStoreRunsThemToo(@ForAll long seed) {
        RandomPlans world = new RandomPlans(seed);
        Plan query = world.query();
        List<List<@Nullable Object>> expected = new NaiveEvaluator(world.store(), query).run(query);
        try (Store store = new MemoryStoreProvider().open("memory:plans", Map.of())) {
            Plan plan = onTablesOf(filled(store, world.store()), query);
            Plan optimized = new Optimizer(table -> invented(table, seed), Set.of())
                    .optimize(plan)
                    .plan();
            PlanRunner.Result result = PlanRunner.run(store, optimized);
            String both = PlanPrinter.print(plan) + "->\n" + result.explain();
            assertThat(result.rows()).as(both).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(sortKeys(plan, result.rows())).as(both).isEqualTo(sortKeys(query, expected));
        }
    }

    private static Catalog filled(Store store, ListStore from) {
        List<SchemaChange> tables = new ArrayList<>();
        from.catalog().tables().values().forEach(table -> tables.add(new SchemaChange.CreateTable(table)));
        Catalog catalog = store.change(tables);
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT)) {
            List<Change> inserts = new ArrayList<>();
            for (TableDefinition table : catalog.tables().values()) {
                from.records(table).values().forEach(r -> inserts.add(new Change.Insert(table, r.copy())));
            }
            transaction.apply(inserts);
            transaction.commit();
        }
        return catalog;
    }

    /** The same plan over the tables as a catalog knows them. */
    private static Plan onTablesOf(Catalog catalog, Plan plan) {
        return PlanTree.rewrite(plan, node -> {
            Plan inside = PlanTree.mapExpressions(
                    node, e -> ExpressionTree.mapSubqueries(e, query -> onTablesOf(catalog, query)));
            return inside instanceof Scan scan
                    ? Scan.of(catalog.table(scan.table().name()).orElseThrow(), scan.slot())
                    : inside;
        });
    }

    /** Of ordered rows, what they are ordered by: the same sequence in every right answer. */
    private static List<List<@Nullable Object>> sortKeys(Plan plan, List<List<@Nullable Object>> rows) {
        List<SortKey> keys = plan instanceof Sort sort ? sort.keys() : List.of();
        List<List<@Nullable Object>> sequence = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            keys.forEach(key -> values.add(value(key.value(), plan.output(), row)));
            sequence.add(values);
        }
        return sequence;
    }

    private static @Nullable Object value(Expression key, List<Slot> output, List<@Nullable Object> row) {
        if (key instanceof Expression.FieldValue field) {
            Record record = (Record) row.get(output.indexOf(field.slot()));
            return record == null ? null : record.get(field.path());
        }
        return row.get(output.indexOf(((Expression.SlotValue) key).slot()));
    }

    /** Statistics far from the truth, so that every strategy is chosen now and then. */
    private static TableStatistics invented(TableDefinition table, long seed) {
        Random random = new Random(seed ^ table.name().hashCode());
        long records = (long) Math.pow(10, 1 + random.nextInt(6));
        Map<String, Long> distinct = new HashMap<>();
        table.indexes()
                .forEach(index -> distinct.put(index.name(), 1 + (long) (records * Math.pow(random.nextDouble(), 3))));
        return new TableStatistics(records, distinct);
    }
}
