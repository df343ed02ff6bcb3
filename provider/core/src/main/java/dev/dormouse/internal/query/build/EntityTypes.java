package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.DiscriminatorLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions on the exact type of an entity (specification, section 4.7.12). */
final class EntityTypes {

    private final Level level;

    EntityTypes(Level level) {
        this.level = level;
    }

    /** Returns the type of an entity, whose record is joined for its discriminator. */
    Operand.EntityType typeOf(Operand.Entity entity) {
        Optional<DiscriminatorLayout> discriminator = entity.layout().discriminator();
        if (discriminator.isEmpty()) {
            return new Operand.EntityType(entity.layout(), null, false);
        }
        Expression value = level.from()
                .values(entity.access(), List.of(discriminator.get().field()))
                .get(0);
        return new Operand.EntityType(entity.layout(), value, false);
    }

    /** Returns the condition that two types are the same. */
    Expression equal(Operand left, Operand right, String context) {
        boolean known = left instanceof Operand.EntityType type && !type.isLiteral();
        if (!known && !(right instanceof Operand.EntityType)) {
            throw QueryMessages.wrong(QueryMessages.UNLIKE_TYPES, left.describe(), right.describe(), context);
        }
        Operand first = known ? left : right;
        Operand second = known ? right : left;
        Operand.EntityType subject = (Operand.EntityType) first;
        return oneOf(subject, List.of(second), context);
    }

    /** Returns the condition that a type is one of several. */
    Expression oneOf(Operand.EntityType subject, List<Operand> candidates, String context) {
        Expression discriminator = subject.discriminator();
        List<Expression> values = new ArrayList<>();
        boolean always = false;
        for (Operand candidate : candidates) {
            if (candidate instanceof Operand.EntityType type && type.isLiteral()) {
                always |= discriminator == null && type.layout() == subject.layout();
                EntityConditions.literal(type.layout())
                        .filter(v -> type.layout().root() == subject.layout().root())
                        .ifPresent(values::add);
            } else if (candidate instanceof Operand.EntityType type && type.discriminator() != null) {
                values.add(type.discriminator());
            } else if (candidate instanceof Operand.Parameter parameter && discriminator != null) {
                values.add(parameter(parameter.name(), subject, false));
            } else {
                throw QueryMessages.wrong(
                        QueryMessages.UNLIKE_TYPES, subject.describe(), candidate.describe(), context);
            }
        }
        if (discriminator == null) {
            return always ? Expression.Literal.TRUE : Expression.Literal.FALSE;
        }
        return EntityConditions.oneOf(discriminator, values);
    }

    /** Returns the condition that a type is one of the classes of a collection-valued parameter. */
    Expression oneOf(Operand.EntityType subject, ParameterName name) {
        Expression discriminator = subject.discriminator();
        if (discriminator == null) {
            throw QueryMessages.notSupportedYet(
                    "TYPE of an entity without subtypes in a parameter", "Leave the condition out.");
        }
        return new Expression.InList(discriminator, List.of(parameter(name, subject, true)));
    }

    private Expression parameter(ParameterName name, Operand.EntityType subject, boolean several) {
        BasicType type = (BasicType)
                subject.layout().discriminator().orElseThrow().field().type();
        ParameterUse.Binder one = value -> value == null ? null : discriminatorOf(name, subject.layout(), value);
        ParameterTable.Use use = new ParameterTable.Use(
                name.toString(), several ? new ArrayType(type) : type, Class.class, subject.layout());
        return level.parameters().use(name, use, several ? ParameterBinders.list(name, one) : one);
    }

    private Object discriminatorOf(ParameterName name, EntityLayout layout, Object value) {
        Object stored = value instanceof Class<?> type
                ? level.domain()
                        .layout()
                        .entityOf(type)
                        .filter(other -> other.root() == layout.root())
                        .flatMap(EntityLayout::discriminator)
                        .map(DiscriminatorLayout::value)
                        .orElse(null)
                : null;
        if (stored == null) {
            throw ParameterBinders.wrongValue(
                    name,
                    value,
                    "the class of an entity below " + layout.root().model().name());
        }
        return stored;
    }

    /** Returns the negation of an equality, in the form that prints best. */
    static Expression not(Expression equality) {
        if (equality instanceof Expression.Comparison comparison) {
            return new Expression.Comparison(
                    comparison.operator() == ComparisonOperator.EQUAL
                            ? ComparisonOperator.NOT_EQUAL
                            : comparison.operator().negated(),
                    comparison.left(),
                    comparison.right());
        }
        if (equality instanceof Expression.Literal literal && literal.value() instanceof Boolean truth) {
            return truth ? Expression.Literal.FALSE : Expression.Literal.TRUE;
        }
        return equality instanceof Expression.Literal ? equality : new Expression.Not(equality);
    }
}
