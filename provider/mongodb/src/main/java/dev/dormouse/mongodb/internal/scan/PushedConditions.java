package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Expression.Comparison;
import dev.dormouse.store.plan.Expression.FieldValue;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What of some conditions the server can decide: never more than is true, so whatever they let pass is still tested. A part that the server cannot decide, or of
 * which it is not sure, is left out. Immutable.
 */
final class PushedConditions {

    /** One condition whose values come from a frame; null where it cannot hold. */
    private interface Part {
        @Nullable
        BsonDocument filter(TableForm form, Frame frame);
    }

    private final List<Part> parts;
    private final boolean exact;

    private PushedConditions(List<Part> parts, boolean exact) {
        this.parts = parts;
        this.exact = exact;
    }

    static PushedConditions of(TableDefinition table, Slot slot, List<Expression> conditions) {
        List<Part> parts = new ArrayList<>();
        conditions.forEach(condition -> part(slot, condition).ifPresent(parts::add));
        return new PushedConditions(parts, conditions.stream().allMatch(condition -> isExact(table, slot, condition)));
    }

    /** Tells whether the server lets through only what is true. */
    boolean isExact() {
        return exact;
    }

    private static boolean isExact(TableDefinition table, Slot slot, Expression condition) {
        if (condition instanceof Expression.And and) {
            return and.terms().stream().allMatch(term -> isExact(table, slot, term));
        }
        if (condition instanceof Expression.Or or) {
            return or.terms().stream().allMatch(term -> isExact(table, slot, term));
        }
        return part(slot, condition).isPresent()
                && !ExpressionTree.anyMatch(
                        condition, part -> part instanceof FieldValue field && !isExact(table, slot, field));
    }

    /** Rounded numbers, bytes, ObjectIds and floating numbers with their NaN are compared here again. */
    private static boolean isExact(TableDefinition table, Slot slot, FieldValue field) {
        if (!field.slot().equals(slot)) {
            return true;
        }
        return DocumentForm.of(table, field.path().toString()).isEmpty()
                && field.type() instanceof BasicType type
                && switch (type) {
                    case BOOLEAN, INTEGER, LONG, STRING, UUID, TIME -> true;
                    default -> false;
                };
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Returns the filter, empty for none. */
    BsonDocument filter(TableForm form, Frame frame) {
        return all(parts, form, frame);
    }

    private static BsonDocument all(List<Part> parts, TableForm form, Frame frame) {
        List<BsonDocument> filters = new ArrayList<>();
        for (Part part : parts) {
            BsonDocument filter = part.filter(form, frame);
            if (filter == null) {
                return never();
            }
            if (!filter.isEmpty()) {
                filters.add(filter);
            }
        }
        return filters.isEmpty()
                ? new BsonDocument()
                : filters.size() == 1 ? filters.get(0) : new BsonDocument("$and", new BsonArray(filters));
    }

    private static BsonDocument never() {
        return new BsonDocument("_id", new BsonDocument("$in", new BsonArray()));
    }

    private static Optional<Part> part(Slot slot, Expression condition) {
        if (condition instanceof Expression.And and) {
            List<Part> terms = new ArrayList<>();
            and.terms().forEach(term -> part(slot, term).ifPresent(terms::add));
            return terms.isEmpty() ? Optional.empty() : Optional.of((form, frame) -> all(terms, form, frame));
        }
        if (condition instanceof Expression.Or or) {
            return disjunction(slot, or);
        }
        if (condition instanceof Comparison comparison) {
            return comparison(slot, comparison);
        }
        if (condition instanceof Expression.InList list) {
            return inList(slot, list);
        }
        return nullness(slot, condition);
    }

    private static Optional<Part> disjunction(Slot slot, Expression.Or or) {
        List<Part> terms = new ArrayList<>();
        for (Expression term : or.terms()) {
            Optional<Part> part = part(slot, term);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            terms.add(part.get());
        }
        return Optional.of((form, frame) -> {
            BsonArray filters = new BsonArray();
            for (Part term : terms) {
                BsonDocument filter = term.filter(form, frame);
                if (filter != null) {
                    filters.add(filter);
                }
            }
            return filters.isEmpty() ? null : new BsonDocument("$or", filters);
        });
    }

    private static Optional<Part> nullness(Slot slot, Expression condition) {
        boolean negated = condition instanceof Expression.Not;
        Expression inner = condition instanceof Expression.Not not ? not.term() : condition;
        if (inner instanceof Expression.IsNull isNull
                && isOwnBasic(slot, isNull.operand())
                && isNull.operand() instanceof FieldValue field) {
            return Optional.of((form, frame) -> new BsonDocument(
                    form.name(field.path()), new BsonDocument(negated ? "$ne" : "$eq", BsonNull.VALUE)));
        }
        return flag(slot, condition);
    }

    private static Optional<Part> flag(Slot slot, Expression condition) {
        boolean negated = condition instanceof Expression.Not;
        Expression inner = condition instanceof Expression.Not not ? not.term() : condition;
        return isOwnBasic(slot, inner) && inner instanceof FieldValue field && field.type() == BasicType.BOOLEAN
                ? Optional.of((form, frame) -> new BsonDocument(
                        form.name(field.path()), new BsonDocument("$eq", BsonBoolean.valueOf(!negated))))
                : Optional.empty();
    }

    private static boolean isOwnBasic(Slot slot, Expression expression) {
        return expression instanceof FieldValue field
                && field.slot().equals(slot)
                && field.path().type() instanceof BasicType;
    }

    /** A value that is known before the scan is opened. */
    private static boolean isKnown(Slot slot, Expression expression) {
        return expression instanceof Expression.Literal
                || expression instanceof Expression.Parameter
                || (expression instanceof FieldValue field && !field.slot().equals(slot));
    }

    private static Optional<Part> comparison(Slot slot, Comparison comparison) {
        if (isOwnBasic(slot, comparison.left()) && isKnown(slot, comparison.right())) {
            return comparison(comparison.operator(), (FieldValue) comparison.left(), comparison.right());
        }
        if (isOwnBasic(slot, comparison.right()) && isKnown(slot, comparison.left())) {
            return comparison(mirrored(comparison.operator()), (FieldValue) comparison.right(), comparison.left());
        }
        return Optional.empty();
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

    private static Optional<Part> comparison(ComparisonOperator operator, FieldValue field, Expression value) {
        BasicType type = (BasicType) field.path().type();
        String name = operatorName(operator, type);
        if (value.type() != type || name == null) {
            return Optional.empty();
        }
        Evaluator evaluator = ExpressionCompiler.simple(value);
        return Optional.of((form, frame) -> {
            Object known = evaluator.value(frame);
            if (known == null) {
                return null;
            }
            if (isNaN(known) || known instanceof java.util.Collection<?>) {
                return new BsonDocument();
            }
            if (!form.holds(field.path(), known)) {
                return operator == ComparisonOperator.EQUAL ? null : new BsonDocument();
            }
            return new BsonDocument(
                    form.name(field.path()), new BsonDocument(name, comparable(form, field.path(), known)));
        });
    }

    private static BsonValue comparable(TableForm form, FieldPath path, Object value) {
        BsonValue id = form.name(path).equals("_id") ? form.singleId(value) : null;
        return id == null ? form.comparable(path, value) : id;
    }

    /** Returns MongoDB's operator, one that lets more pass where values are rounded; null where it would lose some. */
    private static @Nullable String operatorName(ComparisonOperator operator, BasicType type) {
        boolean rounded = TableForm.isRounded(type);
        boolean floating = type == BasicType.FLOAT || type == BasicType.DOUBLE;
        return switch (operator) {
            case EQUAL -> "$eq";
            case GREATER -> type == BasicType.BYTES ? null : rounded ? "$gte" : "$gt";
            case GREATER_OR_EQUAL -> type == BasicType.BYTES ? null : "$gte";
            case LESS -> type == BasicType.BYTES || floating ? null : rounded ? "$lte" : "$lt";
            case LESS_OR_EQUAL -> type == BasicType.BYTES || floating ? null : "$lte";
            case NOT_EQUAL -> null;
        };
    }

    private static boolean isNaN(Object value) {
        return (value instanceof Double number && number.isNaN()) || (value instanceof Float real && real.isNaN());
    }

    private static Optional<Part> inList(Slot slot, Expression.InList list) {
        if (!isOwnBasic(slot, list.operand())) {
            return Optional.empty();
        }
        FieldValue field = (FieldValue) list.operand();
        List<Evaluator> evaluators = new ArrayList<>();
        for (Expression value : list.values()) {
            boolean fits = value.type() == field.type()
                    || (value.type() instanceof ArrayType array && array.element() == field.type());
            if (!isKnown(slot, value) || !fits) {
                return Optional.empty();
            }
            evaluators.add(ExpressionCompiler.simple(value));
        }
        return Optional.of((form, frame) -> {
            BsonArray values = new BsonArray();
            for (Evaluator evaluator : evaluators) {
                Object value = evaluator.value(frame);
                for (Object each : value instanceof java.util.Collection<?> several ? several : one(value)) {
                    if (each != null && isNaN(each)) {
                        return new BsonDocument();
                    }
                    if (each != null) {
                        values.add(comparable(form, field.path(), each));
                    }
                }
            }
            return new BsonDocument(form.name(field.path()), new BsonDocument("$in", values));
        });
    }

    private static List<?> one(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }
}
