package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The functions of numbers: the result has the argument's type, but where it is a double by definition. */
final class NumberFunctions {

    private NumberFunctions() {}

    static Functions.Body of(Function function) {
        return switch (function) {
            case ABS -> (a, f) -> abs((Number) a[0]);
            case CEILING -> (a, f) -> rounded((Number) a[0], 0, RoundingMode.CEILING);
            case FLOOR -> (a, f) -> rounded((Number) a[0], 0, RoundingMode.FLOOR);
            case ROUND -> (a, f) -> rounded((Number) a[0], ((Number) a[1]).intValue(), RoundingMode.HALF_UP);
            case TRUNCATE -> (a, f) -> rounded((Number) a[0], ((Number) a[1]).intValue(), RoundingMode.DOWN);
            case SIGN -> (a, f) -> sign((Number) a[0]);
            case MOD -> (a, f) -> remainder((Number) a[0], (Number) a[1]);
            case EXP -> (a, f) -> Math.exp(real(a[0]));
            case LN -> (a, f) -> logarithm(real(a[0]));
            case SQRT -> (a, f) -> root(real(a[0]));
            case POWER -> (a, f) -> power(real(a[0]), real(a[1]));
            default -> throw new AssertionError("no function of numbers: " + function);
        };
    }

    private static double real(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Number abs(Number number) {
        if (number instanceof Double value) {
            return Math.abs(value);
        }
        if (number instanceof Float value) {
            return Math.abs(value);
        }
        return Conversions.number(Conversions.decimal(number).abs(), BasicType.of(number));
    }

    private static Number rounded(Number number, int places, RoundingMode mode) {
        boolean whole = number instanceof Integer || number instanceof Long || number instanceof BigInteger;
        boolean real = number instanceof Double || number instanceof Float;
        if ((whole && places >= 0) || (real && !Double.isFinite(number.doubleValue()))) {
            return number;
        }
        BigDecimal result = Conversions.decimal(number).setScale(places, mode);
        return Conversions.number(
                result.scale() < 0 ? result.setScale(0, RoundingMode.UNNECESSARY) : result, BasicType.of(number));
    }

    private static int sign(Number number) {
        return number instanceof Double || number instanceof Float
                ? ValueOrder.compare(number.doubleValue(), 0.0)
                : Conversions.decimal(number).signum();
    }

    private static Number remainder(Number number, Number divisor) {
        if (divisor.doubleValue() == 0) {
            throw new EvaluationException(EvaluationMessages.DIVISION_BY_ZERO, "mod(" + number + ", 0)");
        }
        if (number instanceof Double || number instanceof Float) {
            return Conversions.number(number.doubleValue() % divisor.doubleValue(), BasicType.of(number));
        }
        if (number instanceof Long a && divisor instanceof Long b) {
            return a % b;
        }
        if (number instanceof Integer a && divisor instanceof Integer b) {
            return a % b;
        }
        BigDecimal rest = Conversions.decimal(number).remainder(Conversions.decimal(divisor));
        return Conversions.number(rest, BasicType.of(number));
    }

    private static double logarithm(double number) {
        if (number <= 0) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, "ln", number);
        }
        return Math.log(number);
    }

    private static double root(double number) {
        if (number < 0) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, "sqrt", number);
        }
        return Math.sqrt(number);
    }

    private static double power(double base, double exponent) {
        double result = Math.pow(base, exponent);
        if (Double.isNaN(result) && !Double.isNaN(base) && !Double.isNaN(exponent)) {
            throw new EvaluationException(EvaluationMessages.OUT_OF_DOMAIN, "power", base + ", " + exponent);
        }
        return result;
    }
}
