package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import dev.dormouse.internal.query.oracle.Shape.Kind;
import dev.dormouse.internal.query.oracle.Shape.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
 * @param parameters the values of its parameters by name
 * @param fetched the collections that it fetches
 */
record RandomQuery(
        String text,
        List<List<@Nullable Object>> rows,
        boolean ordered,
        int first,
        int most,
        Map<String, Object> parameters,
        List<Way> fetched) {

    private static final List<String> FUNCTIONS = List.of("count(", "count(distinct ", "sum(", "avg(", "min(");
    private static final List<Kind> SORTABLE = List.of(Kind.NUMBER, Kind.NUMBER, Kind.TEXT, Kind.DATE);
    private static final List<Kind> KEYS = List.of(Kind.NUMBER, Kind.TEXT, Kind.DATE, Kind.MOOD, Kind.FLAG);

    /** The attributes of indexes, the key of the record last. */
    private static final Map<String, List<String>> INDEXES = new TreeMap<>(Map.of(
            "Customer",
            List.of("age", "id"),
            "Dealer",
            List.of("since", "id"),
            "Purchase",
            List.of("name", "age", "id"),
            "Item",
            List.of("name", "age", "id")));

    /** Makes the query of a seed. */
    static RandomQuery of(Shop shop, long seed) {
        Random random = new Random(seed);
        RandomQueries parts = new RandomQueries(shop, random);
        return switch (random.nextInt(9)) {
            case 0, 1 -> grouped(parts, random);
            case 2 -> combined(parts, random);
            case 3 -> fetched(parts, random);
            case 4 -> narrow(parts, random);
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

    /** A subquery that stands alone becomes a join more often than one within a condition. */
    private static Part where(RandomQueries parts, Random random, Level level) {
        return switch (random.nextInt(6)) {
            case 0 -> new Part("", row -> true);
            case 1 -> parts.subqueries().condition(level, 1);
            default -> parts.condition(level, 2);
        };
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
        boolean sorts = random.nextBoolean();
        List<Part> items = parts.several(2, () -> item(parts, random, level, sorts));
        return selecting(parts, random, level, items, where(parts, random, level), sorts);
    }

    private static RandomQuery selecting(
            RandomQueries parts, Random random, Level level, List<Part> items, Part where, boolean sorts) {
        boolean distinct = random.nextInt(3) == 0;
        List<List<@Nullable Object>> rows = values(items, selected(level, where));
        if (distinct) {
            rows = new ArrayList<>(new LinkedHashSet<>(rows));
        }
        String text = "select " + (distinct ? "distinct " : "") + texts(items) + " from " + level.text()
                + clause(" where ", where);
        return sorts ? ordered(parts, text, items, rows, random) : unordered(parts, text, rows);
    }

    /** An expression, now and then a value as it is; one that can be ordered by if need be. */
    private static Part item(RandomQueries parts, Random random, Level level, boolean sorts) {
        Variable variable = parts.any(level.visible());
        return switch (random.nextInt(8)) {
            case 0, 1 -> parts.text(level);
            case 2 ->
                variable.shape().isEntity()
                        ? new Part(variable.name(), row -> row.get(variable.name()))
                        : parts.text(level);
            case 3 ->
                sorts
                        ? parts.value(variable, parts.any(SORTABLE))
                        : variable.value(parts.any(variable.shape().values()));
            default -> parts.number(level, 1);
        };
    }

    /** Asks for nothing but what stands in an index. */
    private static RandomQuery narrow(RandomQueries parts, Random random) {
        String entity = parts.any(List.copyOf(INDEXES.keySet()));
        List<String> attributes = INDEXES.getOrDefault(entity, List.of());
        Level level = new Level(parts, random, Shape.of(entity));
        Variable own = level.visible().get(0);
        List<Part> columns = attributes.stream()
                .map(name -> new Part(own.name() + "." + name, row -> Shop.attribute(row.get(own.name()), name)))
                .toList();
        Shape.Kind kind =
                switch (attributes.get(0)) {
                    case "since" -> Kind.DATE;
                    case "name" -> Kind.TEXT;
                    default -> Kind.NUMBER;
                };
        Part where = RandomQueries.compared(columns.get(0), parts.symbol(), parts.literal(kind));
        if (random.nextInt(3) == 0) {
            Part before = where;
            where = new Part(
                    columns.get(0).text() + " is null or " + before.text(),
                    row -> Part.or(columns.get(0).of(row) == null, before.of(row)));
        }
        List<Part> items = parts.several(3, () -> parts.any(columns));
        return selecting(parts, random, level, items, where, random.nextBoolean());
    }

    /** Fetches collections: an owner comes once for each element, once only if the query is distinct or has a page. */
    private static RandomQuery fetched(RandomQueries parts, Random random) {
        Level level = new Level(parts, random, Shape.of(parts.any(Shape.ENTITIES)));
        Variable own = level.visible().get(0);
        Part where = where(parts, random, level);
        boolean distinct = random.nextBoolean();
        StringBuilder text = new StringBuilder("select ")
                .append(distinct ? "distinct " : "")
                .append(own.name())
                .append(" from ")
                .append(level.text());
        List<Row> owners = selected(level, where);
        List<Way> fetched = new ArrayList<>(own.shape().collections());
        Collections.shuffle(fetched, random);
        fetched = fetched.subList(0, Math.min(fetched.size(), 1 + random.nextInt(2)));
        for (Way way : fetched) {
            boolean outer = random.nextBoolean();
            text.append(outer ? " left join fetch " : " join fetch ")
                    .append(own.name())
                    .append('.')
                    .append(way.name());
            owners.removeIf(row -> !outer && own.elements(row, way).isEmpty());
        }
        text.append(clause(" where ", where));
        List<Part> items = List.of(new Part(own.name(), row -> row.get(own.name())));
        RandomQuery query = ordered(parts, text.toString(), items, values(items, owners), random);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : owners) {
            int copies = 1;
            for (Way way : fetched) {
                copies *= query.isPaged() || distinct
                        ? 1
                        : Math.max(1, own.elements(row, way).size());
            }
            rows.addAll(Collections.nCopies(copies, values(items, row)));
        }
        rows = query.isPaged() ? query.rows() : rows;
        return new RandomQuery(
                query.text(), rows, query.isPaged(), query.first(), query.most(), parts.parameters(), fetched);
    }

    private boolean isPaged() {
        return first > 0 || most < Integer.MAX_VALUE;
    }

    private static RandomQuery grouped(RandomQueries parts, Random random) {
        Level level = from(parts, random);
        boolean sorts = random.nextBoolean();
        List<Part> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(key(parts, parts.any(level.visible()), parts.any(sorts ? SORTABLE : KEYS)));
        }
        Part where = where(parts, random, level);
        List<Part> items = new ArrayList<>(keys);
        items.addAll(parts.several(3, () -> aggregate(parts, random, level)));
        Part having = random.nextInt(3) > 0 || keys.isEmpty()
                ? new Part("", row -> true)
                : RandomQueries.compared(counted(parts, random, level), parts.symbol(), new Part("1", row -> 1));
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
        return keys.isEmpty() || !sorts
                ? unordered(parts, text, values(items, rows))
                : ordered(parts, text, items.subList(0, keys.size()), values(items, rows), random);
    }

    /** What is grouped by: a path, or a whole entity. */
    private static Part key(RandomQueries parts, Variable variable, Kind kind) {
        List<Shape.Member> paths = variable.shape().values(kind).stream()
                .filter(member -> member.format().startsWith("%s"))
                .toList();
        if (!paths.isEmpty()) {
            return variable.value(parts.any(paths));
        }
        return variable.shape().isEntity()
                ? new Part(variable.name(), row -> row.get(variable.name()))
                : variable.value(variable.shape().values().get(0));
    }

    private static Part aggregate(RandomQueries parts, Random random, Level level) {
        Variable last = level.visible().get(level.visible().size() - 1);
        if (random.nextInt(4) == 0) {
            Part argument = parts.value(last, parts.any(List.of(Kind.TEXT, Kind.DATE)));
            return new Part(
                    "max(" + argument.text() + ")",
                    row -> present(argument, row).stream().max(Part::compare).orElse(null));
        }
        return counted(parts, random, level);
    }

    private static Part counted(RandomQueries parts, Random random, Level level) {
        Variable last = level.visible().get(level.visible().size() - 1);
        if (random.nextInt(4) == 0 && last.shape().isEntity()) {
            String name = last.name();
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
        boolean texts = random.nextBoolean();
        List<Part> first = List.of(whole(parts.number(one, 1)), texts ? parts.text(one) : whole(parts.number(one, 0)));
        List<Part> second = List.of(whole(parts.number(two, 1)), texts ? parts.text(two) : whole(parts.number(two, 0)));
        Part left = where(parts, random, one);
        Part right = where(parts, random, two);
        String operation = List.of("union", "intersect", "except").get(random.nextInt(3));
        boolean all = random.nextBoolean();
        String text = "select " + texts(first) + " from " + one.text() + clause(" where ", left) + " " + operation
                + (all ? " all " : " ") + "select " + texts(second) + " from " + two.text() + clause(" where ", right);
        List<List<@Nullable Object>> a = values(first, selected(one, left));
        List<List<@Nullable Object>> b = values(second, selected(two, right));
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
        List<List<@Nullable Object>> whole = all ? rows : new ArrayList<>(new LinkedHashSet<>(rows));
        return unordered(parts, text, whole);
    }

    /** Both sides of a set operator have the same types. */
    private static Part whole(Part number) {
        return new Part("cast(" + number.text() + " as integer)", number.value());
    }

    private static RandomQuery unordered(RandomQueries parts, String text, List<List<@Nullable Object>> rows) {
        return new RandomQuery(text, rows, false, 0, Integer.MAX_VALUE, parts.parameters(), List.of());
    }

    /** Orders by the first columns, which tell all rows apart that differ, and takes a page. */
    private static RandomQuery ordered(
            RandomQueries parts, String text, List<Part> keys, List<List<@Nullable Object>> rows, Random random) {
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
        return new RandomQuery(
                text + " order by " + String.join(", ", words), page, true, first, most, parts.parameters(), List.of());
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

    /** Returns a value as it is compared: whole numbers as long, entities by id and class. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short) {
            return ((Number) value).longValue();
        }
        if (value instanceof java.sql.Date literal) {
            return literal.toLocalDate();
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return plain(entry.getKey()) + "=" + plain(entry.getValue());
        }
        return value != null && ShopModel.CLASSES.contains(value.getClass()) && !(value instanceof Record)
                ? Shop.attribute(value, "id") + " " + value.getClass().getSimpleName()
                : value;
    }

    private static String texts(List<Part> parts) {
        return parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text + " " + parameters
                + (first > 0 || most < Integer.MAX_VALUE ? " [" + first + ", " + most + "]" : "");
    }
}
