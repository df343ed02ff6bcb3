package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.plan.Function;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** The functions of angles, and of others whose result is a double. */
final class RealFunctions {

    private RealFunctions() {}

    static Functions.Body of(Function function) {
        return switch (function) {
            case LOG10 -> real(function, number -> number <= 0 ? Double.NaN : Math.log10(number));
            case SIN -> real(function, Math::sin);
            case COS -> real(function, Math::cos);
            case TAN -> real(function, Math::tan);
            case ASIN -> real(function, Math::asin);
            case ACOS -> real(function, Math::acos);
            case ATAN -> real(function, Math::atan);
            case DEGREES -> real(function, Math::toDegrees);
            case RADIANS -> real(function, Math::toRadians);
            case ATAN2 -> (a, f) -> Math.atan2(((Number) a[0]).doubleValue(), ((Number) a[1]).doubleValue());
            default -> throw new AssertionError("no function of reals: " + function);
        };
    }

    /** A number that gives none, without being none itself, is outside of the domain. */
    private static Functions.Body real(Function function, DoubleUnaryOperator operator) {
        return (a, f) -> {
            double number = ((Number) a[0]).doubleValue();
            double result = operator.applyAsDouble(number);
            if (Double.isNaN(result) && !Double.isNaN(number)) {
                throw new EvaluationException(
                        EvaluationMessages.OUT_OF_DOMAIN, function.name().toLowerCase(Locale.ROOT), a[0]);
            }
            return result;
        };
    }
}
