package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Part.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The FROM clause of a query or subquery that grows at random, and the references that paths of the level follow: each must be there. */
final class Level {

    /**
     * A variable.
     *
     * @param name its name
     * @param entity the name of its entity
     */
    record Variable(String name, String entity) {
        /** Returns the to-one attribute, and what it refers to. */
        Variable reference() {
            return switch (entity) {
                case "Customer" -> new Variable("referrer", "Customer");
                case "Purchase" -> new Variable("customer", "Customer");
                default -> new Variable("purchase", "Purchase");
            };
        }

        /** Returns the to-many attribute and what is in it, if there is one. */
        @Nullable
        Variable collection() {
            return switch (entity) {
                case "Customer" -> new Variable("purchases", "Purchase");
                case "Purchase" -> new Variable("items", "Item");
                default -> null;
            };
        }
    }

    private static final String[] ENTITIES = {"Customer", "Purchase", "Item"};

    private final RandomQueries queries;
    private final Random random;
    private final List<Variable> visible = new ArrayList<>();
    private final List<Part> required = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Function<Row, List<Row>> rows;

    /** Begins with an entity, or with a collection of a variable around. */
    Level(RandomQueries queries, Random random, List<Variable> outer) {
        this.queries = queries;
        this.random = random;
        Variable own = new Variable(queries.newName(), ENTITIES[random.nextInt(3)]);
        Variable around = outer.isEmpty() ? null : outer.get(random.nextInt(outer.size()));
        Variable collection = around == null ? null : around.collection();
        if (around != null && collection != null && random.nextBoolean()) {
            own = new Variable(own.name(), collection.entity());
            text.append(around.name()).append('.').append(collection.name());
            rows = expanding(own, row -> elements(row.get(around.name()), collection.name()));
        } else {
            String entity = own.entity();
            text.append(entity);
            rows = expanding(own, row -> queries.shop().all(entity));
        }
        text.append(' ').append(own.name());
        visible.addAll(outer);
        visible.add(own);
    }

    private static Function<Row, List<Row>> expanding(Variable own, Function<Row, List<?>> entities) {
        return row -> {
            List<Row> more = new ArrayList<>();
            entities.apply(row).forEach(entity -> more.add(row.with(own.name(), entity)));
            return more;
        };
    }

    private static List<?> elements(@Nullable Object entity, String collection) {
        Object elements = Shop.attribute(entity, collection);
        return elements == null ? List.of() : (List<?>) elements;
    }

    List<Variable> visible() {
        return visible;
    }

    /** Demands that a reference is there, as a path that goes on behind it does. */
    void require(Part reference) {
        required.add(reference);
    }

    /** Adds a join or another range. */
    void grow() {
        Variable from = visible.get(visible.size() - 1 - random.nextInt(Math.min(2, visible.size())));
        Variable collection = from.collection();
        switch (random.nextInt(4)) {
            case 0 -> join(new Variable(queries.newName(), ENTITIES[random.nextInt(3)]), null, row -> List.of());
            case 1 -> {
                Variable reference = from.reference();
                join(new Variable(queries.newName(), reference.entity()), from.name() + "." + reference.name(), row -> {
                    Object target = Shop.attribute(row.get(from.name()), reference.name());
                    return target == null ? List.of() : List.of(target);
                });
            }
            default -> {
                if (collection == null) {
                    cross();
                } else {
                    join(
                            new Variable(queries.newName(), collection.entity()),
                            from.name() + "." + collection.name(),
                            row -> elements(row.get(from.name()), collection.name()));
                }
            }
        }
    }

    private void cross() {
        Variable own = new Variable(queries.newName(), ENTITIES[random.nextInt(3)]);
        text.append(", ").append(own.entity()).append(' ').append(own.name());
        add(own, expanding(own, row -> queries.shop().all(own.entity())));
    }

    /** Joins along a path, or, without one, an entity on a condition. */
    private void join(Variable own, @Nullable String path, Function<Row, List<?>> partners) {
        boolean outer = random.nextBoolean();
        text.append(outer ? " left join " : " join ")
                .append(path == null ? own.entity() : path)
                .append(' ')
                .append(own.name());
        List<Variable> both = new ArrayList<>(visible);
        both.add(own);
        Part condition =
                path == null || random.nextInt(3) == 0 ? queries.plainCondition(both) : new Part("", row -> true);
        if (!condition.text().isEmpty()) {
            text.append(" on ").append(condition.text());
        }
        Function<Row, List<?>> source = path == null ? row -> queries.shop().all(own.entity()) : partners;
        Function<Row, List<Row>> expansion = expanding(own, source);
        add(own, row -> {
            List<Row> pairs = new ArrayList<>(expansion.apply(row));
            pairs.removeIf(pair -> !condition.holds(pair));
            return pairs.isEmpty() && outer ? List.of(row.with(own.name(), null)) : pairs;
        });
    }

    private void add(Variable own, Function<Row, List<Row>> step) {
        Function<Row, List<Row>> before = rows;
        rows = row -> {
            List<Row> all = new ArrayList<>();
            before.apply(row).forEach(left -> all.addAll(step.apply(left)));
            return all;
        };
        visible.add(own);
    }

    String text() {
        return text.toString();
    }

    /** Returns the rows for a row around, without those in which a path leads nowhere. */
    List<Row> rows(Row around) {
        List<Row> all = new ArrayList<>(rows.apply(around));
        all.removeIf(row -> required.stream().anyMatch(reference -> reference.of(row) == null));
        return all;
    }
}
