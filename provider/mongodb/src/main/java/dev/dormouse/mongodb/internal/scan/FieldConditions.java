package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Expression.Comparison;
import dev.dormouse.store.plan.Expression.FieldValue;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Makes conditions on the fields of one scan's records into conditions of the server. */
final class FieldConditions {

    private final Slot slot;

    FieldConditions(Slot slot) {
        this.slot = slot;
    }

    /** Returns what the server can test of a condition that is no conjunction or disjunction. */
    Optional<ServerCondition> of(Expression condition) {
        boolean negated = condition instanceof Expression.Not;
        Expression inner = condition instanceof Expression.Not not ? not.term() : condition;
        if (inner instanceof Comparison comparison) {
            return negated ? Optional.empty() : comparison(comparison);
        }
        if (inner instanceof Expression.InList list) {
            return inList(list, negated);
        }
        if (inner instanceof Expression.Like like) {
            return like(like, negated);
        }
        if (inner instanceof Expression.IsNull isNull && isOwnBasic(isNull.operand())) {
            FieldPath path = ((FieldValue) isNull.operand()).path();
            return Optional.of(
                    binding -> one(binding.name(path), new BsonDocument(negated ? "$ne" : "$eq", BsonNull.VALUE)));
        }
        if (isOwnBasic(inner) && inner.type() == BasicType.BOOLEAN) {
            FieldPath path = ((FieldValue) inner).path();
            return Optional.of(
                    binding -> one(binding.name(path), new BsonDocument("$eq", BsonBoolean.valueOf(!negated))));
        }
        return Optional.empty();
    }

    private static BsonDocument one(String name, BsonValue value) {
        return new BsonDocument(name, value);
    }

    private boolean isOwnBasic(Expression expression) {
        return expression instanceof FieldValue field
                && field.slot().equals(slot)
                && field.path().type() instanceof BasicType;
    }

    /** Tells whether a value is known before the scan is opened. */
    private boolean isKnown(Expression expression) {
        return !ExpressionTree.slots(expression).get(slot.id()) && !ExpressionTree.hasSubquery(expression);
    }

    /** Makes a condition of a value that is known when the scan is opened; what cannot be computed then is an error only where a record is there to be tested. */
    private static ServerCondition known(Expression value, BiFunction<Binding, Object, @Nullable BsonDocument> filter) {
        Evaluator evaluator = ExpressionCompiler.simple(value);
        return binding -> {
            Object known;
            try {
                known = binding.value(evaluator);
            } catch (EvaluationException e) {
                return binding.leftOut();
            }
            return known == null ? null : filter.apply(binding, known);
        };
    }

    private Optional<ServerCondition> comparison(Comparison comparison) {
        boolean ofLeft = isOwnBasic(comparison.left());
        boolean ofRight = isOwnBasic(comparison.right());
        if (ofLeft && ofRight) {
            return FieldComparison.ofFields(
                    comparison.operator(), (FieldValue) comparison.left(), (FieldValue) comparison.right());
        }
        if (ofLeft && isKnown(comparison.right())) {
            return comparison(comparison.operator(), (FieldValue) comparison.left(), comparison.right());
        }
        return ofRight && isKnown(comparison.left())
                ? comparison(mirrored(comparison.operator()), (FieldValue) comparison.right(), comparison.left())
                : Optional.empty();
    }

    private static ComparisonOperator mirrored(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> ComparisonOperator.GREATER;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.LESS;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            case EQUAL, NOT_EQUAL -> operator;
        };
    }

    private static Optional<ServerCondition> comparison(
            ComparisonOperator operator, FieldValue field, Expression value) {
        if (value.type() != field.type()) {
            return Optional.empty();
        }
        FieldComparison comparison = new FieldComparison(operator, field.path());
        return Optional.of(known(value, comparison::filter));
    }

    private Optional<ServerCondition> inList(Expression.InList list, boolean negated) {
        if (!isOwnBasic(list.operand())) {
            return Optional.empty();
        }
        FieldValue field = (FieldValue) list.operand();
        List<Evaluator> evaluators = new ArrayList<>();
        for (Expression value : list.values()) {
            boolean fits = value.type() == field.type()
                    || (value.type() instanceof ArrayType array && array.element() == field.type());
            boolean simple = value instanceof Expression.Literal
                    || value instanceof Expression.Parameter
                    || value instanceof FieldValue;
            if (!simple || !isKnown(value) || !fits) {
                return Optional.empty();
            }
            evaluators.add(ExpressionCompiler.simple(value));
        }
        FieldComparison comparison = new FieldComparison(ComparisonOperator.EQUAL, field.path());
        return Optional.of(binding -> negated
                ? comparison.noneOf(binding, values(binding, evaluators))
                : comparison.anyOf(binding, values(binding, evaluators)));
    }

    private static List<@Nullable Object> values(Binding binding, List<Evaluator> evaluators) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Evaluator evaluator : evaluators) {
            Object value = binding.value(evaluator);
            if (value instanceof Collection<?> several) {
                values.addAll(several);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private Optional<ServerCondition> like(Expression.Like like, boolean negated) {
        if (!isOwnBasic(like.operand())
                || !isKnown(like.pattern())
                || like.escape().filter(escape -> !isKnown(escape)).isPresent()) {
            return Optional.empty();
        }
        FieldPath path = ((FieldValue) like.operand()).path();
        Evaluator escape = like.escape().map(ExpressionCompiler::simple).orElse(null);
        return Optional.of(known(like.pattern(), (binding, pattern) -> {
            Object character = escape == null ? null : binding.value(escape);
            BsonRegularExpression expression = escape != null && character == null
                    ? null
                    : LikeExpression.of((String) pattern, (String) character);
            if (expression == null || !binding.form().isPlain(path)) {
                return binding.leftOut();
            }
            return one(
                    binding.name(path),
                    negated ? new BsonDocument("$not", expression).append("$ne", BsonNull.VALUE) : expression);
        }));
    }
}
