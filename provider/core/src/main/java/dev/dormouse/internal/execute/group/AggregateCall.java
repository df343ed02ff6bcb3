package dev.dormouse.internal.execute.group;

import dev.dormouse.internal.execute.operator.RecordIdentity;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.type.BasicType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled aggregate call: what it computes of each row and how a group begins. Sums are made in the type of their slot.
 *
 * @param slot the id of the slot that gets the result
 * @param argument the argument, cast to the type in which it is added up
 * @param identity by what equal arguments are recognized if they count once; else null
 * @param start makes the accumulator of a new group
 */
public record AggregateCall(int slot, Evaluator argument, @Nullable Evaluator identity, Supplier<Accumulator> start) {

    public static AggregateCall compile(
            Aggregate.Call call, Plan input, ExpressionCompiler compiler, RowFormat format) {
        Expression argument = call.argument();
        Evaluator identity = call.distinct() ? RecordIdentity.compile(argument, input, compiler) : null;
        BasicType type = call.slot().type() instanceof BasicType basic ? basic : null;
        switch (call.function()) {
            case SUM -> argument = converted(argument, summed(type));
            case AVG -> argument = converted(argument, averaged(argument));
            default -> {}
        }
        return new AggregateCall(
                call.slot().id(), compiler.compile(argument), identity, start(call, argument, type, format));
    }

    private static BasicType summed(@Nullable BasicType type) {
        if (type == null || !type.isNumeric()) {
            throw new AssertionError("a sum of " + type);
        }
        return switch (type) {
            case INTEGER -> BasicType.LONG;
            case FLOAT -> BasicType.DOUBLE;
            default -> type;
        };
    }

    /** Decimals are added up exactly before they become a double. */
    private static BasicType averaged(Expression argument) {
        return argument.type() == BasicType.DECIMAL || argument.type() == BasicType.BIG_INTEGER
                ? BasicType.DECIMAL
                : BasicType.DOUBLE;
    }

    private static Expression converted(Expression argument, BasicType type) {
        return argument.type() == type ? argument : new Expression.Cast(argument, type);
    }

    private static Supplier<Accumulator> start(
            Aggregate.Call call, Expression argument, @Nullable BasicType type, RowFormat format) {
        return switch (call.function()) {
            case COUNT -> argument.equals(Expression.Literal.TRUE) ? Accumulators.Rows::new : Accumulators.Values::new;
            case SUM -> Accumulators.sum((BasicType) argument.type(), type);
            case AVG ->
                argument.type() == BasicType.DECIMAL ? Accumulators.DecimalMean::new : Accumulators.DoubleMean::new;
            case MIN -> Accumulators.extreme((BasicType) call.argument().type(), -1);
            case MAX -> Accumulators.extreme((BasicType) call.argument().type(), 1);
            case FIRST -> () -> new Accumulators.First(format);
        };
    }

    /** Begins a group. */
    public Accumulator begin() {
        Accumulator all = start.get();
        return identity == null ? all : new Once(identity, all);
    }

    /** Lets each different argument pass once. */
    private static final class Once implements Accumulator {
        private final Evaluator identity;
        private final Accumulator values;
        private final Set<Object> seen = new HashSet<>();

        Once(Evaluator identity, Accumulator values) {
            this.identity = identity;
            this.values = values;
        }

        @Override
        public void add(Evaluator argument, Frame frame) {
            Object key = ValueKey.of(identity.value(frame));
            if (key != null && seen.add(key)) {
                values.add(argument, frame);
            }
        }

        @Override
        public @Nullable Object result() {
            return values.result();
        }
    }
}
