package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints a plan as an indented tree, one node a line, inputs below it: what tests compare and EXPLAIN shows. Slots appear by name, so
 * plans of equal meaning with equal names print equally. A subquery is printed below its node under a number by which the expression
 * names it.
 */
public final class PlanPrinter {

    private static final String INDENT = "  ";

    private final Function<Plan, String> remarks;
    private final StringBuilder text = new StringBuilder();
    private int subqueries;

    private PlanPrinter(Function<Plan, String> remarks) {
        this.remarks = remarks;
    }

    /** Prints a plan, each line ended. */
    public static String print(Plan plan) {
        return print(plan, node -> "");
    }

    /**
     * Prints a plan with a remark at the end of each line.
     *
     * @param remarks the remark of a node; empty for none
     */
    public static String print(Plan plan, Function<Plan, String> remarks) {
        PlanPrinter printer = new PlanPrinter(remarks);
        printer.write(plan, "");
        return printer.text.toString();
    }

    /** Prints an expression; subqueries appear as {@code #}. */
    public static String print(Expression expression) {
        return ExpressionPrinter.print(expression, query -> "#");
    }

    private void write(Plan plan, String indent) {
        List<Plan> queries = new ArrayList<>();
        int first = subqueries + 1;
        Function<Plan, String> numbering = query -> {
            queries.add(query);
            return "#" + ++subqueries;
        };
        text.append(indent).append(line(plan, e -> ExpressionPrinter.print(e, numbering)));
        String remark = remarks.apply(plan);
        text.append(remark.isEmpty() ? "" : INDENT + remark).append('\n');
        for (int i = 0; i < queries.size(); i++) {
            text.append(indent).append(INDENT).append('#').append(first + i).append(":\n");
            write(queries.get(i), indent + INDENT + INDENT);
        }
        plan.inputs().forEach(input -> write(input, indent + INDENT));
    }

    private static String line(Plan plan, Function<Expression, String> printer) {
        if (plan instanceof Scan p) {
            return "Scan " + p.table() + " " + p.slot() + AccessPrinter.print(p, printer);
        }
        if (plan instanceof Filter p) {
            return "Filter " + printer.apply(p.condition());
        }
        if (plan instanceof Join p) {
            return join(p, printer);
        }
        if (plan instanceof Unnest p) {
            String position = p.position().map(slot -> " at " + slot).orElse("");
            return "Unnest " + printer.apply(p.array()) + " as " + p.element() + position + (p.outer() ? " outer" : "");
        }
        if (plan instanceof Aggregate p) {
            return aggregate(p, printer);
        }
        if (plan instanceof Window p) {
            return "Window " + list(p.calls(), c -> c.slot() + " = " + call(c, printer)) + " by "
                    + list(p.keys(), printer);
        }
        if (plan instanceof Sort p) {
            return "Sort " + list(p.keys(), key -> sortKey(key, printer)) + (p.ordered() ? " in order of access" : "");
        }
        if (plan instanceof Limit p) {
            return "Limit" + p.count().map(e -> " " + printer.apply(e)).orElse("")
                    + p.offset().map(e -> " offset " + printer.apply(e)).orElse("");
        }
        if (plan instanceof Project p) {
            return "Project " + list(p.items(), item -> assignment(item, printer));
        }
        if (plan instanceof SetOperation p) {
            return word(p.kind().name()) + (p.all() ? " all " : " ") + list(p.slots(), Slot::name);
        }
        if (plan instanceof Modify p) {
            return modify(p, printer);
        }
        throw new AssertionError("no such node: " + plan);
    }

    private static String join(Join join, Function<Expression, String> printer) {
        StringBuilder line =
                new StringBuilder("Join ").append(join.kind().name().toLowerCase(Locale.ROOT));
        if (join.strategy() instanceof Join.Strategy.Hash hash) {
            line.append(" hash ").append(keys(hash.leftKeys(), hash.rightKeys(), printer));
        } else if (join.strategy() instanceof Join.Strategy.NullAwareHash hash) {
            line.append(" null-aware hash ").append(keys(hash.leftKeys(), hash.rightKeys(), printer));
        } else if (join.strategy() instanceof Join.Strategy.Batch batch) {
            line.append(" batch ").append(keys(batch.leftKeys(), batch.rightKeys(), printer));
        }
        if (!join.condition().equals(Expression.Literal.TRUE)) {
            line.append(" on ").append(printer.apply(join.condition()));
        }
        return line.toString();
    }

    private static String keys(List<Expression> left, List<Expression> right, Function<Expression, String> printer) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            pairs.add(printer.apply(left.get(i)) + " = " + printer.apply(right.get(i)));
        }
        return String.join(", ", pairs);
    }

    private static String aggregate(Aggregate aggregate, Function<Expression, String> printer) {
        String calls = list(aggregate.calls(), c -> c.slot() + " = " + call(c, printer));
        String keys = list(aggregate.keys(), key -> assignment(key, printer));
        return "Aggregate" + (calls.isEmpty() ? "" : " " + calls) + (keys.isEmpty() ? "" : " by " + keys);
    }

    private static String call(Aggregate.Call call, Function<Expression, String> printer) {
        boolean rows = call.argument().equals(Expression.Literal.TRUE);
        return call.function().name().toLowerCase(Locale.ROOT) + "(" + (call.distinct() ? "distinct " : "")
                + (rows ? "*" : printer.apply(call.argument())) + ")";
    }

    private static String assignment(Assignment item, Function<Expression, String> printer) {
        String value = printer.apply(item.value());
        return value.equals(item.slot().name()) ? value : item.slot() + " = " + value;
    }

    private static String sortKey(SortKey key, Function<Expression, String> printer) {
        String nulls = key.nullsLowest() ? "" : key.nullsFirst() ? " nulls first" : " nulls last";
        return printer.apply(key.value()) + (key.descending() ? " desc" : "") + nulls;
    }

    private static String modify(Modify modify, Function<Expression, String> printer) {
        String target = modify.target().table() + " " + modify.target().slot();
        if (modify.action() instanceof Modify.Action.Update update) {
            return "Update " + target + " set "
                    + list(update.assignments(), a -> a.path() + " = " + printer.apply(a.value()));
        }
        return "Delete " + target;
    }

    static <T> String list(List<T> items, Function<T, String> printer) {
        return items.stream().map(printer).collect(Collectors.joining(", "));
    }

    private static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
