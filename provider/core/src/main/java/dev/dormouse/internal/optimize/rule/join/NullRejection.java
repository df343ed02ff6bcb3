package dev.dormouse.internal.optimize.rule.join;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.type.BasicType;
import java.util.BitSet;
import java.util.List;

/** Tells what becomes of a condition when all slots of an outer join's right side are empty. */
final class NullRejection {

    private final BitSet empty;

    /**
     * Makes one.
     *
     * @param empty the slots that are empty
     */
    NullRejection(BitSet empty) {
        this.empty = empty;
    }

    /** Tells whether the condition is then certainly not true. */
    boolean rejects(Expression condition) {
        if (condition instanceof Expression.And and) {
            return and.terms().stream().anyMatch(this::rejects);
        }
        if (condition instanceof Expression.Or or) {
            return or.terms().stream().allMatch(this::rejects);
        }
        if (condition instanceof Expression.Not not) {
            return isUnknown(not.term())
                    || (not.term() instanceof Expression.IsNull isNull && isNull(isNull.operand()));
        }
        if (condition instanceof Expression.InQuery in) {
            return in.operands().stream().anyMatch(this::isNull);
        }
        return isUnknown(condition) || condition.equals(Expression.Literal.FALSE);
    }

    private boolean isUnknown(Expression condition) {
        if (condition instanceof Expression.Comparison comparison) {
            return isNull(comparison.left()) || isNull(comparison.right());
        }
        if (condition instanceof Expression.Like like) {
            return isNull(like.operand()) || isNull(like.pattern());
        }
        if (condition instanceof Expression.InList in) {
            boolean never =
                    in.values().isEmpty() || in.values().stream().anyMatch(v -> !(v.type() instanceof BasicType));
            return !never && isNull(in.operand());
        }
        if (condition instanceof Expression.Not not) {
            return isUnknown(not.term());
        }
        return isNull(condition);
    }

    private boolean isNull(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            return empty.get(field.slot().id());
        }
        if (expression instanceof Expression.SlotValue value) {
            return empty.get(value.slot().id());
        }
        if (expression instanceof Expression.Literal literal) {
            return literal.value() == null;
        }
        if (expression instanceof Expression.Arithmetic arithmetic) {
            return isNull(arithmetic.left()) || isNull(arithmetic.right());
        }
        if (expression instanceof Expression.Negation negation) {
            return isNull(negation.operand());
        }
        if (expression instanceof Expression.Cast cast) {
            return isNull(cast.operand());
        }
        if (expression instanceof Expression.Coalesce coalesce) {
            return coalesce.operands().stream().allMatch(this::isNull);
        }
        return expression instanceof Expression.Call call && isNullCall(call.function(), call.arguments());
    }

    private boolean isNullCall(Function function, List<Expression> arguments) {
        return switch (function) {
            case ARRAY_SIZE, ARRAY_CONTAINS -> false;
            default -> arguments.stream().anyMatch(this::isNull);
        };
    }
}
