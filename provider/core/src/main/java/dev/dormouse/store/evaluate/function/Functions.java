package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in functions: null in, null out, but where {@link dev.dormouse.store.plan.Function} says otherwise. */
public final class Functions {

    private Functions() {}

    /** What a function does with arguments that are not null. */
    @FunctionalInterface
    interface Body {
        Object apply(Object[] arguments, Frame frame);
    }

    /** Makes the evaluator of a call of its arguments. */
    public static Evaluator compile(Expression.Call call, List<Evaluator> arguments) {
        return switch (call.function()) {
            case ARRAY_SIZE -> new ArrayFunctions.Size(arguments.get(0));
            case ARRAY_CONTAINS -> new ArrayFunctions.Contains(arguments.get(0), arguments.get(1));
            default -> new Strict(arguments, body(call), call.type());
        };
    }

    private static Body body(Expression.Call call) {
        return switch (call.function()) {
            case CONCAT,
                    SUBSTRING,
                    TRIM,
                    TRIM_LEADING,
                    TRIM_TRAILING,
                    LOWER,
                    UPPER,
                    LENGTH,
                    LOCATE,
                    LEFT,
                    RIGHT,
                    REPLACE,
                    REVERSE,
                    REPEAT,
                    LPAD,
                    RPAD -> TextFunctions.of(call.function());
            case ABS, CEILING, FLOOR, EXP, LN, MOD, POWER, ROUND, SIGN, SQRT, TRUNCATE ->
                NumberFunctions.of(call.function());
            case LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, DEGREES, RADIANS -> RealFunctions.of(call.function());
            case GREATEST -> (a, f) -> extreme(a, call.type(), 1);
            case LEAST -> (a, f) -> extreme(a, call.type(), -1);
            default -> TemporalFunctions.of(call.function());
        };
    }

    private static Object extreme(Object[] values, BasicType type, int direction) {
        Object extreme = values[0];
        for (Object value : values) {
            extreme = direction * ValueOrder.compare(type, value, extreme) > 0 ? value : extreme;
        }
        return extreme;
    }

    /** A function whose result is null if an argument is. */
    private static final class Strict extends Evaluator {
        private final Evaluator[] arguments;
        private final Body body;
        private final BasicType type;

        Strict(List<Evaluator> arguments, Body body, BasicType type) {
            this.arguments = arguments.toArray(Evaluator[]::new);
            this.body = body;
            this.type = type;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            Object[] values = new Object[arguments.length];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments[i].value(frame);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return Conversions.convert(body.apply(values, frame), type, frame);
        }
    }
}
