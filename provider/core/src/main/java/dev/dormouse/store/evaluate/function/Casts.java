package dev.dormouse.store.evaluate.function;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.StoreType;
import org.jspecify.annotations.Nullable;

/** CAST: those that only widen a primitive number cost nothing, the others convert objects. */
public final class Casts {

    private Casts() {}

    /** Makes the evaluator of a cast of its operand. */
    public static Evaluator compile(Expression.Cast cast, Evaluator operand) {
        boolean widens = operand.isPrimitive() && widens(cast.operand().type(), cast.type());
        return widens ? new Widening(operand, cast.type()) : new Converting(operand, cast.type());
    }

    private static boolean widens(StoreType from, BasicType to) {
        boolean whole = from == BasicType.INTEGER || from == BasicType.LONG;
        return switch (to) {
            case LONG -> whole;
            case DOUBLE -> whole || from == BasicType.FLOAT;
            default -> false;
        };
    }

    private static final class Widening extends Evaluator {
        private final Evaluator operand;
        private final BasicType type;

        Widening(Evaluator operand, BasicType type) {
            this.operand = operand;
            this.type = type;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            if (operand.isNull(frame)) {
                return null;
            }
            return type == BasicType.LONG ? (Object) operand.longValue(frame) : (Object) operand.doubleValue(frame);
        }

        @Override
        public boolean isNull(Frame frame) {
            return operand.isNull(frame);
        }

        @Override
        public boolean isPrimitive() {
            return true;
        }

        @Override
        public long longValue(Frame frame) {
            return operand.longValue(frame);
        }

        @Override
        public double doubleValue(Frame frame) {
            return operand.doubleValue(frame);
        }
    }

    private static final class Converting extends Evaluator {
        private final Evaluator operand;
        private final BasicType type;

        Converting(Evaluator operand, BasicType type) {
            this.operand = operand;
            this.type = type;
        }

        @Override
        public @Nullable Object value(Frame frame) {
            Object value = operand.value(frame);
            return value == null ? null : Conversions.convert(value, type, frame);
        }

        @Override
        public boolean isNull(Frame frame) {
            return operand.isNull(frame);
        }
    }
}
