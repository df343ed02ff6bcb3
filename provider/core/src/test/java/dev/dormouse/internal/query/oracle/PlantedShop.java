package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.execute.ExecutablePlan;
import dev.dormouse.internal.execute.Execution;
import dev.dormouse.internal.execute.PlanCompiler;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.document.DocumentLayout;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.internal.memory.MemoryStoreProvider;
import dev.dormouse.internal.optimize.Optimizer;
import dev.dormouse.internal.query.CompiledQuery;
import dev.dormouse.internal.query.PlanPreparation;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.record.Layout;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.RecordType;
import jakarta.persistence.AttributeConverter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The shop's tables asked through an optimizer after which a mistake is made in every node. */
final class PlantedShop implements AutoCloseable {

    static final String URL = "memory:shop";

    private final Store store = new MemoryStoreProvider().open(URL, Map.of());
    private final UnaryOperator<Plan> mistake;
    private final StatementCompiler compiler;

    PlantedShop(UnaryOperator<Plan> mistake) {
        this.mistake = mistake;
        Set<String> names = new LinkedHashSet<>();
        ShopModel.CLASSES.forEach(type -> names.add(type.getName()));
        ClassLoader loader = Shop.class.getClassLoader();
        BoundLayout layout = DocumentLayout.of(
                        MappingResolver.resolve("shop", names, loader),
                        new LayoutOptions(loader, converter -> letters(), Layout.DOCUMENT))
                .bind(store.catalog());
        compiler = new StatementCompiler(new QueryDomain(layout, loader), new Preparation());
    }

    /** The shop has one converter only. */
    @SuppressWarnings("unchecked")
    private static AttributeConverter<Object, Object> letters() {
        return (AttributeConverter<Object, Object>) (AttributeConverter<?, ?>) new ShopModel.YesNo();
    }

    private final class Preparation implements PlanPreparation {
        @Override
        public ExecutablePlan prepare(Plan plan, double surprise) {
            Plan optimized =
                    new Optimizer(store::statistics, Set.of()).optimize(plan).plan();
            return new PlanCompiler(store, 0).compile(planted(optimized));
        }

        @Override
        public long catalogVersion() {
            return store.catalog().version();
        }
    }

    private Plan planted(Plan plan) {
        return PlanTree.rewrite(
                plan,
                node -> mistake.apply(
                        PlanTree.mapExpressions(node, e -> ExpressionTree.mapSubqueries(e, this::planted))));
    }

    /** Returns the rows of a query without parameters and page. */
    List<List<@Nullable Object>> rows(String text) {
        CompiledQuery query = (CompiledQuery) compiler.compile(StatementCompiler.Key.of(text));
        int columns = query.plan().plan().output().size();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (StoreTransaction transaction = store.begin(TransactionOptions.DEFAULT);
                Execution run = query.plan().open(transaction, new Object[0], Instant.EPOCH)) {
            while (run.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    row.add(plain(
                            run.value(i), query.plan().plan().output().get(i).type()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** An entity is known by its table, whose fields are in the order of their declaration, and its id; what is not is left out of the comparison. */
    private @Nullable Object plain(@Nullable Object value, Object type) {
        if (value instanceof RecordView view && type instanceof RecordType record) {
            return store.catalog().tables().values().stream()
                    .filter(table ->
                            table.type().equals(record) && !table.name().equals("Stall"))
                    .map(table -> view.get(table.path("id")) + " "
                            + (table.name().equals("Customer") ? view.get(table.path("DTYPE")) : table.name()))
                    .findFirst()
                    .orElse("");
        }
        return RandomQuery.plain(value);
    }

    @Override
    public void close() {
        store.close();
    }
}
