package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.BareLocation;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.mapping.model.ElementModel;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Function;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Project;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** IS EMPTY, MEMBER OF and SIZE, by where a collection is kept; none reads more of the elements than it must. */
final class CollectionConditions {

    private final Level level;
    private final EntityComparisons entities;

    CollectionConditions(Level level, EntityComparisons entities) {
        this.level = level;
        this.entities = entities;
    }

    Expression isEmpty(Operand.Collection collection, boolean negated) {
        Expression array = array(collection);
        if (array == null) {
            Expression exists = new Expression.Exists(rows(collection).plan());
            return negated ? exists : new Expression.Not(exists);
        }
        Expression none = new Expression.Literal(BasicType.INTEGER, 0);
        return new Expression.Comparison(
                negated ? ComparisonOperator.NOT_EQUAL : ComparisonOperator.EQUAL, size(array), none);
    }

    Expression size(Operand.Collection collection) {
        Expression array = array(collection);
        if (array != null) {
            return size(array);
        }
        Slot count = level.from().slots().add("size", BasicType.LONG);
        Aggregate.Call call = new Aggregate.Call(count, Aggregate.Function.COUNT, false, Expression.Literal.TRUE);
        Plan counted = new Aggregate(rows(collection).plan(), List.of(), List.of(call));
        return new Expression.Cast(new Expression.ScalarQuery(counted), BasicType.INTEGER);
    }

    private static Expression size(Expression array) {
        return new Expression.Call(Function.ARRAY_SIZE, List.of(array), BasicType.INTEGER);
    }

    private @Nullable Expression array(Operand.Collection collection) {
        FieldPath array = null;
        if (collection.location() instanceof ElementsLocation elements) {
            array = elements.array();
        } else if (((ToManyLocation) collection.location()).reference() instanceof Reference.InArray in) {
            array = in.array();
        }
        return array == null
                ? null
                : level.from().values(collection.owner(), List.of(array)).get(0);
    }

    Expression memberOf(Operand element, Operand.Collection collection, boolean negated) {
        Expression array = array(collection);
        if (array != null && collection.location() instanceof ElementsLocation elements) {
            if (elements.element() instanceof BareLocation bare) {
                ElementModel.Basic model =
                        (ElementModel.Basic) elements.attribute().element();
                ValueType type = ValueType.of(model.value(), bare.conversion());
                return contains(array, level.typing().value(element, type, "MEMBER OF"), negated);
            }
        } else if (array != null && element instanceof Operand.Entity entity) {
            return contains(array, entities.parts(entity).get(0), negated);
        }
        Operand sought = element instanceof Operand.Entity entity ? entities.end(entity) : element;
        Rows rows = rows(collection);
        Expression equal = rows.equalTo(sought);
        boolean known = sought instanceof Operand.Parameter || !mayBeNull(sought) || !Rows.isByParts(equal);
        Expression contains =
                known ? new Expression.Exists(FromClause.filtered(rows.plan(), equal)) : rows.contain(equal);
        return negated ? new Expression.Not(contains) : contains;
    }

    private boolean mayBeNull(Operand sought) {
        return !(sought instanceof Operand.Entity entity
                && entity.access() instanceof RecordAccess.InSlot record
                && !level.isOptional(record.slot()));
    }

    private static Expression contains(Expression array, Expression value, boolean negated) {
        Expression contains = new Expression.Call(Function.ARRAY_CONTAINS, List.of(array, value), BasicType.BOOLEAN);
        return negated ? new Expression.Not(contains) : contains;
    }

    /** Returns the elements of a collection as the rows of a level of their own. */
    private Rows rows(Operand.Collection collection) {
        Level inner = level.inner();
        if (collection.location() instanceof ToManyLocation location
                && location.reference() instanceof Reference.InJoinTable reference
                && collection.target() == location.target()) {
            return new Rows(inner, links(inner, collection, location, reference));
        }
        AssociationJoins joins = new AssociationJoins(inner.from(), inner.navigation());
        Variable variable =
                joins.join(collection, new AssociationJoins.Request(Join.Kind.INNER, collection.text(), null));
        return new Rows(inner, variable.value());
    }

    private static Operand links(
            Level inner, Operand.Collection collection, ToManyLocation location, Reference.InJoinTable reference) {
        FromClause from = inner.from();
        Slot link = from.slots().add(collection.text(), reference.table().type());
        Expression toOwner = EntityConditions.equal(
                EntityConditions.fields(link, reference.fieldsToOwner()),
                from.values(collection.owner(), reference.ownerFields()));
        from.add(FromClause.filtered(Scan.of(reference.table(), link), toOwner));
        return new Operand.Entity(
                location.target(),
                new RecordAccess.Referred(
                        Objects.requireNonNull(collection.target()),
                        reference.targetFields(),
                        EntityConditions.fields(link, reference.fieldsToTarget()),
                        collection.text(),
                        link));
    }

    /** The elements of a collection. */
    private static final class Rows {
        private final Level inner;
        private final Operand element;

        Rows(Level inner, Operand element) {
            this.inner = inner;
            this.element = element;
        }

        Plan plan() {
            return inner.from().plan();
        }

        Expression equalTo(Operand sought) {
            return EntityComparisons.takes(element)
                    ? new EntityComparisons(inner).equal(element, sought, "MEMBER OF")
                    : new Conditions(inner)
                            .compare(ComparisonOperator.EQUAL, element, sought)
                            .expression();
        }

        /** Tells whether an equality compares values only. */
        static boolean isByParts(Expression equal) {
            return ExpressionTree.conjuncts(equal).stream().allMatch(Expression.Comparison.class::isInstance);
        }

        /** Returns the equality as a test that is unknown where a part of what is sought is null. */
        Expression contain(Expression equal) {
            List<Expression> sought = new ArrayList<>();
            List<Assignment> items = new ArrayList<>();
            for (Expression term : ExpressionTree.conjuncts(equal)) {
                Expression.Comparison comparison = (Expression.Comparison) term;
                Slot slot = inner.from().slots().add("member", comparison.left().type());
                items.add(new Assignment(slot, comparison.left()));
                sought.add(comparison.right());
            }
            return new Expression.InQuery(sought, new Project(plan(), items));
        }
    }
}
