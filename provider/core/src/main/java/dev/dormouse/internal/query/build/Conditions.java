package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the conditions of one level (specification, section 4.6). */
public final class Conditions {

    private final Level level;
    private final Typing typing;
    private final EntityComparisons entities;
    private final EntityTypes types;
    private final CollectionConditions collections;

    Conditions(Level level) {
        this.level = level;
        this.typing = level.typing();
        this.entities = new EntityComparisons(level);
        this.types = new EntityTypes(level);
        this.collections = new CollectionConditions(level, entities);
    }

    /** Returns an operand as a condition. */
    public Expression condition(Operand operand, String context) {
        if (operand instanceof Operand.Scalar scalar
                && scalar.type().isPlain()
                && scalar.type().isCondition()) {
            return scalar.expression();
        }
        if (operand instanceof Operand.Scalar scalar && scalar.type().javaType() == Boolean.class) {
            return compare(ComparisonOperator.EQUAL, scalar, new Operand.Constant(true, ValueType.BOOLEAN))
                    .expression();
        }
        if ((operand instanceof Operand.Constant constant && constant.value() instanceof Boolean)
                || Typing.isFlexible(operand)) {
            return typing.value(operand, ValueType.BOOLEAN, context);
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), context, "a condition");
    }

    /** All hold. */
    public Operand.Scalar and(List<? extends Operand> terms) {
        List<Expression> conditions = new ArrayList<>();
        for (Operand term : terms) {
            conditions.addAll(ExpressionTree.conjuncts(condition(term, "AND")));
        }
        return Operand.Scalar.condition(ExpressionTree.conjunction(conditions));
    }

    /** One holds. */
    public Operand.Scalar or(List<? extends Operand> terms) {
        List<Expression> conditions = new ArrayList<>();
        for (Operand term : terms) {
            Expression condition = condition(term, "OR");
            if (condition instanceof Expression.Or nested) {
                conditions.addAll(nested.terms());
            } else {
                conditions.add(condition);
            }
        }
        return Operand.Scalar.condition(conditions.size() == 1 ? conditions.get(0) : new Expression.Or(conditions));
    }

    /** The negation. */
    public Operand.Scalar not(Operand term) {
        return Operand.Scalar.condition(new Expression.Not(condition(term, "NOT")));
    }

    private static Operand.Scalar negatedIf(boolean negated, Expression condition) {
        return Operand.Scalar.condition(negated ? new Expression.Not(condition) : condition);
    }

    /** A comparison. Entities, ids, embeddables and entity types are equal or not; all else has an order. */
    public Operand.Scalar compare(ComparisonOperator operator, Operand left, Operand right) {
        String context = "a comparison with " + operator;
        boolean ofEntities = EntityComparisons.takes(left) || EntityComparisons.takes(right);
        boolean ofTypes = left instanceof Operand.EntityType || right instanceof Operand.EntityType;
        if (ofEntities || ofTypes) {
            checkEquality(operator, ofTypes ? "entity types" : left.describe());
            Expression equal = ofTypes ? types.equal(left, right, context) : entities.equal(left, right, context);
            return Operand.Scalar.condition(operator == ComparisonOperator.EQUAL ? equal : EntityTypes.not(equal));
        }
        List<Expression> sides = typing.comparable(List.of(left, right), context);
        return Operand.Scalar.condition(new Expression.Comparison(operator, sides.get(0), sides.get(1)));
    }

    private static void checkEquality(ComparisonOperator operator, String what) {
        if (operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_OPERAND, operator, what, "a comparison", "compared with = or <> only");
        }
    }

    /** A range, both ends included. */
    public Operand.Scalar between(Operand operand, Operand lower, Operand upper, boolean negated) {
        List<Expression> values = typing.comparable(List.of(operand, lower, upper), "BETWEEN");
        Expression above = new Expression.Comparison(ComparisonOperator.GREATER_OR_EQUAL, values.get(0), values.get(1));
        Expression below = new Expression.Comparison(ComparisonOperator.LESS_OR_EQUAL, values.get(0), values.get(2));
        return negatedIf(negated, new Expression.And(List.of(above, below)));
    }

    /** One of several values. A single parameter may stand for a collection. */
    public Operand.Scalar in(Operand operand, List<Operand> items, boolean negated) {
        if (items.size() == 1 && items.get(0) instanceof Operand.Parameter only) {
            return inParameter(operand, only, negated);
        }
        if (operand instanceof Operand.EntityType type) {
            return negatedIf(negated, types.oneOf(type, items, "IN"));
        }
        if (EntityComparisons.takes(operand)) {
            List<Operand> equalities = new ArrayList<>();
            items.forEach(item -> equalities.add(compare(ComparisonOperator.EQUAL, operand, item)));
            return negatedIf(negated, or(equalities).expression());
        }
        List<Operand> all = new ArrayList<>();
        all.add(operand);
        all.addAll(items);
        List<Expression> values = typing.comparable(all, "IN");
        return negatedIf(negated, new Expression.InList(values.get(0), values.subList(1, values.size())));
    }

    /** One of the values of a parameter. */
    public Operand.Scalar inParameter(Operand operand, Operand.Parameter parameter, boolean negated) {
        if (operand instanceof Operand.EntityType type) {
            return negatedIf(negated, types.oneOf(type, parameter.name()));
        }
        if (operand instanceof Operand.Entity entity) {
            List<Expression> key = entities.parts(entity);
            if (key.size() > 1) {
                throw QueryMessages.notSupportedYet(
                        "IN with a collection of entities whose key has several parts", "Use OR, or a subquery.");
            }
            Expression list = level.parameters()
                    .keyList(
                            parameter.name(),
                            entity.layout(),
                            value -> entities.keyOf(parameter.name(), entity.layout(), value));
            return negatedIf(negated, new Expression.InList(key.get(0), List.of(list)));
        }
        if (EntityComparisons.takes(operand)) {
            throw QueryMessages.notSupportedYet("IN with a collection of embeddables", "Use OR, or a subquery.");
        }
        Operand.Scalar scalar = typing.ownType(operand, "IN");
        if (scalar == null) {
            throw QueryMessages.wrong(QueryMessages.UNTYPED, Typing.describe(operand), "IN");
        }
        Expression list = level.parameters().list(parameter.name(), scalar.type());
        return negatedIf(negated, new Expression.InList(scalar.expression(), List.of(list)));
    }

    /** A text and a pattern. */
    public Operand.Scalar like(Operand operand, Operand pattern, @Nullable Operand escape, boolean negated) {
        Expression text = text(operand, "LIKE");
        Optional<Expression> character = Optional.ofNullable(escape).map(e -> text(e, "ESCAPE"));
        return negatedIf(negated, new Expression.Like(text, text(pattern, "LIKE"), character));
    }

    private Expression text(Operand operand, String context) {
        Operand.Scalar scalar = typing.scalar(operand, ValueType.STRING, context);
        if (!scalar.type().isText()) {
            throw QueryMessages.wrong(
                    QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), context, "a text");
        }
        return scalar.expression();
    }

    /** Whether there is no value. */
    public Operand.Scalar isNull(Operand operand, boolean negated) {
        return negatedIf(negated, isNull(operand));
    }

    private Expression isNull(Operand operand) {
        if (operand instanceof Operand.Scalar scalar) {
            return new Expression.IsNull(scalar.expression());
        }
        if (operand instanceof Operand.Parameter parameter) {
            return new Expression.IsNull(level.parameters().presence(parameter.name()));
        }
        if (EntityComparisons.takes(operand)) {
            return entities.isNull(operand);
        }
        if (operand instanceof Operand.Constant) {
            return Expression.Literal.FALSE;
        }
        if (operand == Operand.Null.INSTANCE) {
            return Expression.Literal.TRUE;
        }
        throw QueryMessages.wrong(QueryMessages.COLLECTION_AS_VALUE, Typing.describe(operand));
    }

    /** Whether a collection has no elements. */
    public Operand.Scalar isEmpty(Operand collection, boolean negated) {
        return Operand.Scalar.condition(collections.isEmpty(collection(collection, "IS EMPTY"), negated));
    }

    /** Whether a value is in a collection. */
    public Operand.Scalar memberOf(Operand element, Operand collection, boolean negated) {
        return Operand.Scalar.condition(collections.memberOf(element, collection(collection, "MEMBER OF"), negated));
    }

    /** The number of elements of a collection. */
    public Operand.Scalar size(Operand collection) {
        return new Operand.Scalar(collections.size(collection(collection, "SIZE")), ValueType.INTEGER);
    }

    private static Operand.Collection collection(Operand operand, String context) {
        if (operand instanceof Operand.Collection collection) {
            return collection;
        }
        throw QueryMessages.wrong(QueryMessages.NOT_A_COLLECTION, Typing.describe(operand), context);
    }

    /** Whether a subquery has a row. */
    public Operand.Scalar exists(SelectBuilder subquery) {
        return Operand.Scalar.condition(new Expression.Exists(subquery.rows()));
    }

    /** Whether a value is among those of a subquery. */
    public Operand.Scalar inSubquery(Operand operand, SelectBuilder subquery, boolean negated) {
        SelectBuilder.Values values = subquery.values(operand, "IN");
        return negatedIf(negated, new Expression.InQuery(values.operands(), values.plan()));
    }

    /** A comparison with all or any of a subquery's values. */
    public Operand.Scalar quantified(ComparisonOperator operator, Operand left, boolean all, SelectBuilder subquery) {
        SelectBuilder.Values values = subquery.values(left, all ? "ALL" : "ANY");
        if (values.operands().size() == 1) {
            Expression operand = values.operands().get(0);
            return Operand.Scalar.condition(new Expression.Quantified(operator, operand, all, values.plan()));
        }
        checkEquality(operator, left.describe());
        boolean member = operator == ComparisonOperator.EQUAL && !all;
        boolean none = operator == ComparisonOperator.NOT_EQUAL && all;
        if (!member && !none) {
            throw QueryMessages.notSupportedYet(
                    "a quantified comparison of entities whose key has several parts", "Use EXISTS.");
        }
        return negatedIf(none, new Expression.InQuery(values.operands(), values.plan()));
    }

    /** Returns the exact type of an entity. */
    public Operand.EntityType typeOf(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            return types.typeOf(entity);
        }
        throw QueryMessages.wrong(
                QueryMessages.WRONG_OPERAND, Typing.describe(operand), operand.describe(), "TYPE", "an entity");
    }
}
