package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.ArithmeticOperator;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic. Whole numbers that leave their type are an error, never wrapped; a division by zero is an error for every type; decimal
 * quotients have 34 digits.
 */
final class Arithmetics {

    private Arithmetics() {}

    static Evaluator compile(ArithmeticOperator operator, BasicType type, Evaluator left, Evaluator right) {
        return switch (type) {
            case INTEGER, LONG -> new OfLongs(operator, type, left, right);
            case FLOAT, DOUBLE -> new OfDoubles(operator, type, left, right);
            case BIG_INTEGER, DECIMAL -> new OfObjects(operator, left, right);
            default -> throw new AssertionError("arithmetic of " + type);
        };
    }

    static Evaluator negation(BasicType type, Evaluator operand) {
        Object zero =
                switch (type) {
                    case INTEGER -> 0;
                    case LONG -> 0L;
                    case FLOAT -> -0.0f;
                    case DOUBLE -> -0.0;
                    case BIG_INTEGER -> BigInteger.ZERO;
                    case DECIMAL -> BigDecimal.ZERO;
                    default -> throw new AssertionError("negative of " + type);
                };
        return compile(ArithmeticOperator.SUBTRACT, type, new Leaves.Constant(zero), operand);
    }

    private abstract static class Binary extends Evaluator {
        final ArithmeticOperator operator;
        final Evaluator left;
        final Evaluator right;
        private final boolean primitive;

        Binary(ArithmeticOperator operator, Evaluator left, Evaluator right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
            this.primitive = left.isPrimitive() && right.isPrimitive();
        }

        /** Computes two numbers that are not null. */
        abstract Object compute(Object a, Object b);

        @Override
        public final @Nullable Object value(Frame frame) {
            Object a = left.value(frame);
            Object b = right.value(frame);
            return a == null || b == null ? null : compute(a, b);
        }

        @Override
        public boolean isNull(Frame frame) {
            return left.isNull(frame) || right.isNull(frame);
        }

        @Override
        public boolean isPrimitive() {
            return primitive;
        }

        final EvaluationException byZero(Object dividend) {
            return new EvaluationException(EvaluationMessages.DIVISION_BY_ZERO, dividend + " / 0");
        }
    }

    private static final class OfLongs extends Binary {
        private final BasicType type;

        OfLongs(ArithmeticOperator operator, BasicType type, Evaluator left, Evaluator right) {
            super(operator, left, right);
            this.type = type;
        }

        @Override
        Object compute(Object a, Object b) {
            long result = compute(((Number) a).longValue(), ((Number) b).longValue());
            return type == BasicType.INTEGER ? (Object) (int) result : (Object) result;
        }

        @Override
        public long longValue(Frame frame) {
            return compute(left.longValue(frame), right.longValue(frame));
        }

        @Override
        public double doubleValue(Frame frame) {
            return longValue(frame);
        }

        private long compute(long a, long b) {
            if (operator == ArithmeticOperator.DIVIDE && b == 0) {
                throw byZero(a);
            }
            try {
                long result =
                        switch (operator) {
                            case ADD -> Math.addExact(a, b);
                            case SUBTRACT -> Math.subtractExact(a, b);
                            case MULTIPLY -> Math.multiplyExact(a, b);
                            case DIVIDE -> b == -1 ? Math.negateExact(a) : a / b;
                        };
                return type == BasicType.INTEGER ? Math.toIntExact(result) : result;
            } catch (ArithmeticException overflow) {
                EvaluationException failure =
                        new EvaluationException(EvaluationMessages.OUT_OF_RANGE, a + " " + operator + " " + b, type);
                failure.initCause(overflow);
                throw failure;
            }
        }
    }

    private static final class OfDoubles extends Binary {
        private final BasicType type;

        OfDoubles(ArithmeticOperator operator, BasicType type, Evaluator left, Evaluator right) {
            super(operator, left, right);
            this.type = type;
        }

        @Override
        Object compute(Object a, Object b) {
            double result = compute(((Number) a).doubleValue(), ((Number) b).doubleValue());
            return type == BasicType.FLOAT ? (Object) (float) result : (Object) result;
        }

        @Override
        public double doubleValue(Frame frame) {
            return compute(left.doubleValue(frame), right.doubleValue(frame));
        }

        private double compute(double a, double b) {
            if (operator == ArithmeticOperator.DIVIDE && b == 0) {
                throw byZero(a);
            }
            double result =
                    switch (operator) {
                        case ADD -> a + b;
                        case SUBTRACT -> a - b;
                        case MULTIPLY -> a * b;
                        case DIVIDE -> a / b;
                    };
            return type == BasicType.FLOAT ? (float) result : result;
        }
    }

    private static final class OfObjects extends Binary {

        OfObjects(ArithmeticOperator operator, Evaluator left, Evaluator right) {
            super(operator, left, right);
        }

        @Override
        public boolean isPrimitive() {
            return false;
        }

        @Override
        Object compute(Object a, Object b) {
            return a instanceof BigInteger x ? compute(x, (BigInteger) b) : compute((BigDecimal) a, (BigDecimal) b);
        }

        private BigInteger compute(BigInteger a, BigInteger b) {
            if (operator == ArithmeticOperator.DIVIDE && b.signum() == 0) {
                throw byZero(a);
            }
            return switch (operator) {
                case ADD -> a.add(b);
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> a.divide(b);
            };
        }

        private BigDecimal compute(BigDecimal a, BigDecimal b) {
            if (operator == ArithmeticOperator.DIVIDE && b.signum() == 0) {
                throw byZero(a);
            }
            return switch (operator) {
                case ADD -> a.add(b);
                case SUBTRACT -> a.subtract(b);
                case MULTIPLY -> a.multiply(b);
                case DIVIDE -> a.divide(b, MathContext.DECIMAL128);
            };
        }
    }
}
