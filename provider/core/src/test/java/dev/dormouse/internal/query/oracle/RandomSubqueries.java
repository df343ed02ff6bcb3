package dev.dormouse.internal.query.oracle;

import dev.dormouse.internal.query.oracle.Level.Variable;
import dev.dormouse.internal.query.oracle.Part.Row;
import dev.dormouse.internal.query.oracle.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Subqueries at random, mostly correlated. */
final class RandomSubqueries {

    private final RandomQueries parts;
    private final Random random;

    RandomSubqueries(RandomQueries parts, Random random) {
        this.parts = parts;
        this.random = random;
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
        Level level = new Level(parts, random, around.visible());
        if (random.nextInt(3) == 0) {
            level.grow();
        }
        Variable own = level.visible().get(around.visible().size());
        Part selected = parts.value(own, Kind.NUMBER);
        Part correlated =
                RandomQueries.compared(parts.value(own, Kind.NUMBER), "=", parts.plainNumber(around.visible()));
        if (random.nextInt(3) == 0) {
            return new Subquery(selected, level, correlated);
        }
        Part other = parts.condition(level, depth - 1);
        Part where = random.nextBoolean()
                ? other
                : new Part(
                        correlated.text() + " and " + other.text(), row -> Part.and(correlated.of(row), other.of(row)));
        return new Subquery(selected, level, where);
    }

    Part condition(Level level, int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> exists(level, depth);
            case 1 -> in(level, depth);
            case 2 -> quantified(level, depth);
            default -> RandomQueries.compared(parts.number(level, 0), parts.symbol(), extreme(level, depth));
        };
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
        Part x = parts.number(level, 0);
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
        Part x = parts.number(level, 0);
        String symbol = parts.symbol();
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

    /** A subquery that gives one value, wherever an expression may stand. */
    Part extreme(Level level, int depth) {
        Subquery query = subquery(level, depth);
        boolean max = random.nextBoolean();
        return new Part(query.text((max ? "max(" : "count(") + query.selected().text() + ")"), row -> {
            List<Object> present = new ArrayList<>();
            for (Object value : query.values(row)) {
                if (value != null) {
                    present.add(value);
                }
            }
            return max ? present.stream().max(Part::compare).orElse(null) : (Object) present.size();
        });
    }
}
