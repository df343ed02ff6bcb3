package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.EvaluationMessages;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The aggregate functions. All but COUNT of rows and FIRST pass over nulls; without values a count is 0, anything else null. */
public final class Accumulators {

    private Accumulators() {}

    /** Returns what begins a sum. */
    public static Supplier<Accumulator> sum(BasicType summed, @Nullable BasicType result) {
        return switch (summed) {
            case LONG -> () -> new LongSum(result == BasicType.INTEGER);
            case DOUBLE -> () -> new DoubleSum(result == BasicType.FLOAT);
            case BIG_INTEGER -> BigIntegerSum::new;
            case DECIMAL -> DecimalSum::new;
            default -> throw new AssertionError("a sum of " + summed);
        };
    }

    /** Returns what begins a search for the lowest value (direction -1) or the highest (1). */
    public static Supplier<Accumulator> extreme(BasicType type, int direction) {
        return type == BasicType.INTEGER || type == BasicType.LONG
                ? () -> new LongExtreme(type == BasicType.INTEGER, direction)
                : () -> new Extreme(type, direction);
    }

    /** Counts rows. */
    public static final class Rows implements Accumulator {
        private long count;

        @Override
        public void add(Evaluator argument, Frame frame) {
            count++;
        }

        @Override
        public Object result() {
            return count;
        }
    }

    /** Counts what is not null. */
    public static final class Values implements Accumulator {
        private long count;

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!argument.isNull(frame)) {
                count++;
            }
        }

        @Override
        public Object result() {
            return count;
        }
    }

    private static final class LongSum implements Accumulator {
        private final boolean narrow;
        private boolean any;
        private long sum;

        LongSum(boolean narrow) {
            this.narrow = narrow;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!argument.isNull(frame)) {
                any = true;
                long value = argument.longValue(frame);
                long next = sum + value;
                if (((sum ^ next) & (value ^ next)) < 0) {
                    throw new EvaluationException(EvaluationMessages.OUT_OF_RANGE, "sum", BasicType.LONG);
                }
                sum = next;
            }
        }

        @Override
        public @Nullable Object result() {
            if (!any) {
                return null;
            }
            if (narrow && sum != (int) sum) {
                throw new EvaluationException(EvaluationMessages.OUT_OF_RANGE, sum, BasicType.INTEGER);
            }
            return narrow ? (Object) (int) sum : (Object) sum;
        }
    }

    private static final class DoubleSum implements Accumulator {
        private final boolean narrow;
        private boolean any;
        private double sum;

        DoubleSum(boolean narrow) {
            this.narrow = narrow;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!argument.isNull(frame)) {
                any = true;
                sum += argument.doubleValue(frame);
            }
        }

        @Override
        public @Nullable Object result() {
            if (!any) {
                return null;
            }
            return narrow ? (Object) (float) sum : (Object) sum;
        }
    }

    private static final class BigIntegerSum implements Accumulator {
        private @Nullable BigInteger sum;

        @Override
        public void add(Evaluator argument, Frame frame) {
            BigInteger value = (BigInteger) argument.value(frame);
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }

        @Override
        public @Nullable Object result() {
            return sum;
        }
    }

    private static final class DecimalSum implements Accumulator {
        private @Nullable BigDecimal sum;

        @Override
        public void add(Evaluator argument, Frame frame) {
            BigDecimal value = (BigDecimal) argument.value(frame);
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }

        @Override
        public @Nullable Object result() {
            return sum;
        }
    }

    /** The mean of numbers as a double. */
    public static final class DoubleMean implements Accumulator {
        private long count;
        private double sum;

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!argument.isNull(frame)) {
                count++;
                sum += argument.doubleValue(frame);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0 ? null : (Object) (sum / count);
        }
    }

    /** The mean of exact numbers. */
    public static final class DecimalMean implements Accumulator {
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        public void add(Evaluator argument, Frame frame) {
            BigDecimal value = (BigDecimal) argument.value(frame);
            if (value != null) {
                count++;
                sum = sum.add(value);
            }
        }

        @Override
        public @Nullable Object result() {
            return count == 0
                    ? null
                    : (Object) sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                            .doubleValue();
        }
    }

    /** The lowest or highest whole number; none becomes an object on the way. */
    private static final class LongExtreme implements Accumulator {
        private final boolean narrow;
        private final int direction;
        private boolean any;
        private long extreme;

        LongExtreme(boolean narrow, int direction) {
            this.narrow = narrow;
            this.direction = direction;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!argument.isNull(frame)) {
                long value = argument.longValue(frame);
                if (!any || Long.compare(value, extreme) == direction) {
                    extreme = value;
                    any = true;
                }
            }
        }

        @Override
        public @Nullable Object result() {
            if (!any) {
                return null;
            }
            return narrow ? (Object) (int) extreme : (Object) extreme;
        }
    }

    /** The lowest or highest value. */
    private static final class Extreme implements Accumulator {
        private final BasicType type;
        private final int direction;
        private @Nullable Object extreme;

        Extreme(BasicType type, int direction) {
            this.type = type;
            this.direction = direction;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            Object value = argument.value(frame);
            if (value != null
                    && (extreme == null || Integer.signum(ValueOrder.compare(type, value, extreme)) == direction)) {
                extreme = value;
            }
        }

        @Override
        public @Nullable Object result() {
            return extreme;
        }
    }

    /** The value in the first row. */
    public static final class First implements Accumulator {
        private final RowFormat format;
        private boolean any;
        private @Nullable Object first;

        First(RowFormat format) {
            this.format = format;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            if (!any) {
                any = true;
                first = format.keep(argument.value(frame));
            }
        }

        @Override
        public @Nullable Object result() {
            return first;
        }
    }
}
