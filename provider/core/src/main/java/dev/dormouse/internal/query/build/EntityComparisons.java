package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BasicLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.AttributeModel;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Equality of what has several values: entities by their keys, ids, embeddables (specification, section 4.6.18). */
final class EntityComparisons {

    private final Level level;

    EntityComparisons(Level level) {
        this.level = level;
    }

    /** Tells whether an operand is compared here. */
    static boolean takes(Operand operand) {
        return operand instanceof Operand.Entity
                || operand instanceof Operand.CompositeId
                || operand instanceof Operand.Embeddable;
    }

    /** Returns the condition that two operands are equal, of which one at least is an entity, an id or an embeddable. */
    Expression equal(Operand left, Operand right, String context) {
        boolean known = takes(left);
        Operand first = known ? left : right;
        Operand second = known ? right : left;
        if (second == Operand.Null.INSTANCE) {
            return new Expression.Literal(BasicType.BOOLEAN, null);
        }
        checkAlike(first, second, context);
        List<Expression> parts = parts(first);
        List<Expression> others =
                second instanceof Operand.Parameter parameter ? parameterParts(parameter.name(), first) : parts(second);
        return EntityConditions.equal(parts, others);
    }

    private static void checkAlike(Operand first, Operand second, String context) {
        boolean alike = second instanceof Operand.Parameter
                || (first instanceof Operand.Entity a
                        && second instanceof Operand.Entity b
                        && a.layout().root() == b.layout().root())
                || (first instanceof Operand.CompositeId c
                        && second instanceof Operand.CompositeId d
                        && c.layout().root() == d.layout().root())
                || (first instanceof Operand.Embeddable e
                        && second instanceof Operand.Embeddable f
                        && e.location().javaType() == f.location().javaType());
        if (!alike) {
            throw QueryMessages.wrong(QueryMessages.UNLIKE_TYPES, first.describe(), second.describe(), context);
        }
    }

    /** Returns the end of a path with its key at hand, null where there is none: no row is lost. */
    Operand.Entity end(Operand.Entity entity) {
        return entity.access() instanceof RecordAccess.Elsewhere ? level.from().selected(entity) : entity;
    }

    /** Returns the values that an operand is compared by. */
    List<Expression> parts(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            return level.navigation().key(end(entity));
        }
        if (operand instanceof Operand.CompositeId id) {
            return id.parts();
        }
        Operand.Embeddable embeddable = (Operand.Embeddable) operand;
        List<Expression> parts = new ArrayList<>();
        for (Leaf leaf : leaves(embeddable.location(), List.of())) {
            parts.add(Objects.requireNonNull(
                    embeddable.access().read(leaf.location().field())));
        }
        return parts;
    }

    /** Returns the values of a parameter that is compared with an entity, an id or an embeddable. */
    List<Expression> parameterParts(ParameterName name, Operand like) {
        if (like instanceof Operand.Entity entity) {
            EntityLayout layout = entity.layout();
            return level.parameters().key(name, layout, layout.javaClass(), value -> keyOf(name, layout, value));
        }
        if (like instanceof Operand.CompositeId id) {
            EntityLayout layout = id.layout();
            return level.parameters().key(name, layout, layout.id().javaType(), value -> idKey(name, layout, value));
        }
        return embeddableParameter(name, ((Operand.Embeddable) like).location());
    }

    /** Returns the key of an entity that is a parameter's value. */
    Key keyOf(ParameterName name, EntityLayout layout, Object value) {
        EntityLayout own = level.domain().layout().entityOf(value.getClass()).orElse(null);
        Key key = own == null || own.root() != layout.root() ? null : own.id().keyOf(value);
        if (key == null) {
            throw ParameterBinders.wrongValue(
                    name, value, "the entity " + layout.model().name() + " with an id");
        }
        return key;
    }

    private static Key idKey(ParameterName name, EntityLayout layout, Object value) {
        if (!layout.id().javaType().isInstance(value)) {
            throw ParameterBinders.wrongValue(
                    name, value, layout.id().javaType().getName());
        }
        return layout.id().key(value);
    }

    private List<Expression> embeddableParameter(ParameterName name, EmbeddedLocation location) {
        Class<?> type = location.javaType();
        List<Expression> values = new ArrayList<>();
        for (Leaf leaf : leaves(location, List.of())) {
            ParameterTable.Use use = new ParameterTable.Use(
                    name + "." + leaf.name(), leaf.location().conversion().storeType(), type, leaf.name());
            values.add(level.parameters().use(name, use, value -> {
                if (value != null && !type.isInstance(value)) {
                    throw ParameterBinders.wrongValue(name, value, type.getName());
                }
                return leaf.of(value);
            }));
        }
        return values;
    }

    /** A basic value below an embeddable, and the steps that lead to it. */
    private record Leaf(List<Step> steps, BasicLocation location) {
        String name() {
            return String.join(".", steps.stream().map(Step::name).toList());
        }

        @Nullable
        Object of(@Nullable Object embeddable) {
            Object value = embeddable;
            for (Step step : steps) {
                value = value == null ? null : step.owner().get(value, step.position());
            }
            return value == null ? null : location.conversion().toStore(value);
        }
    }

    private record Step(EmbeddedLocation owner, int position, String name) {}

    private static List<Leaf> leaves(EmbeddedLocation location, List<Step> before) {
        List<Leaf> leaves = new ArrayList<>();
        int position = 0;
        for (AttributeModel attribute : location.value().attributes()) {
            List<Step> steps = new ArrayList<>(before);
            steps.add(new Step(location, position++, attribute.name()));
            AttributeLocation member = location.member(attribute.name());
            if (member instanceof BasicLocation basic) {
                leaves.add(new Leaf(steps, basic));
            } else if (member instanceof EmbeddedLocation nested) {
                leaves.addAll(leaves(nested, steps));
            } else {
                throw QueryMessages.notSupportedYet(
                        "comparison of an embeddable with the association " + attribute.name(),
                        "Compare its attributes.");
            }
        }
        return leaves;
    }

    /** Returns the condition that an entity, id or embeddable is null. */
    Expression isNull(Operand operand) {
        if (operand instanceof Operand.Entity entity) {
            return entity.access() instanceof RecordAccess.Elsewhere elsewhere
                    ? new Expression.Not(new Expression.Exists(partner(elsewhere)))
                    : anyNull(entity);
        }
        if (operand instanceof Operand.Embeddable embeddable
                && embeddable.location().record() != null
                && embeddable.access() instanceof RecordAccess.InSlot access) {
            return new Expression.IsNull(access.read(embeddable.location().record()));
        }
        List<Expression> terms = new ArrayList<>();
        parts(operand).forEach(part -> terms.add(new Expression.IsNull(part)));
        return ExpressionTree.conjunction(terms);
    }

    private Expression anyNull(Operand.Entity entity) {
        List<Expression> values = entity.access() instanceof RecordAccess.Referred referred
                ? referred.values()
                : level.navigation().key(entity).subList(0, 1);
        List<Expression> terms = new ArrayList<>();
        values.forEach(value -> terms.add(new Expression.IsNull(value)));
        return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
    }

    private Plan partner(RecordAccess.Elsewhere elsewhere) {
        FromClause inner = new FromClause(level.from().slots());
        FromClause.Partner partner = inner.partner(elsewhere.location(), elsewhere.owner(), elsewhere.text());
        return FromClause.filtered(partner.plan(), partner.condition());
    }
}
