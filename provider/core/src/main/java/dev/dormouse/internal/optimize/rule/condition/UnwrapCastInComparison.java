package dev.dormouse.internal.optimize.rule.condition;

import dev.dormouse.internal.optimize.rule.ExpressionRule;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a field in its own type, where a constant of the wider type has the same value in it; so an index on the field can be used.
 *
 * <pre>
 * Filter cast(x as LONG) &lt; 5     (x INTEGER, 5 LONG)
 * ->
 * Filter x &lt; 5                   (5 INTEGER)
 * </pre>
 */
public final class UnwrapCastInComparison extends ExpressionRule {

    @Override
    protected Expression simplify(Expression expression) {
        if (!(expression instanceof Expression.Comparison comparison)) {
            return expression;
        }
        Optional<Expression> straight = narrowed(comparison, comparison.left(), comparison.right(), false);
        return straight.isPresent()
                ? straight.get()
                : narrowed(comparison, comparison.right(), comparison.left(), true)
                        .orElse(expression);
    }

    private static Optional<Expression> narrowed(
            Expression.Comparison comparison, Expression wide, Expression constant, boolean mirrored) {
        if (!(wide instanceof Expression.Cast cast)
                || !(cast.operand() instanceof Expression.FieldValue field)
                || !(constant instanceof Expression.Literal literal)
                || !keepsOrder(cast)) {
            return Optional.empty();
        }
        Object narrow = whole(literal.value(), (BasicType) field.type());
        if (narrow == null) {
            return Optional.empty();
        }
        Expression value = new Expression.Literal((BasicType) field.type(), narrow);
        return Optional.of(
                mirrored
                        ? new Expression.Comparison(comparison.operator(), value, field)
                        : new Expression.Comparison(comparison.operator(), field, value));
    }

    /** Every INTEGER has its own value in these types; a LONG has not in DOUBLE. */
    private static boolean keepsOrder(Expression.Cast cast) {
        return switch (cast.type()) {
            case LONG, BIG_INTEGER, DECIMAL ->
                cast.operand().type() == BasicType.INTEGER || cast.operand().type() == BasicType.LONG;
            case DOUBLE -> cast.operand().type() == BasicType.INTEGER;
            default -> false;
        };
    }

    private static @Nullable Object whole(@Nullable Object value, BasicType type) {
        if (!(value instanceof Number) || (value instanceof Double number && !Double.isFinite(number))) {
            return null;
        }
        try {
            long exact = new BigDecimal(value.toString()).longValueExact();
            if (type == BasicType.LONG) {
                return exact;
            }
            return exact == (int) exact ? (Object) (int) exact : null;
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }
}
