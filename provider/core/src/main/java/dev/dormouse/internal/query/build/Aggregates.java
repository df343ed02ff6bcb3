package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** The aggregate functions of one level (specification, section 4.9.5); equal ones are computed once. */
final class Aggregates {

    private final Level level;
    private final List<Aggregate.Call> calls = new ArrayList<>();
    private final BitSet slots = new BitSet();

    Aggregates(Level level) {
        this.level = level;
    }

    List<Aggregate.Call> calls() {
        return calls;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    Operand.Scalar aggregate(Aggregate.Function function, boolean distinct, Operand operand) {
        String name = function.name();
        if (function == Aggregate.Function.COUNT) {
            return call(function, distinct, counted(operand), ValueType.LONG);
        }
        Operand.Scalar argument = level.typing().ownType(operand, name);
        if (argument == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(operand), name);
        }
        ValueType type = argument.type();
        boolean orders = function == Aggregate.Function.MIN || function == Aggregate.Function.MAX;
        if (!orders && !type.isNumber()) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), name, "a number");
        }
        if (orders) {
            return call(function, false, argument.expression(), type);
        }
        if (function == Aggregate.Function.AVG) {
            return call(function, distinct, argument.expression(), ValueType.DOUBLE);
        }
        ValueType sum = sumType(type);
        return call(function, distinct, level.typing().value(argument, sum, name), sum);
    }

    private static ValueType sumType(ValueType type) {
        return switch (type.stored()) {
            case INTEGER, LONG -> ValueType.LONG;
            case FLOAT, DOUBLE -> ValueType.DOUBLE;
            default -> ValueType.of(type.stored());
        };
    }

    private Expression counted(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            List<Expression> key = level.navigation().key(entity);
            return key.size() == 1 ? key.get(0) : record(entity);
        }
        if (operand instanceof Operand.CompositeId || operand instanceof Operand.Embeddable) {
            throw QueryMessages.notSupportedYet("COUNT of " + operand.describe(), "Count one of its attributes.");
        }
        Operand.Scalar scalar = level.typing().ownType(operand, "COUNT");
        if (scalar == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(operand), "COUNT");
        }
        return scalar.expression();
    }

    private Expression record(Operand.Entity entity) {
        return new Expression.SlotValue(level.from().joined(entity).access().origin());
    }

    private Operand.Scalar call(Aggregate.Function function, boolean distinct, Expression argument, ValueType type) {
        checkNone(argument, function.name());
        for (Aggregate.Call known : calls) {
            boolean same = known.function() == function
                    && known.distinct() == distinct
                    && known.argument().equals(argument);
            if (same) {
                return new Operand.Scalar(new Expression.SlotValue(known.slot()), type);
            }
        }
        String name = function.name().toLowerCase(Locale.ROOT);
        BasicType stored = type.stored();
        Slot slot = level.from().slots().add(name, stored);
        slots.set(slot.id());
        calls.add(new Aggregate.Call(slot, function, distinct, argument));
        return new Operand.Scalar(new Expression.SlotValue(slot), type);
    }

    /** Refuses an expression with an aggregate of this level in it. */
    void checkNone(Expression expression, String context) {
        if (!slots.isEmpty() && ExpressionTree.slots(expression).intersects(slots)) {
            throw QueryMessages.wrong(QueryMessages.MISPLACED_AGGREGATE, PlanPrinter.print(expression), context);
        }
    }
}
