package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The types of the built-in functions: what they take, what they give (specification, section 4.7.7). */
final class FunctionTypes {

    private static final Set<BasicType> WITHOUT_TIME = Set.of(BasicType.DATE);
    private static final Set<BasicType> WITHOUT_DATE = Set.of(BasicType.TIME, BasicType.OFFSET_TIME);

    private final Typing typing;

    FunctionTypes(Typing typing) {
        this.typing = typing;
    }

    Operand.Scalar call(Function function, List<? extends Operand> arguments) {
        return switch (function) {
            case CONCAT, LOWER, UPPER, TRIM, TRIM_LEADING, TRIM_TRAILING, REPLACE, REVERSE ->
                call(function, texts(function, arguments), ValueType.STRING);
            case LPAD, RPAD ->
                call(
                        function,
                        List.of(
                                text(arguments.get(0), name(function)),
                                whole(arguments.get(1), name(function)),
                                text(arguments.get(2), name(function))),
                        ValueType.STRING);
            case SUBSTRING, LEFT, RIGHT, REPEAT ->
                call(function, textAndNumbers(function, arguments, 1), ValueType.STRING);
            case LENGTH -> call(function, texts(function, arguments), ValueType.INTEGER);
            case LOCATE -> call(function, textAndNumbers(function, arguments, 2), ValueType.INTEGER);
            case ABS, CEILING, FLOOR -> sameType(function, arguments);
            case ROUND, TRUNCATE -> rounded(function, arguments);
            case MOD -> remainder(arguments);
            case SIGN -> call(function, numbers(function, arguments), ValueType.INTEGER);
            case EXP, LN, SQRT, POWER, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, DEGREES, RADIANS ->
                call(function, numbers(function, arguments), ValueType.DOUBLE);
            case GREATEST, LEAST -> extreme(function, arguments);
            case EXTRACT_YEAR, EXTRACT_QUARTER, EXTRACT_MONTH, EXTRACT_WEEK, EXTRACT_DAY ->
                extract(function, arguments, WITHOUT_DATE, ValueType.INTEGER);
            case EXTRACT_HOUR, EXTRACT_MINUTE -> extract(function, arguments, WITHOUT_TIME, ValueType.INTEGER);
            case EXTRACT_SECOND -> extract(function, arguments, WITHOUT_TIME, ValueType.DOUBLE);
            case EXTRACT_DATE -> extract(function, arguments, WITHOUT_DATE, ValueType.of(BasicType.DATE));
            case EXTRACT_TIME -> extract(function, arguments, WITHOUT_TIME, ValueType.of(BasicType.TIME));
            default -> throw new AssertionError("no function of the query language: " + function);
        };
    }

    Operand.Scalar current(Function function, Class<?> javaType) {
        ValueType type =
                switch (function) {
                    case CURRENT_DATE ->
                        javaType == java.sql.Date.class ? ConstantTypes.SQL_DATE : ValueType.of(BasicType.DATE);
                    case CURRENT_TIME ->
                        javaType == java.sql.Time.class ? ConstantTypes.SQL_TIME : ValueType.of(BasicType.TIME);
                    case CURRENT_TIMESTAMP ->
                        javaType == java.sql.Timestamp.class
                                ? ConstantTypes.SQL_TIMESTAMP
                                : ValueType.of(BasicType.TIMESTAMP);
                    default -> ValueType.of(BasicType.INSTANT);
                };
        return new Operand.Scalar(new Expression.Call(function, List.of(), type.stored()), type);
    }

    private static Operand.Scalar call(Function function, List<Expression> arguments, ValueType type) {
        return new Operand.Scalar(new Expression.Call(function, arguments, type.stored()), type);
    }

    private Operand.Scalar sameType(Function function, List<? extends Operand> arguments) {
        Operand.Scalar argument = number(arguments.get(0), name(function));
        return call(function, List.of(argument.expression()), argument.type().promotedWith(argument.type()));
    }

    private Operand.Scalar rounded(Function function, List<? extends Operand> arguments) {
        Operand.Scalar argument = number(arguments.get(0), name(function));
        Expression places = number(arguments.get(1), name(function)).expression();
        return call(
                function,
                List.of(argument.expression(), places),
                argument.type().promotedWith(argument.type()));
    }

    private Operand.Scalar extreme(Function function, List<? extends Operand> arguments) {
        ValueType type = typing.common(arguments, false, name(function));
        return call(function, typing.all(arguments, type, name(function)), type);
    }

    private Operand.Scalar remainder(List<? extends Operand> arguments) {
        ValueType type = typing.common(arguments, false, "MOD");
        for (Operand argument : arguments) {
            checkNumber(argument, new Operand.Scalar(typing.value(argument, type, "MOD"), type), "MOD");
        }
        ValueType promoted = type.promotedWith(type);
        return call(Function.MOD, typing.all(arguments, promoted, "MOD"), promoted);
    }

    private Operand.Scalar extract(
            Function function, List<? extends Operand> arguments, Set<BasicType> refused, ValueType type) {
        Operand operand = arguments.get(0);
        Operand.Scalar scalar = typing.scalar(operand, ValueType.of(BasicType.TIMESTAMP), "EXTRACT");
        if (!scalar.type().isTemporal() || refused.contains(scalar.type().stored())) {
            String field = name(function).substring("EXTRACT_".length());
            throw wrong(operand, "EXTRACT", "a date or time that has the field " + field);
        }
        return call(function, List.of(scalar.expression()), type);
    }

    private List<Expression> texts(Function function, List<? extends Operand> arguments) {
        List<Expression> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(text(argument, name(function))));
        return values;
    }

    private List<Expression> textAndNumbers(Function function, List<? extends Operand> arguments, int texts) {
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Operand argument = arguments.get(i);
            values.add(i < texts ? text(argument, name(function)) : whole(argument, name(function)));
        }
        return values;
    }

    private List<Expression> numbers(Function function, List<? extends Operand> arguments) {
        List<Expression> values = new ArrayList<>();
        for (Operand argument : arguments) {
            Operand.Scalar scalar = typing.scalar(argument, ValueType.DOUBLE, name(function));
            values.add(checkNumber(argument, scalar, name(function)).expression());
        }
        return values;
    }

    private Expression text(Operand operand, String context) {
        Operand.Scalar scalar = typing.scalar(operand, ValueType.STRING, context);
        if (!scalar.type().isText()) {
            throw wrong(operand, context, "a text");
        }
        return scalar.expression();
    }

    private Expression whole(Operand operand, String context) {
        Operand.Scalar scalar = number(operand, context);
        if (scalar.type().stored() != BasicType.INTEGER && scalar.type().stored() != BasicType.LONG) {
            throw wrong(operand, context, "a whole number");
        }
        return scalar.expression();
    }

    /** Returns a number; a parameter is an INTEGER unless its value turns out to be wider. */
    Operand.Scalar number(Operand operand, String context) {
        if (operand instanceof Operand.Parameter parameter) {
            return typing.parameters().number(parameter.name(), ValueType.INTEGER);
        }
        return checkNumber(operand, typing.scalar(operand, ValueType.INTEGER, context), context);
    }

    Operand.Scalar checkNumber(Operand operand, Operand.Scalar scalar, String context) {
        if (!scalar.type().isNumber()) {
            throw wrong(operand, context, "a number");
        }
        return scalar;
    }

    private static IllegalArgumentException wrong(Operand operand, String context, String required) {
        return QueryMessages.wrong(
                QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), context, required);
    }

    private static String name(Function function) {
        return function.name().toUpperCase(Locale.ROOT);
    }
}
