package dev.dormouse.internal.query.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query.
 *
 * @param text how it is written
 * @param value what it means for a row: a number, a text, an entity, a truth of which null is unknown
 */
record Part(String text, Function<Row, @Nullable Object> value) {

    /**
     * What the variables stand for.
     *
     * @param variables entities by variable; null for a variable of an outer join without partner
     * @param group the rows of the group, of a query that groups
     */
    record Row(Map<String, @Nullable Object> variables, List<Row> group) {

        Row with(String variable, @Nullable Object entity) {
            Map<String, @Nullable Object> more = new HashMap<>(variables);
            more.put(variable, entity);
            return new Row(more, group);
        }

        @Nullable
        Object get(String variable) {
            if (!variables.containsKey(variable)) {
                throw new AssertionError("no such variable: " + variable);
            }
            return variables.get(variable);
        }
    }

    @Nullable
    Object of(Row row) {
        return value.apply(row);
    }

    /** Reads the variable whose name is the text of a reference. */
    Part with(Part reference) {
        return new Part(text, row -> value.apply(row.with(reference.text(), reference.of(row))));
    }

    boolean holds(Row row) {
        return Boolean.TRUE.equals(of(row));
    }

    /** A part of two operands that is null if one of them is. */
    static Part strict(String text, Part a, Part b, BinaryOperator<Object> operation) {
        return new Part(text, row -> {
            Object x = a.of(row);
            Object y = b.of(row);
            return x == null || y == null ? null : operation.apply(x, y);
        });
    }

    /** A part of one operand that is null if it is. */
    static Part strict(String text, Part a, Function<Object, Object> operation) {
        return new Part(text, row -> {
            Object x = a.of(row);
            return x == null ? null : operation.apply(x);
        });
    }

    static @Nullable Boolean and(@Nullable Object a, @Nullable Object b) {
        if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
            return false;
        }
        boolean known = a != null && b != null;
        return known ? true : null;
    }

    static @Nullable Boolean or(@Nullable Object a, @Nullable Object b) {
        return not(and(not(a), not(b)));
    }

    static @Nullable Boolean not(@Nullable Object a) {
        return a == null ? null : (Boolean) !(Boolean) a;
    }

    /** Compares numbers by value, texts by code point, dates by day. */
    static int compare(Object a, Object b) {
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return x.compareTo(y);
        }
        if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        }
        int[] left = ((String) a).codePoints().toArray();
        int[] right = ((String) b).codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    static boolean compares(String symbol, Object a, Object b) {
        if (!(a instanceof Number) && !(a instanceof String) && !(a instanceof LocalDate)) {
            return symbol.equals("=") == a.equals(b);
        }
        int order = compare(a, b);
        return switch (symbol) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new AssertionError(symbol);
        };
    }
}
