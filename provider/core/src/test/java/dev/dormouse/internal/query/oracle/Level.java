package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Part.Row;
import dev.dormouse.internal.query.oracle.Shape.Way;
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
     * @param shape what it stands for
     */
    record Variable(String name, Shape shape) {
        /** Returns a value of the variable; null where it stands for nothing. */
        Part value(Shape.Member member) {
            return new Part(String.format(member.format(), name), row -> {
                Object own = row.get(name);
                return own == null ? null : member.of().apply(own);
            });
        }

        /** Returns what an attribute refers to. */
        Part reference(Way way) {
            return new Part(name + "." + way.name(), row -> Shop.attribute(row.get(name), way.name()));
        }

        /** Returns the elements of a collection of what a row has. */
        List<?> elements(Row row, Way way) {
            return Shape.elements(row.get(name), way.name());
        }
    }

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
        Variable around = outer.isEmpty() ? null : any(outer);
        Way way = around == null || random.nextBoolean()
                ? null
                : anyOrNull(around.shape().collections());
        Variable own = new Variable(queries.newName(), way == null ? anyEntity() : Shape.of(way.target()));
        if (around != null && way != null) {
            text.append(around.name()).append('.').append(way.name());
            rows = expanding(own, row -> around.elements(row, way));
        } else {
            text.append(own.shape().name());
            rows = expanding(own, row -> queries.shop().all(own.shape().name()));
        }
        text.append(' ').append(own.name());
        visible.addAll(outer);
        visible.add(own);
    }

    /** Begins with the instances of an entity. */
    Level(RandomQueries queries, Random random, Shape entity) {
        this.queries = queries;
        this.random = random;
        Variable own = new Variable(queries.newName(), entity);
        rows = expanding(own, row -> queries.shop().all(entity.name()));
        text.append(entity.name()).append(' ').append(own.name());
        visible.add(own);
    }

    private static Function<Row, List<Row>> expanding(Variable own, Function<Row, List<?>> entities) {
        return row -> {
            List<Row> more = new ArrayList<>();
            entities.apply(row).forEach(entity -> more.add(row.with(own.name(), entity)));
            return more;
        };
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> @Nullable T anyOrNull(List<T> from) {
        return from.isEmpty() ? null : any(from);
    }

    private Shape anyEntity() {
        return Shape.of(any(Shape.ENTITIES));
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
        Way reference = anyOrNull(from.shape().references());
        Way collection = anyOrNull(from.shape().collections());
        int choice = random.nextInt(4);
        if (choice == 0) {
            join(new Variable(queries.newName(), anyEntity()), null, row -> List.of());
        } else if (choice == 1 && reference != null) {
            joinTo(from, reference, row -> {
                Object target = from.reference(reference).of(row);
                return target == null ? List.of() : List.of(target);
            });
        } else if (choice > 1 && collection != null) {
            joinTo(from, collection, row -> from.elements(row, collection));
        } else {
            cross();
        }
    }

    /** Joins what an attribute leads to, now and then only what is of a subtype. */
    private void joinTo(Variable from, Way way, Function<Row, List<?>> partners) {
        String path = from.name() + "." + way.name();
        if (way.target().equals("Customer") && random.nextInt(3) == 0) {
            join(
                    new Variable(queries.newName(), Shape.of("Dealer")),
                    "treat(" + path + " as Dealer)",
                    row -> partners.apply(row).stream()
                            .filter(ShopModel.Dealer.class::isInstance)
                            .toList());
        } else {
            join(new Variable(queries.newName(), Shape.of(way.target())), path, partners);
        }
    }

    private void cross() {
        Variable own = new Variable(queries.newName(), anyEntity());
        text.append(", ").append(own.shape().name()).append(' ').append(own.name());
        add(own, expanding(own, row -> queries.shop().all(own.shape().name())));
    }

    /** Joins along a path, or, without one, an entity on a condition. */
    private void join(Variable own, @Nullable String path, Function<Row, List<?>> partners) {
        boolean outer = random.nextBoolean();
        text.append(outer ? " left join " : " join ")
                .append(path == null ? own.shape().name() : path)
                .append(' ')
                .append(own.name());
        List<Variable> both = new ArrayList<>(visible);
        both.add(own);
        Part condition =
                path == null || random.nextInt(3) == 0 ? queries.plainCondition(both) : new Part("", row -> true);
        if (!condition.text().isEmpty()) {
            text.append(" on ").append(condition.text());
        }
        Function<Row, List<?>> source =
                path == null ? row -> queries.shop().all(own.shape().name()) : partners;
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
