package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Expressions, conditions and subqueries at random. */
final class RandomQueries {

    private static final String[] SYMBOLS = {"=", "<>", "<", "<=", ">", ">="};
    private static final Row NOTHING = new Row(Map.of(), List.of());

    private final Shop shop;
    private final Random random;
    private int names;

    RandomQueries(Shop shop, Random random) {
        this.shop = shop;
        this.random = random;
    }

    Shop shop() {
        return shop;
    }

    static Row nothing() {
        return NOTHING;
    }

    String newName() {
        return "v" + names++;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    String symbol() {
        return SYMBOLS[random.nextInt(SYMBOLS.length)];
    }

    static Part attribute(Variable variable, String name) {
        return new Part(variable.name() + "." + name, row -> Shop.attribute(row.get(variable.name()), name));
    }

    /** An attribute behind a reference: whoever writes it loses the rows in which there is none. */
    private static Part path(Level level, Variable variable, String name) {
        Variable reference = variable.reference();
        Part target = attribute(variable, reference.name());
        level.require(target);
        return new Part(target.text() + "." + name, row -> Shop.attribute(target.of(row), name));
    }

    /** A number that reads only attributes of variables. */
    private Part plainNumber(List<Variable> visible) {
        return switch (random.nextInt(4)) {
            case 0 -> number(random.nextInt(5));
            case 1 -> attribute(any(visible), "id");
            default -> attribute(any(visible), "age");
        };
    }

    private static Part number(int value) {
        return new Part(String.valueOf(value), row -> value);
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    /** A part that is made and not used must not follow a path, so each is made where it is used. */
    Part number(Level level, int depth) {
        List<Variable> visible = level.visible();
        if (depth <= 0) {
            return plainNumber(visible);
        }
        return switch (random.nextInt(10)) {
            case 0 -> {
                Part text = attribute(any(visible), "name");
                yield Part.strict("length(" + text.text() + ")", text, x -> x.toString()
                        .codePointCount(0, x.toString().length()));
            }
            case 1, 2 -> path(level, any(visible), "age");
            case 3 -> size(any(visible), plainNumber(visible));
            case 4 -> {
                Part condition = condition(level, depth - 1);
                Part a = number(level, depth - 1);
                Part b = plainNumber(visible);
                yield new Part(
                        "case when " + condition.text() + " then " + a.text() + " else " + b.text() + " end",
                        row -> condition.holds(row) ? a.of(row) : b.of(row));
            }
            default -> computed(number(level, depth - 1), plainNumber(visible));
        };
    }

    private Part computed(Part a, Part b) {
        return switch (random.nextInt(6)) {
            case 0 -> Part.strict(a.text() + " + " + b.text(), a, b, (x, y) -> whole(x) + whole(y));
            case 1 -> Part.strict("(" + a.text() + ") * -2", a, x -> whole(x) * -2);
            case 2 -> Part.strict("abs(" + a.text() + ")", a, x -> Math.abs(whole(x)));
            case 3 ->
                new Part("coalesce(" + a.text() + ", " + b.text() + ")", row -> {
                    Object first = a.of(row);
                    return first == null ? b.of(row) : first;
                });
            case 4 ->
                new Part("nullif(" + a.text() + ", " + b.text() + ")", row -> {
                    Object x = a.of(row);
                    Object y = b.of(row);
                    return x != null && y != null && Part.compare(x, y) == 0 ? null : x;
                });
            default -> a;
        };
    }

    private static Part size(Variable variable, Part otherwise) {
        Variable collection = variable.collection();
        return collection == null
                ? otherwise
                : new Part("size(" + variable.name() + "." + collection.name() + ")", row -> {
                    List<?> elements = (List<?>) Shop.attribute(row.get(variable.name()), collection.name());
                    return elements == null ? 0 : elements.size();
                });
    }

    Part text(Level level) {
        return random.nextInt(4) == 0
                ? path(level, any(level.visible()), "name")
                : attribute(any(level.visible()), "name");
    }

    /** A condition without paths and subqueries, as ON has it. */
    Part plainCondition(List<Variable> visible) {
        Part a = plainNumber(visible);
        Part b = attribute(visible.get(visible.size() - 1), random.nextBoolean() ? "id" : "age");
        return compared(a, random.nextInt(3) == 0 ? symbol() : "=", b);
    }

    static Part compared(Part a, String symbol, Part b) {
        return Part.strict(a.text() + " " + symbol + " " + b.text(), a, b, (x, y) -> Part.compares(symbol, x, y));
    }

    Part condition(Level level, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 7)) {
            case 0 -> compared(operand(level, depth), symbol(), number(level, 1));
            case 1 -> {
                Part text = text(level);
                yield compared(text, symbol(), random.nextBoolean() ? text(level) : new Part("'ab'", row -> "ab"));
            }
            case 2 -> isNull(operand(level, depth));
            case 3 -> {
                Part x = operand(level, depth);
                int other = random.nextInt(4);
                yield Part.strict(x.text() + " in (1, " + other + ")", x, v -> whole(v) == 1 || whole(v) == other);
            }
            case 4 -> {
                Part text = text(level);
                yield Part.strict(
                        text.text() + " like 'a%'", text, v -> v.toString().startsWith("a"));
            }
            case 5 -> between(operand(level, depth), plainNumber(level.visible()), number(2));
            case 6 -> empty(any(level.visible()), plainNumber(level.visible()));
            case 7 -> {
                Part term = condition(level, depth - 1);
                yield new Part("not (" + term.text() + ")", row -> Part.not(term.of(row)));
            }
            case 8, 9 -> {
                Part a = condition(level, depth - 1);
                Part b = condition(level, depth - 1);
                yield new Part("(" + a.text() + " and " + b.text() + ")", row -> Part.and(a.of(row), b.of(row)));
            }
            case 10 -> {
                Part a = condition(level, depth - 1);
                Part b = condition(level, depth - 1);
                yield new Part("(" + a.text() + " or " + b.text() + ")", row -> Part.or(a.of(row), b.of(row)));
            }
            case 11 -> exists(level, depth);
            case 12 -> in(level, depth);
            case 13 -> quantified(level, depth);
            default -> scalar(level, depth);
        };
    }

    private Part operand(Level level, int depth) {
        return number(level, depth > 1 ? 1 : 0);
    }

    private Part isNull(Part x) {
        boolean not = random.nextBoolean();
        return new Part(x.text() + (not ? " is not null" : " is null"), row -> (x.of(row) == null) != not);
    }

    private static Part between(Part x, Part low, Part high) {
        Part from = compared(x, ">=", low);
        Part to = compared(x, "<=", high);
        return new Part(
                x.text() + " between " + low.text() + " and " + high.text(), row -> Part.and(from.of(row), to.of(row)));
    }

    private static Part empty(Variable variable, Part otherwise) {
        Variable collection = variable.collection();
        if (collection == null) {
            return new Part(otherwise.text() + " is not null", row -> otherwise.of(row) != null);
        }
        Part size = size(variable, otherwise);
        return new Part(
                variable.name() + "." + collection.name() + " is empty", row -> whole(objectOf(size, row)) == 0);
    }

    private static Object objectOf(Part part, Row row) {
        return java.util.Objects.requireNonNull(part.of(row));
    }

    /** A subquery: what it selects, and where it gets it from. */
    private record Subquery(Part selected, Level level, Part where) {
        String text(String selection) {
            return "(select " + selection + " from " + level.text() + " where " + where.text() + ")";
        }

        List<@Nullable Object> values(Row around) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Row row : level.rows(around)) {
                if (where.holds(row)) {
                    values.add(selected.of(row));
                }
            }
            return values;
        }
    }

    private Subquery subquery(Level around, int depth) {
        Level level = new Level(this, random, around.visible());
        if (random.nextInt(3) == 0) {
            level.grow();
        }
        Variable own = level.visible().get(around.visible().size());
        Part selected = attribute(own, random.nextBoolean() ? "age" : "id");
        Part correlated = compared(attribute(own, "age"), "=", plainNumber(around.visible()));
        if (random.nextInt(3) == 0) {
            return new Subquery(selected, level, correlated);
        }
        Part other = condition(level, depth - 1);
        Part where = random.nextBoolean()
                ? other
                : new Part(
                        correlated.text() + " and " + other.text(), row -> Part.and(correlated.of(row), other.of(row)));
        return new Subquery(selected, level, where);
    }

    private Part exists(Level level, int depth) {
        Subquery query = subquery(level, depth);
        boolean not = random.nextBoolean();
        return new Part(
                (not ? "not exists " : "exists ") + query.text(query.selected().text()),
                row -> query.values(row).isEmpty() == not);
    }

    private Part in(Level level, int depth) {
        Subquery query = subquery(level, depth);
        Part x = number(level, 0);
        boolean not = random.nextBoolean();
        return new Part(
                x.text()
                        + (not ? " not in " : " in ")
                        + query.text(query.selected().text()),
                row -> {
                    Boolean among = quantified(x.of(row), "=", false, query.values(row));
                    return not ? Part.not(among) : among;
                });
    }

    private Part quantified(Level level, int depth) {
        Subquery query = subquery(level, depth);
        Part x = number(level, 0);
        String symbol = symbol();
        boolean all = random.nextBoolean();
        String quantifier = all ? " all " : random.nextBoolean() ? " any " : " some ";
        return new Part(
                x.text() + " " + symbol + quantifier
                        + query.text(query.selected().text()),
                row -> quantified(x.of(row), symbol, all, query.values(row)));
    }

    private static @Nullable Boolean quantified(
            @Nullable Object x, String symbol, boolean all, List<@Nullable Object> values) {
        Boolean result = all;
        for (Object value : values) {
            Boolean one = null;
            if (x != null && value != null) {
                one = Part.compares(symbol, x, value);
            }
            result = all ? Part.and(result, one) : Part.or(result, one);
        }
        return result;
    }

    private Part scalar(Level level, int depth) {
        Subquery query = subquery(level, depth);
        Part x = number(level, 0);
        boolean max = random.nextBoolean();
        Part extreme =
                new Part(query.text((max ? "max(" : "count(") + query.selected().text() + ")"), row -> {
                    List<Object> present = new ArrayList<>();
                    for (Object value : query.values(row)) {
                        if (value != null) {
                            present.add(value);
                        }
                    }
                    return max ? present.stream().max(Part::compare).orElse(null) : (Object) present.size();
                });
        return compared(x, symbol(), extreme);
    }

    /** Returns a number of things. */
    <T> List<T> several(int most, java.util.function.Supplier<T> thing) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(i -> thing.get())
                .toList();
    }
}
