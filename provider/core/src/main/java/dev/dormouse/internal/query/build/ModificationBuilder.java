package dev.dormouse.internal.query.build;

import dev.dormouse.failure.QueryMessages;
import dev.dormouse.internal.layout.AssociationLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanPrinter;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bulk update or delete of one entity (specification, section 4.11). Operands are made with the builder of its only level. */
public final class ModificationBuilder {

    private final Level level;
    private final SelectBuilder select;
    private final EntityLayout entity;
    private final Slot slot;
    private final List<Modify.FieldAssignment> assignments = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();

    ModificationBuilder(Level level, String entityName, String variable) {
        this.level = level;
        this.select = new SelectBuilder(level);
        this.entity = level.domain().entity(entityName);
        Operand.Entity target =
                (Operand.Entity) select.from(entityName, variable).value();
        this.slot = target.access().origin();
    }

    /** Returns the builder of operands. */
    public SelectBuilder level() {
        return select;
    }

    /** Restricts the statement. */
    public void where(Operand condition) {
        where.add(select.conditions().condition(condition, "WHERE"));
    }

    /** Sets an attribute: basic, or a reference to one. */
    public void set(Operand target, Operand value) {
        if (target instanceof Operand.Scalar scalar && scalar.expression() instanceof Expression.FieldValue field) {
            assign(field, level.typing().value(value, scalar.type(), "SET"));
        } else if (target instanceof Operand.Entity reference
                && reference.access() instanceof RecordAccess.Referred referred) {
            setReference(reference, referred, value);
        } else {
            throw QueryMessages.wrong(QueryMessages.NOT_ASSIGNABLE, Typing.describe(target));
        }
    }

    private void setReference(Operand.Entity reference, RecordAccess.Referred referred, Operand value) {
        boolean toKey =
                referred.targetFields().equals(reference.layout().table().primaryKey());
        List<Expression> parts = value == Operand.Null.INSTANCE ? List.of() : keyOf(reference, value, toKey);
        for (int i = 0; i < referred.values().size(); i++) {
            Expression.FieldValue field =
                    (Expression.FieldValue) referred.values().get(i);
            Expression part = parts.isEmpty() ? new Expression.Literal((BasicType) field.type(), null) : parts.get(i);
            assign(field, part);
        }
    }

    private List<Expression> keyOf(Operand.Entity reference, Operand value, boolean toKey) {
        if (!toKey) {
            throw QueryMessages.notSupportedYet(
                    "SET of a reference to other columns than the primary key", "Change the entities instead.");
        }
        EntityComparisons comparisons = new EntityComparisons(level);
        if (value instanceof Operand.Parameter parameter) {
            return comparisons.parameterParts(parameter.name(), reference);
        }
        if (value instanceof Operand.Entity entityValue
                && entityValue.layout().root() == reference.layout().root()) {
            return comparisons.parts(entityValue);
        }
        throw QueryMessages.wrong(QueryMessages.UNLIKE_TYPES, reference.describe(), value.describe(), "SET");
    }

    private void assign(Expression.FieldValue field, Expression value) {
        boolean own = field.slot().equals(slot) && !entity.table().primaryKey().contains(field.path());
        if (!own) {
            throw QueryMessages.wrong(QueryMessages.NOT_ASSIGNABLE, PlanPrinter.print(field));
        }
        assignments.add(new Modify.FieldAssignment(field.path(), value));
    }

    BuiltModification update(QueryParametersSource parameters) {
        Modify update = new Modify(rows(), scan(), new Modify.Action.Update(assignments));
        return new BuiltModification(List.of(), update, entity, parameters.get());
    }

    BuiltModification delete(QueryParametersSource parameters) {
        List<Modify> before = new ArrayList<>();
        for (EntityLayout layout : entity.withSubLayouts()) {
            for (AssociationLocation location : layout.associations()) {
                Reference.InJoinTable table = ownedTable(location);
                if (table != null && before.stream().noneMatch(m -> isOf(m, table))) {
                    before.add(deleteLinks(table));
                }
            }
        }
        Modify delete = new Modify(rows(), scan(), new Modify.Action.Delete());
        return new BuiltModification(before, delete, entity, parameters.get());
    }

    /** Gives the parameters once all of the statement was built. */
    interface QueryParametersSource {
        QueryParameters get();
    }

    private static boolean isOf(Modify modify, Reference.InJoinTable table) {
        return modify.target().table().equals(table.table());
    }

    private static Reference.@Nullable InJoinTable ownedTable(AssociationLocation location) {
        Reference reference = location instanceof ToManyLocation toMany
                ? toMany.reference()
                : location instanceof ToOneLocation toOne ? toOne.reference() : null;
        return reference instanceof Reference.InJoinTable table && table.isOwning() ? table : null;
    }

    private Modify deleteLinks(Reference.InJoinTable table) {
        Slot link = level.from().slots().add(table.table().name(), table.table().type());
        Scan links = Scan.of(table.table(), link);
        Expression ofOwner = EntityConditions.equal(
                EntityConditions.fields(link, table.fieldsToOwner()),
                EntityConditions.fields(slot, table.ownerFields()));
        Plan both = Join.of(rows(), links, Join.Kind.INNER, ofOwner);
        return new Modify(both, links, new Modify.Action.Delete());
    }

    private Plan rows() {
        List<Expression> terms = new ArrayList<>();
        where.forEach(condition -> terms.addAll(ExpressionTree.conjuncts(condition)));
        return FromClause.filtered(level.from().plan(), ExpressionTree.conjunction(terms));
    }

    private Scan scan() {
        return Scan.of(entity.table(), slot);
    }
}
