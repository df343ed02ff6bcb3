package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import java.util.Optional;

/**
 * A condition on one field of a scan that an order of keys can answer, its other side known before the scan is opened.
 *
 * @param term the condition
 * @param path the field
 * @param kind what is asked
 * @param values what the field is compared with: one value, none for nulls, several of a list
 */
record SearchCondition(Expression term, FieldPath path, Kind kind, List<Expression> values) {

    enum Kind {
        EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        NULL,
        NOT_NULL,
        IN,
        /** Begins with a text: a range that holds all matches, and may hold more. */
        PREFIX;

        boolean isLower() {
            return this == GREATER || this == GREATER_OR_EQUAL;
        }

        boolean isUpper() {
            return this == LESS || this == LESS_OR_EQUAL;
        }
    }

    /** Recognizes a condition on the records in a slot. */
    static Optional<SearchCondition> of(Expression term, Slot slot) {
        if (term instanceof Expression.Comparison comparison) {
            Optional<SearchCondition> straight =
                    compared(term, comparison.operator(), comparison.left(), comparison.right(), slot);
            return straight.isPresent()
                    ? straight
                    : compared(term, comparison.operator().mirrored(), comparison.right(), comparison.left(), slot);
        }
        if (term instanceof Expression.IsNull isNull) {
            return field(isNull.operand(), slot).map(path -> new SearchCondition(term, path, Kind.NULL, List.of()));
        }
        if (term instanceof Expression.Not not) {
            return negated(term, not.term(), slot);
        }
        if (term instanceof Expression.InList in && known(in.values(), slot)) {
            return field(in.operand(), slot).map(path -> new SearchCondition(term, path, Kind.IN, in.values()));
        }
        if (term instanceof Expression.FieldValue field && field.type() == BasicType.BOOLEAN) {
            return field(field, slot).map(path -> equal(term, path, Expression.Literal.TRUE));
        }
        if (term instanceof Expression.Call call && call.function() == Function.ARRAY_CONTAINS) {
            Expression sought = call.arguments().get(1);
            return known(List.of(sought), slot)
                    ? field(call.arguments().get(0), slot).map(path -> equal(term, path, sought))
                    : Optional.empty();
        }
        return term instanceof Expression.Like like ? prefixed(like, slot) : Optional.empty();
    }

    private static SearchCondition equal(Expression term, FieldPath path, Expression value) {
        return new SearchCondition(term, path, Kind.EQUAL, List.of(value));
    }

    private static Optional<SearchCondition> negated(Expression term, Expression inner, Slot slot) {
        if (inner instanceof Expression.IsNull isNull) {
            return field(isNull.operand(), slot).map(path -> new SearchCondition(term, path, Kind.NOT_NULL, List.of()));
        }
        return inner instanceof Expression.FieldValue field && field.type() == BasicType.BOOLEAN
                ? field(field, slot).map(path -> equal(term, path, Expression.Literal.FALSE))
                : Optional.empty();
    }

    private static Optional<SearchCondition> compared(
            Expression term, ComparisonOperator operator, Expression left, Expression right, Slot slot) {
        Optional<Kind> kind =
                switch (operator) {
                    case EQUAL -> Optional.of(Kind.EQUAL);
                    case LESS -> Optional.of(Kind.LESS);
                    case LESS_OR_EQUAL -> Optional.of(Kind.LESS_OR_EQUAL);
                    case GREATER -> Optional.of(Kind.GREATER);
                    case GREATER_OR_EQUAL -> Optional.of(Kind.GREATER_OR_EQUAL);
                    case NOT_EQUAL -> Optional.empty();
                };
        return kind.isPresent() && known(List.of(right), slot) && left.type() instanceof BasicType
                ? field(left, slot).map(path -> new SearchCondition(term, path, kind.get(), List.of(right)))
                : Optional.empty();
    }

    private static Optional<SearchCondition> prefixed(Expression.Like like, Slot slot) {
        if (like.escape().isPresent()
                || !(like.pattern() instanceof Expression.Literal literal)
                || !(literal.value() instanceof String pattern)) {
            return Optional.empty();
        }
        int length = 0;
        while (length < pattern.length() && pattern.charAt(length) != '%' && pattern.charAt(length) != '_') {
            length++;
        }
        Expression start = new Expression.Literal(BasicType.STRING, pattern.substring(0, length));
        return length == 0
                ? Optional.empty()
                : field(like.operand(), slot).map(path -> new SearchCondition(like, path, Kind.PREFIX, List.of(start)));
    }

    private static Optional<FieldPath> field(Expression expression, Slot slot) {
        return expression instanceof Expression.FieldValue field && field.slot().id() == slot.id()
                ? Optional.of(field.path())
                : Optional.empty();
    }

    /** Tells whether values are known before the scan is opened, and cheap enough to be computed again each time. */
    private static boolean known(List<Expression> values, Slot slot) {
        return values.stream().noneMatch(v -> ExpressionTree.slots(v).get(slot.id()) || ExpressionTree.hasSubquery(v));
    }
}
