package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import dev.dormouse.internal.query.oracle.Shape.Kind;
import dev.dormouse.internal.query.oracle.ShopModel.Customer;
import dev.dormouse.internal.query.oracle.ShopModel.Item;
import dev.dormouse.internal.query.oracle.ShopModel.Purchase;
import dev.dormouse.internal.query.oracle.ShopModel.Stall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bulk statement at random, and what it must leave.
 *
 * @param text the statement
 * @param parameters the values of its parameters
 * @param check a query that tells what is left
 * @param count how many entities it touches
 * @param rows what the query gives afterwards
 * @param breaks whether something that is left would refer to something that is not
 */
record RandomStatement(
        String text,
        Map<String, Object> parameters,
        String check,
        int count,
        List<List<@Nullable Object>> rows,
        boolean breaks) {

    private static final List<String> ENTITIES = List.of("Customer", "Dealer", "Purchase", "Item");

    static RandomStatement of(Shop shop, long seed) {
        Random random = new Random(seed);
        RandomQueries parts = new RandomQueries(shop, random);
        Level level = new Level(parts, random, Shape.of(parts.any(ENTITIES)));
        return random.nextInt(3) == 0 ? delete(parts, level) : update(parts, random, level);
    }

    private static List<Row> touched(Level level, Part where) {
        List<Row> rows = new ArrayList<>(level.rows(RandomQueries.nothing()));
        rows.removeIf(row -> !where.holds(row));
        return rows;
    }

    private static RandomStatement delete(RandomQueries parts, Level level) {
        Part where = parts.condition(level, 1);
        Variable own = level.visible().get(0);
        List<@Nullable Object> gone = new ArrayList<>();
        touched(level, where).forEach(row -> gone.add(row.get(own.name())));
        String entity = own.shape().name();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object one : parts.shop().all(entity)) {
            if (!gone.contains(one)) {
                rows.add(Collections.singletonList(RandomQuery.plain(one)));
            }
        }
        boolean breaks = Shape.ENTITIES.stream()
                .flatMap(name -> parts.shop().all(name).stream())
                .filter(one -> !gone.contains(one))
                .anyMatch(one -> referred(one).anyMatch(gone::contains));
        String text = "delete from " + level.text() + " where " + where.text();
        return new RandomStatement(
                text, parts.parameters(), "select v from " + entity + " v", gone.size(), rows, breaks);
    }

    /** What the record of an entity, and the rows of the tables that it owns, refer to. */
    private static Stream<?> referred(Object entity) {
        if (entity instanceof Customer customer) {
            return Stream.concat(Stream.of(customer).map(c -> c.referrer), customer.wishes.stream());
        }
        if (entity instanceof Purchase purchase) {
            return Stream.of(
                            Stream.of(purchase).map(p -> p.customer), purchase.gifts.stream(), purchase.spares.stream())
                    .flatMap(one -> one);
        }
        if (entity instanceof Stall stall) {
            return Stream.concat(stall.guests.keySet().stream(), stall.guests.values().stream());
        }
        return Stream.of((Item) entity).map(i -> i.purchase);
    }

    private static RandomStatement update(RandomQueries parts, Random random, Level level) {
        Variable own = level.visible().get(0);
        Map<String, Kind> attributes = new HashMap<>(Map.of("age", Kind.NUMBER, "name", Kind.TEXT));
        if (!own.shape().values(Kind.MOOD).isEmpty()) {
            attributes.putAll(Map.of("since", Kind.DATE, "mood", Kind.MOOD, "regular", Kind.FLAG));
            attributes.putAll(Map.of("home.town", Kind.TEXT, "home.number", Kind.NUMBER));
        }
        List<String> names = attributes.keySet().stream().sorted().toList();
        Map<String, Part> set = new HashMap<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String name = parts.any(names);
            set.put(name, assigned(parts, random, level, attributes.getOrDefault(name, Kind.TEXT)));
        }
        Part where = parts.condition(level, 1);
        List<Row> touched = touched(level, where);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object one : parts.shop().all(own.shape().name())) {
            Row row = new Row(Map.of(own.name(), one), List.of());
            boolean changes = touched.stream().anyMatch(other -> other.get(own.name()) == one);
            List<@Nullable Object> values = new ArrayList<>();
            values.add(RandomQuery.plain(one));
            for (String name : names) {
                Part value = set.get(name);
                values.add(RandomQuery.plain(changes && value != null ? value.of(row) : attribute(one, name)));
            }
            rows.add(values);
        }
        String text = "update " + level.text() + " set "
                + names.stream()
                        .filter(set::containsKey)
                        .map(name -> own.name() + "." + name + " = "
                                + Objects.requireNonNull(set.get(name)).text())
                        .collect(Collectors.joining(", "))
                + " where " + where.text();
        String check = "select v, " + names.stream().map(name -> "v." + name).collect(Collectors.joining(", "))
                + " from " + own.shape().name() + " v";
        return new RandomStatement(text, parts.parameters(), check, touched.size(), rows, false);
    }

    private static Part assigned(RandomQueries parts, Random random, Level level, Kind kind) {
        return switch (random.nextInt(4)) {
            case 0 -> new Part("null", row -> null);
            case 1 -> parts.literal(kind);
            default -> parts.value(level.visible(), kind);
        };
    }

    private static @Nullable Object attribute(Object entity, String path) {
        if (!path.startsWith("home.")) {
            return Shop.attribute(entity, path);
        }
        ShopModel.Place home = ((Customer) entity).home;
        return home == null ? null : path.equals("home.town") ? home.town() : home.number();
    }

    @Override
    public String toString() {
        return text + " " + parameters;
    }
}
