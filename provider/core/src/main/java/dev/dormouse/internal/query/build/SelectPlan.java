package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the clauses of one SELECT on top of one another: FROM, WHERE, GROUP BY, HAVING, DISTINCT, ORDER BY, page, fetches, SELECT. */
final class SelectPlan {

    private static final int LONGEST_NAME = 60;

    private final Level level;
    private final Aggregates aggregates;
    private final FetchJoins fetches;
    private final SelectItems items;
    private final Map<Slot, List<Selection.Fetch>> fetchesByOwner = new HashMap<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Expression> groups = new ArrayList<>();
    private final List<Expression> having = new ArrayList<>();
    private final List<SelectItem> selected = new ArrayList<>();
    private final List<@Nullable String> names = new ArrayList<>();
    private final List<SortKey> order = new ArrayList<>();
    private boolean distinct;

    SelectPlan(Level level, Aggregates aggregates, FetchJoins fetches) {
        this.level = level;
        this.aggregates = aggregates;
        this.fetches = fetches;
        this.items =
                new SelectItems(level.typing(), level.from(), slot -> fetchesByOwner.getOrDefault(slot, List.of()));
    }

    SelectItems items() {
        return items;
    }

    void where(Expression condition) {
        where.addAll(ExpressionTree.conjuncts(condition));
    }

    void groupBy(Expression key) {
        groups.add(key);
    }

    void having(Expression condition) {
        having.addAll(ExpressionTree.conjuncts(condition));
    }

    void distinct() {
        distinct = true;
    }

    void select(SelectItem item, @Nullable String name) {
        selected.add(item);
        names.add(name);
    }

    void orderBy(SortKey key) {
        order.add(key);
    }

    /** The rows so far, and what an expression over FROM becomes over them. */
    private record Rows(Plan plan, UnaryOperator<Expression> above) {}

    private Rows groups(String context) {
        Plan filtered = FromClause.filtered(level.from().plan(), ExpressionTree.conjunction(where));
        if (groups.isEmpty() && aggregates.isEmpty()) {
            return new Rows(FromClause.filtered(filtered, ExpressionTree.conjunction(having)), e -> e);
        }
        Grouping grouping = new Grouping(level.from().slots(), filtered, QueryMessages.NOT_GROUPED);
        groups.forEach(key -> grouping.add(key, name(key, null)));
        Plan grouped = new Aggregate(filtered, grouping.keys(), aggregates.calls());
        Expression kept = grouping.rewrite(ExpressionTree.conjunction(having), "HAVING");
        return new Rows(FromClause.filtered(grouped, kept), e -> grouping.rewrite(e, context));
    }

    /** Returns the rows alone, for EXISTS. */
    Plan rows() {
        return groups("SELECT").plan();
    }

    /** Returns the rows as values of a subquery. */
    Plan values(List<Expression> values) {
        Rows rows = groups("SELECT");
        return project(rows.plan(), values.stream().map(rows.above()).toList()).plan();
    }

    BuiltPart build(QueryPart.@Nullable Page page, boolean isAlone) {
        Rows rows = groups("SELECT");
        List<Expression> columns = new ArrayList<>();
        selected.forEach(item -> columns.addAll(item.columns()));
        fetches.checkOwners(columns);
        if (distinct) {
            rows = distinct(rows, columns);
        }
        UnaryOperator<Expression> above = rows.above();
        Plan plan = cut(sorted(rows), page);
        if (!fetches.isEmpty()) {
            if (!isAlone) {
                throw QueryMessages.notSupportedYet("a fetch join below a set operator", "Use a plain join.");
            }
            plan = fetches.join(plan, above);
        }
        Projected projected = distinct && fetches.isEmpty()
                ? new Projected(
                        plan, columns.stream().map(c -> slotOf(above.apply(c))).toList())
                : projectAll(plan, columns.stream().map(above).toList());
        List<Slot> slots = projected.columns().subList(0, columns.size());
        boolean repeats = fetches.multipliesRows();
        return new BuiltPart(projected.plan(), selected, names, slots, repeats, distinct);
    }

    private static Slot slotOf(Expression column) {
        return ((Expression.SlotValue) column).slot();
    }

    private Rows distinct(Rows rows, List<Expression> columns) {
        Grouping grouping = new Grouping(level.from().slots(), rows.plan(), QueryMessages.NOT_SELECTED);
        int column = 0;
        for (int i = 0; i < selected.size(); i++) {
            int end = column + selected.get(i).columns().size();
            for (; column < end; column++) {
                Expression key = rows.above().apply(columns.get(column));
                grouping.add(key, name(key, names.get(i)));
            }
        }
        return new Rows(
                new Aggregate(rows.plan(), grouping.keys(), List.of()),
                e -> grouping.rewrite(rows.above().apply(e), "ORDER BY"));
    }

    private Plan sorted(Rows rows) {
        if (order.isEmpty()) {
            return rows.plan();
        }
        List<SortKey> keys = new ArrayList<>();
        for (SortKey key : order) {
            keys.add(new SortKey(rows.above().apply(key.value()), key.descending(), key.nullsFirst()));
        }
        return new Sort(rows.plan(), keys);
    }

    static Plan cut(Plan plan, QueryPart.@Nullable Page page) {
        return page == null ? plan : new Limit(plan, Optional.of(page.offset()), Optional.of(page.count()));
    }

    /** A projection and the slots of its columns. */
    private record Projected(Plan plan, List<Slot> columns) {}

    private Projected projectAll(Plan plan, List<Expression> columns) {
        List<Expression> all = new ArrayList<>(columns);
        fetches.fetched().forEach(f -> all.addAll(f.columns()));
        Projected projected = project(plan, all);
        int next = columns.size();
        fetchesByOwner.clear();
        for (FetchJoins.Fetched fetched : fetches.fetched()) {
            int end = next + fetched.columns().size();
            Selection.Fetch fetch = fetched.shape().of(projected.columns().subList(next, end));
            fetchesByOwner
                    .computeIfAbsent(fetched.owner(), k -> new ArrayList<>())
                    .add(fetch);
            next = end;
        }
        return projected;
    }

    private Projected project(Plan plan, List<Expression> columns) {
        Map<Expression, Slot> known = new HashMap<>();
        List<Assignment> assignments = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expression column = columns.get(i);
            String wanted = variableOf(i);
            Slot slot = known.computeIfAbsent(column, c -> {
                Slot made = c instanceof Expression.SlotValue value
                        ? value.slot()
                        : level.from().slots().add(name(c, wanted), c.type());
                assignments.add(new Assignment(made, c));
                return made;
            });
            slots.add(slot);
        }
        return new Projected(new Project(plan, assignments), slots);
    }

    private @Nullable String variableOf(int column) {
        int next = 0;
        for (int i = 0; i < selected.size(); i++) {
            next += selected.get(i).columns().size();
            if (column < next) {
                return names.get(i);
            }
        }
        return null;
    }

    private static String name(Expression expression, @Nullable String wanted) {
        if (wanted != null) {
            return wanted;
        }
        String printed = PlanPrinter.print(expression);
        return printed.length() > LONGEST_NAME ? "value" : printed;
    }
}
