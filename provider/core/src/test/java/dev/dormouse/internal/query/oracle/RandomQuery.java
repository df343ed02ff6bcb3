package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole query at random: its text, and the rows that it must give.
 *
 * @param text the query
 * @param rows the rows, numbers as long or double, entities by class and id
 * @param ordered whether they must come in this order
 * @param first how many rows of the result the page passes over
 * @param most how many it has at most
 */
record RandomQuery(String text, List<List<@Nullable Object>> rows, boolean ordered, int first, int most) {

    private static final List<String> FUNCTIONS = List.of("count(", "count(distinct ", "sum(", "avg(", "min(");

    /** Makes the query of a seed. */
    static RandomQuery of(Shop shop, long seed) {
        Random random = new Random(seed);
        RandomQueries parts = new RandomQueries(shop, random);
        return switch (random.nextInt(6)) {
            case 0, 1 -> grouped(parts, random);
            case 2 -> combined(parts, random);
            default -> plain(parts, random);
        };
    }

    private static Level from(RandomQueries parts, Random random) {
        Level level = new Level(parts, random, List.of());
        for (int i = random.nextInt(3); i > 0; i--) {
            level.grow();
        }
        return level;
    }

    private static Part where(RandomQueries parts, Random random, Level level) {
        return random.nextInt(5) == 0 ? new Part("", row -> true) : parts.condition(level, 2);
    }

    private static String clause(String word, Part condition) {
        return condition.text().isEmpty() ? "" : word + condition.text();
    }

    private static List<Row> selected(Level level, Part where) {
        List<Row> rows = new ArrayList<>(level.rows(RandomQueries.nothing()));
        rows.removeIf(row -> !where.holds(row));
        return rows;
    }

    private static RandomQuery plain(RandomQueries parts, Random random) {
        Level level = from(parts, random);
        List<Part> items = parts.several(2, () -> item(parts, random, level));
        Part where = where(parts, random, level);
        boolean distinct = random.nextInt(3) == 0;
        List<List<@Nullable Object>> rows = values(items, selected(level, where));
        if (distinct) {
            rows = new ArrayList<>(new LinkedHashSet<>(rows));
        }
        String text = "select " + (distinct ? "distinct " : "") + texts(items) + " from " + level.text()
                + clause(" where ", where);
        boolean sortable = !distinct || !texts(items).matches(".*(size\\(|is empty|\\(select).*");
        return sortable && random.nextBoolean() ? ordered(text, items, rows, random) : unordered(text, rows);
    }

    private static Part item(RandomQueries parts, Random random, Level level) {
        if (random.nextInt(4) == 0) {
            return parts.text(level);
        }
        if (random.nextInt(4) == 0) {
            Variable variable =
                    level.visible().get(random.nextInt(level.visible().size()));
            return new Part(variable.name(), row -> row.get(variable.name()));
        }
        return parts.number(level, 1);
    }

    private static RandomQuery grouped(RandomQueries parts, Random random) {
        Level level = from(parts, random);
        List<Part> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Variable variable =
                    level.visible().get(random.nextInt(level.visible().size()));
            keys.add(RandomQueries.attribute(variable, random.nextBoolean() ? "age" : "name"));
        }
        Part where = where(parts, random, level);
        List<Part> items = new ArrayList<>(keys);
        items.addAll(parts.several(3, () -> aggregate(parts, random, level)));
        Part having = random.nextInt(3) > 0 || keys.isEmpty()
                ? new Part("", row -> true)
                : RandomQueries.compared(aggregate(parts, random, level), parts.symbol(), new Part("1", row -> 1));
        Map<List<@Nullable Object>, List<Row>> groups = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        for (Row row : selected(level, where)) {
            groups.computeIfAbsent(values(keys, row), key -> new ArrayList<>()).add(row);
        }
        List<Row> rows = new ArrayList<>();
        groups.values()
                .forEach(group -> rows.add(
                        new Row(group.isEmpty() ? Map.of() : group.get(0).variables(), group)));
        rows.removeIf(row -> !having.holds(row));
        String text = "select " + texts(items) + " from " + level.text() + clause(" where ", where)
                + (keys.isEmpty() ? "" : " group by " + texts(keys)) + clause(" having ", having);
        return keys.isEmpty() || random.nextBoolean()
                ? unordered(text, values(items, rows))
                : ordered(text, items.subList(0, keys.size()), values(items, rows), random);
    }

    private static Part aggregate(RandomQueries parts, Random random, Level level) {
        if (random.nextInt(4) == 0) {
            String name = level.visible().get(level.visible().size() - 1).name();
            return new Part("count(" + name + ")", row -> row.group().stream()
                    .filter(one -> one.get(name) != null)
                    .count());
        }
        Part argument = parts.number(level, 1);
        String function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        String text = function + argument.text() + ")";
        return new Part(text, row -> aggregated(function, present(argument, row)));
    }

    private static @Nullable Object aggregated(String function, List<Object> values) {
        return switch (function) {
            case "count(" -> (long) values.size();
            case "count(distinct " ->
                values.stream().map(Object::toString).distinct().count();
            case "sum(" ->
                values.isEmpty()
                        ? null
                        : (Object) values.stream()
                                .mapToLong(v -> ((Number) v).longValue())
                                .sum();
            case "avg(" ->
                values.isEmpty()
                        ? null
                        : (Object) values.stream()
                                .mapToDouble(v -> ((Number) v).doubleValue())
                                .average()
                                .orElseThrow();
            default -> values.stream().min(Part::compare).orElse(null);
        };
    }

    private static List<Object> present(Part argument, Row group) {
        List<Object> values = new ArrayList<>();
        for (Row row : group.group()) {
            Object value = argument.of(row);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static RandomQuery combined(RandomQueries parts, Random random) {
        Level one = from(parts, random);
        Level two = new Level(parts, random, List.of());
        Part first = parts.number(one, 1);
        Part second = parts.number(two, 1);
        Part left = where(parts, random, one);
        Part right = where(parts, random, two);
        String operation = List.of("union", "intersect", "except").get(random.nextInt(3));
        boolean all = random.nextBoolean();
        String text = "select " + first.text() + " from " + one.text() + clause(" where ", left) + " " + operation
                + (all ? " all " : " ") + "select " + second.text() + " from " + two.text() + clause(" where ", right);
        List<List<@Nullable Object>> a = values(List.of(first), selected(one, left));
        List<List<@Nullable Object>> b = values(List.of(second), selected(two, right));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (operation.equals("union")) {
            rows.addAll(a);
            rows.addAll(b);
        } else {
            List<List<@Nullable Object>> others = new ArrayList<>(all ? b : new LinkedHashSet<>(b));
            boolean both = operation.equals("intersect");
            for (List<@Nullable Object> row : all ? a : new ArrayList<>(new LinkedHashSet<>(a))) {
                if (others.remove(row) == both) {
                    rows.add(row);
                }
            }
        }
        return unordered(text, all ? rows : new ArrayList<>(new LinkedHashSet<>(rows)));
    }

    private static RandomQuery unordered(String text, List<List<@Nullable Object>> rows) {
        return new RandomQuery(text, rows, false, 0, Integer.MAX_VALUE);
    }

    /** Orders by the first columns, which tell all rows apart that differ, and takes a page. */
    private static RandomQuery ordered(String text, List<Part> keys, List<List<@Nullable Object>> rows, Random random) {
        List<String> words = new ArrayList<>();
        Comparator<List<@Nullable Object>> order = Comparator.comparing(row -> 0);
        for (int i = 0; i < keys.size(); i++) {
            int column = i;
            boolean descending = random.nextBoolean();
            Comparator<List<@Nullable Object>> next = (a, b) -> compareNulls(a.get(column), b.get(column));
            order = order.thenComparing(descending ? next.reversed() : next);
            words.add(keys.get(i).text() + (descending ? " desc" : ""));
        }
        List<List<@Nullable Object>> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        boolean paged = random.nextBoolean();
        int first = paged ? random.nextInt(3) : 0;
        int most = paged ? 1 + random.nextInt(4) : Integer.MAX_VALUE;
        List<List<@Nullable Object>> page =
                sorted.stream().skip(first).limit(most).collect(Collectors.toList());
        return new RandomQuery(text + " order by " + String.join(", ", words), page, true, first, most);
    }

    /** Nulls are lowest, entities in the order of their ids. */
    private static int compareNulls(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return Part.compare(a, b);
    }

    private static List<@Nullable Object> values(List<Part> items, Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(plain(item.of(row))));
        return values;
    }

    private static List<List<@Nullable Object>> values(List<Part> items, List<Row> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        rows.forEach(row -> all.add(values(items, row)));
        return all;
    }

    /** Returns a value as it is compared: whole numbers as long, entities by class and id. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        return value == null || value instanceof Number || value instanceof String || value instanceof Boolean
                ? value
                : value.getClass().getSimpleName() + " " + Shop.attribute(value, "id");
    }

    private static String texts(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text + (first > 0 || most < Integer.MAX_VALUE ? " [" + first + ", " + most + "]" : "");
    }
}
