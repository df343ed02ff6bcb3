package dev.dormouse.internal.query.build;

import dev.dormouse.failure.NearestName;
import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@code FUNCTION('name', ...)} calls (specification, section 4.7.9): the functions of the query language by their names, and those that databases
 * commonly have besides. Names in any case.
 */
final class NamedFunctions {

    private static final int MANY = Integer.MAX_VALUE;
    private static final Map<String, Named> BY_NAME = new TreeMap<>();

    static {
        Stream.of(Function.LOWER, Function.UPPER, Function.LENGTH, Function.REVERSE)
                .forEach(f -> put(name(f), f, 1, 1));
        Stream.of(Function.ABS, Function.CEILING, Function.FLOOR, Function.EXP, Function.LN, Function.SIGN)
                .forEach(f -> put(name(f), f, 1, 1));
        Stream.of(Function.SQRT, Function.LOG10, Function.SIN, Function.COS, Function.TAN, Function.ASIN)
                .forEach(f -> put(name(f), f, 1, 1));
        Stream.of(Function.ACOS, Function.ATAN, Function.DEGREES, Function.RADIANS)
                .forEach(f -> put(name(f), f, 1, 1));
        Stream.of(Function.LEFT, Function.RIGHT, Function.REPEAT, Function.MOD, Function.POWER, Function.ATAN2)
                .forEach(f -> put(name(f), f, 2, 2));
        Stream.of(Function.CONCAT, Function.GREATEST, Function.LEAST).forEach(f -> put(name(f), f, 2, MANY));
        put("replace", Function.REPLACE, 3, 3);
        put("substring", Function.SUBSTRING, 2, 3);
        put("substr", Function.SUBSTRING, 2, 3);
        put("locate", Function.LOCATE, 2, 3);
        put("ucase", Function.UPPER, 1, 1);
        put("lcase", Function.LOWER, 1, 1);
        put("char_length", Function.LENGTH, 1, 1);
        put("character_length", Function.LENGTH, 1, 1);
        put("ceil", Function.CEILING, 1, 1);
        put("pow", Function.POWER, 2, 2);
        put("year", Function.EXTRACT_YEAR, 1, 1);
        put("quarter", Function.EXTRACT_QUARTER, 1, 1);
        put("month", Function.EXTRACT_MONTH, 1, 1);
        put("week", Function.EXTRACT_WEEK, 1, 1);
        put("day", Function.EXTRACT_DAY, 1, 1);
        put("hour", Function.EXTRACT_HOUR, 1, 1);
        put("minute", Function.EXTRACT_MINUTE, 1, 1);
        put("second", Function.EXTRACT_SECOND, 1, 1);
        putDefault("trim", Function.TRIM, 2, " ");
        putDefault("ltrim", Function.TRIM_LEADING, 2, " ");
        putDefault("rtrim", Function.TRIM_TRAILING, 2, " ");
        putDefault("lpad", Function.LPAD, 3, " ");
        putDefault("rpad", Function.RPAD, 3, " ");
        putDefault("round", Function.ROUND, 2, 0);
        putDefault("truncate", Function.TRUNCATE, 2, 0);
        putDefault("trunc", Function.TRUNCATE, 2, 0);
        BY_NAME.put(
                "instr", new Named(2, 2, (scalars, a) -> scalars.call(Function.LOCATE, List.of(a.get(1), a.get(0)))));
        BY_NAME.put("pi", new Named(0, 0, (scalars, a) -> Scalars.constant(Math.PI)));
        BY_NAME.put("coalesce", new Named(2, MANY, Scalars::coalesce));
        BY_NAME.put("nullif", new Named(2, 2, (scalars, a) -> scalars.nullIf(a.get(0), a.get(1))));
        putCurrent("current_date", Function.CURRENT_DATE, java.sql.Date.class);
        putCurrent("current_time", Function.CURRENT_TIME, java.sql.Time.class);
        putCurrent("current_timestamp", Function.CURRENT_TIMESTAMP, java.sql.Timestamp.class);
    }

    private NamedFunctions() {}

    private record Named(int least, int most, Body body) {
        boolean takes(int arguments) {
            return arguments >= least && arguments <= most;
        }

        String required() {
            return least == most ? String.valueOf(least) : most == MANY ? least + " or more" : least + " or " + most;
        }
    }

    @FunctionalInterface
    private interface Body {
        Operand call(Scalars scalars, List<Operand> arguments);
    }

    private static String name(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    private static void put(String name, Function function, int least, int most) {
        BY_NAME.put(name, new Named(least, most, (scalars, arguments) -> scalars.call(function, arguments)));
    }

    /** A function whose last argument may be left out. */
    private static void putDefault(String name, Function function, int most, Object last) {
        BY_NAME.put(name, new Named(most - 1, most, (scalars, arguments) -> {
            List<Operand> all = new ArrayList<>(arguments);
            if (all.size() < most) {
                all.add(Scalars.constant(last));
            }
            return scalars.call(function, all);
        }));
    }

    private static void putCurrent(String name, Function function, Class<?> javaType) {
        BY_NAME.put(name, new Named(0, 0, (scalars, arguments) -> scalars.current(function, javaType)));
    }

    static Operand call(Scalars scalars, String name, List<Operand> arguments) {
        Named named = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw QueryMessages.wrong(
                    QueryMessages.UNKNOWN_FUNCTION,
                    name,
                    String.join(", ", BY_NAME.keySet()),
                    NearestName.of(name.toLowerCase(Locale.ROOT), BY_NAME.keySet())
                            .map(known -> "Did you mean '" + known + "'?")
                            .orElse("Use one of them."));
        }
        if (!named.takes(arguments.size())) {
            throw QueryMessages.wrong(QueryMessages.WRONG_ARGUMENT_COUNT, name, named.required(), arguments.size());
        }
        return named.body().call(scalars, arguments);
    }
}
