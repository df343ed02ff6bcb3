package dev.dormouse.internal.query;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.LayoutOptions;
import dev.dormouse.internal.layout.document.DocumentLayout;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import dev.dormouse.internal.optimize.Optimizer;
import dev.dormouse.internal.query.build.BuiltModification;
import dev.dormouse.internal.query.build.BuiltQuery;
import dev.dormouse.internal.query.build.BuiltStatement;
import dev.dormouse.internal.query.build.QueryDomain;
import dev.dormouse.internal.query.company.Company;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.record.Layout;
import jakarta.persistence.AttributeConverter;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The names of the company, without any store. */
final class CompanyDomain {

    private static final QueryDomain DOMAIN = domain();
    private static final StatementCompiler COMPILER = new StatementCompiler(DOMAIN, new PlanPreparation() {
        @Override
        public dev.dormouse.internal.execute.ExecutablePlan prepare(
                dev.dormouse.store.plan.Plan plan, double surprise) {
            throw new AssertionError("nothing runs here");
        }

        @Override
        public long catalogVersion() {
            return 0;
        }
    });

    private CompanyDomain() {}

    private static QueryDomain domain() {
        Set<String> names = new LinkedHashSet<>();
        Company.CLASSES.forEach(type -> names.add(type.getName()));
        ClassLoader loader = Company.class.getClassLoader();
        BoundLayout layout = DocumentLayout.of(
                        MappingResolver.resolve("company", names, loader),
                        new LayoutOptions(loader, converter -> instance(converter.className()), Layout.DOCUMENT))
                .bind(Catalog.EMPTY);
        return new QueryDomain(layout, loader);
    }

    @SuppressWarnings("unchecked")
    private static AttributeConverter<Object, Object> instance(String className) {
        try {
            return (AttributeConverter<Object, Object>) Class.forName(className)
                    .asSubclass(AttributeConverter.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("no converter: " + className, broken);
        }
    }

    static BuiltStatement build(String text) {
        return COMPILER.build(StatementCompiler.Key.of(text));
    }

    /** Returns the plan of a text as it is built, before anything optimizes it. */
    static String plan(String text) {
        return print(build(text));
    }

    /** Returns the plan of a query as the optimizer leaves it for tables of a thousand records. */
    static String optimizedPlan(String text) {
        Optimizer optimizer = new Optimizer(table -> new TableStatistics(1000, Map.of()), Set.of());
        return PlanPrinter.print(
                optimizer.optimize(((BuiltQuery) build(text)).plan()).plan());
    }

    /** Returns the plan of a page of a query. */
    static String pagedPlan(String text) {
        return print(COMPILER.build(new StatementCompiler.Key(text, true, Map.of())));
    }

    private static String print(BuiltStatement built) {
        if (built instanceof BuiltQuery query) {
            return PlanPrinter.print(query.plan());
        }
        BuiltModification modification = (BuiltModification) built;
        StringBuilder plans = new StringBuilder();
        modification.before().forEach(before -> plans.append(PlanPrinter.print(before)));
        return plans.append(PlanPrinter.print(modification.statement())).toString();
    }
}
