package dev.dormouse.internal.query.build;

import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The FROM clause of one query level as it grows: explicit joins in the order in which they are written, behind them the joins that paths need, one for
 * each path. While the ON condition of a left join is built, its right side is kept apart: what a path of the right side needs joins there, what a path
 * of the left side needs is left joined, so that no row of the left side is lost.
 */
final class FromClause {

    private final Slots slots;
    private final Map<String, RecordAccess> implicit = new HashMap<>();
    private final Map<String, RecordAccess> selected = new HashMap<>();
    private final Map<String, RecordAccess> ofCondition = new HashMap<>();
    private @Nullable Plan plan;
    private @Nullable Plan right;

    FromClause(Slots slots) {
        this.slots = slots;
    }

    Slots slots() {
        return slots;
    }

    /** Returns the rows of all that was joined. */
    Plan plan() {
        return Objects.requireNonNull(plan, "nothing in FROM");
    }

    boolean isEmpty() {
        return plan == null;
    }

    /** Tells whether an outer join may leave a slot empty. */
    boolean isOptional(Slot slot) {
        return plan != null && isOptional(plan, slot);
    }

    private static boolean isOptional(Plan node, Slot slot) {
        boolean empty = node instanceof Join join
                && join.kind() == Join.Kind.LEFT
                && PlanTree.filledSlots(join.right()).get(slot.id());
        return empty || node.inputs().stream().anyMatch(input -> isOptional(input, slot));
    }

    /** Makes a scan of an entity's records, restricted to its type where others share the table. */
    Plan scan(EntityLayout layout, Slot slot) {
        return filtered(Scan.of(layout.table(), slot), EntityConditions.isOf(layout, slot));
    }

    static Plan filtered(Plan input, Expression condition) {
        return condition.equals(Expression.Literal.TRUE) ? input : new Filter(input, condition);
    }

    Slot slot(EntityLayout layout, String name) {
        return slots.add(name, layout.table().type());
    }

    /** Adds a further element of the domain: all pairs with it. */
    void add(Plan further) {
        plan = plan == null ? further : Join.of(plan, further, Join.Kind.INNER, Expression.Literal.TRUE);
    }

    /** Replaces the rows by others made from them. */
    void replace(Plan other) {
        plan = other;
    }

    /**
     * Joins.
     *
     * @param partner the right side
     * @param kind inner or left
     * @param condition what makes partners
     * @param on a further condition, built while the variables of both sides are visible; null for none
     */
    void join(Plan partner, Join.Kind kind, Expression condition, @Nullable Supplier<Expression> on) {
        if (on == null) {
            plan = Join.of(plan(), partner, kind, condition);
        } else if (kind == Join.Kind.INNER) {
            joinInner(partner, condition, on);
        } else {
            Plan outer = right;
            right = partner;
            Expression further = on.get();
            Plan completed = Objects.requireNonNull(right);
            right = outer;
            ofCondition.clear();
            plan = Join.of(plan(), completed, kind, both(condition, further));
        }
    }

    private static Expression both(Expression condition, Expression further) {
        List<Expression> terms = new ArrayList<>(ExpressionTree.conjuncts(condition));
        terms.addAll(ExpressionTree.conjuncts(further));
        return ExpressionTree.conjunction(terms);
    }

    private void joinInner(Plan partner, Expression condition, Supplier<Expression> on) {
        Plan left = plan();
        Plan joined = Join.of(left, partner, Join.Kind.INNER, condition);
        plan = joined;
        Expression further = on.get();
        if (plan == joined) {
            plan = Join.of(left, partner, Join.Kind.INNER, both(condition, further));
        } else {
            plan = filtered(plan(), further);
        }
    }

    /** Returns the entity with its record in a slot, joined if it was not. */
    Operand.Entity joined(Operand.Entity entity) {
        return new Operand.Entity(entity.layout(), joined(entity.access()));
    }

    private RecordAccess joined(RecordAccess access) {
        if (access.isJoined()) {
            return access;
        }
        String path = access.text() + "@" + access.origin().id();
        RecordAccess known = implicit.get(path);
        if (known == null) {
            known = ofCondition.get(path);
        }
        return known != null ? known : joinImplicitly(access, path);
    }

    /**
     * Returns the entity at the end of a path with its record in a slot. What the path goes through must exist, its end need not: null is a result
     * (specification, section 4.8.5).
     */
    Operand.Entity selected(Operand.Entity entity) {
        RecordAccess access = entity.access();
        String path = access.text() + "@" + access.origin().id();
        if (access.isJoined() || plan == null || right != null || implicit.containsKey(path)) {
            return joined(entity);
        }
        RecordAccess known = selected.get(path);
        if (known == null) {
            Partner partner = partner(access, entity.layout());
            plan = Join.of(plan, partner.plan(), Join.Kind.LEFT, partner.condition());
            known = new RecordAccess.InSlot(partner.slot(), entity.layout());
            selected.put(path, known);
        }
        return new Operand.Entity(entity.layout(), known);
    }

    private RecordAccess joinImplicitly(RecordAccess access, String path) {
        EntityLayout layout = Objects.requireNonNull(access.layout());
        RecordAccess optional = selected.remove(path);
        if (optional != null) {
            return required(optional, layout, path);
        }
        Partner partner = partner(access, layout);
        RecordAccess record = new RecordAccess.InSlot(partner.slot(), layout);
        Plan open = right;
        if (open == null) {
            implicit.put(path, record);
            plan = plan == null
                    ? filtered(partner.plan(), partner.condition())
                    : Join.of(plan, partner.plan(), Join.Kind.INNER, partner.condition());
        } else {
            ofCondition.put(path, record);
            if (PlanTree.filledSlots(open).get(access.origin().id())) {
                right = Join.of(open, partner.plan(), Join.Kind.INNER, partner.condition());
            } else {
                plan = Join.of(plan(), partner.plan(), Join.Kind.LEFT, partner.condition());
            }
        }
        return record;
    }

    /** What was selected, and may be null, is gone through by a longer path: it must exist. */
    private RecordAccess required(RecordAccess record, EntityLayout layout, String path) {
        FieldPath key = layout.table().primaryKey().get(0);
        Expression isNull = new Expression.IsNull(new Expression.FieldValue(record.origin(), key));
        plan = filtered(plan(), new Expression.Not(isNull));
        implicit.put(path, record);
        return record;
    }

    /** Notes that the target of a path is in FROM already, with inner join semantics. */
    void share(RecordAccess path, RecordAccess record) {
        implicit.putIfAbsent(path.text() + "@" + path.origin().id(), record);
    }

    /** The other side of a join and what makes partners. */
    record Partner(Plan plan, Slot slot, Expression condition) {
        /** Returns those that are of a subtype. */
        Partner ofType(EntityLayout layout) {
            return new Partner(filtered(plan, EntityConditions.isOf(layout, slot)), slot, condition);
        }
    }

    private Partner partner(RecordAccess access, EntityLayout layout) {
        return access instanceof RecordAccess.Elsewhere elsewhere
                ? partner(elsewhere.location(), elsewhere.owner(), elsewhere.text())
                : partner((RecordAccess.Referred) access, layout);
    }

    private Partner partner(RecordAccess.Referred access, EntityLayout layout) {
        Slot slot = slot(layout, access.text());
        List<Expression> target = EntityConditions.fields(slot, access.targetFields());
        return new Partner(Scan.of(layout.table(), slot), slot, EntityConditions.equal(target, access.values()));
    }

    /** Returns the other side of an association to one that is not kept in its owner. */
    Partner partner(ToOneLocation location, RecordAccess owner, String name) {
        EntityLayout target = location.target();
        Slot slot = slot(target, name);
        if (location.reference() instanceof Reference.InTarget reference) {
            Expression condition = EntityConditions.equal(
                    EntityConditions.fields(slot, reference.fields()), values(owner, reference.ownerFields()));
            return new Partner(scan(target, slot), slot, condition);
        }
        if (location.reference() instanceof Reference.InJoinTable reference) {
            Slot link = slots.add(name + "*", reference.table().type());
            Expression toTarget = EntityConditions.equal(
                    EntityConditions.fields(slot, reference.targetFields()),
                    EntityConditions.fields(link, reference.fieldsToTarget()));
            Expression toOwner = EntityConditions.equal(
                    EntityConditions.fields(link, reference.fieldsToOwner()), values(owner, reference.ownerFields()));
            Plan both =
                    Join.of(Scan.of(reference.table(), link), Scan.of(target.table(), slot), Join.Kind.INNER, toTarget);
            return new Partner(both, slot, toOwner);
        }
        throw new AssertionError("kept in its owner: " + location.description());
    }

    /** Returns fields of a record, which is joined if it must be. */
    List<Expression> values(RecordAccess access, List<FieldPath> fields) {
        List<Expression> values = new ArrayList<>();
        RecordAccess record = access;
        for (FieldPath field : fields) {
            Expression value = record.read(field);
            if (value == null) {
                record = joined(record);
                value = Objects.requireNonNull(record.read(field));
            }
            values.add(value);
        }
        return values;
    }
}
