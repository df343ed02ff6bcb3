package dev.dormouse.internal.optimize.rule.search;

import dev.dormouse.internal.optimize.access.CoveredFields;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads no record where all that is read of it stands in the index entry that led to it.
 *
 * <pre>
 * Project v = e.hired
 *   Scan Employee e by index HIRED(department, hired): department = 7
 * ->
 * Project v = e.hired
 *   Scan Employee e by index HIRED(department, hired): department = 7 entries suffice
 * </pre>
 *
 * Who reads a record may stand far above its scan, so this looks at a finished plan as a whole.
 */
public final class ReadEntriesAlone {

    /** The name by which it is switched off. */
    public static final String NAME = ReadEntriesAlone.class.getSimpleName();

    private final Map<Integer, Set<FieldPath>> fields = new HashMap<>();
    private final BitSet whole = new BitSet();

    private ReadEntriesAlone() {}

    /** Returns a finished plan with its scans marked. */
    public static Plan in(Plan plan) {
        ReadEntriesAlone reads = new ReadEntriesAlone();
        reads.collectOutput(plan);
        reads.collect(plan);
        return reads.marked(plan);
    }

    private void collectOutput(Plan plan) {
        for (Slot slot : plan.output()) {
            whole.set(slot.id());
        }
    }

    private void collect(Plan plan) {
        if (plan instanceof SetOperation) {
            plan.inputs().forEach(this::collectOutput);
        }
        if (plan instanceof Modify modify) {
            whole.set(modify.target().slot().id());
        }
        PlanTree.expressions(plan).forEach(this::collect);
        plan.inputs().forEach(this::collect);
    }

    private void collect(Expression expression) {
        if (expression instanceof Expression.FieldValue field) {
            fields.computeIfAbsent(field.slot().id(), slot -> new LinkedHashSet<>())
                    .add(field.path());
        } else if (expression instanceof Expression.SlotValue value) {
            whole.set(value.slot().id());
        }
        ExpressionTree.subquery(expression).ifPresent(query -> {
            if (!(expression instanceof Expression.Exists)) {
                collectOutput(query);
            }
            collect(query);
        });
        ExpressionTree.children(expression).forEach(this::collect);
    }

    private Plan marked(Plan plan) {
        Plan inside = PlanTree.mapExpressions(plan, e -> ExpressionTree.mapSubqueries(e, this::marked));
        if (inside instanceof Scan scan && !whole.get(scan.slot().id())) {
            return new Scan(scan.table(), scan.slot(), marked(scan));
        }
        return PlanTree.mapInputs(inside, this::marked);
    }

    private Access marked(Scan scan) {
        List<FieldPath> read = List.copyOf(fields.getOrDefault(scan.slot().id(), Set.of()));
        List<FieldPath> key = scan.table().primaryKey();
        if (scan.access() instanceof Access.IndexRange entries && CoveredFields.contain(read, entries.index(), key)) {
            return new Access.IndexRange(entries.index(), entries.range(), entries.reverse(), Optional.of(read));
        }
        if (scan.access() instanceof Access.IndexList list && CoveredFields.contain(read, list.index(), key)) {
            return new Access.IndexList(list.index(), list.prefix(), list.values(), Optional.of(read));
        }
        return scan.access();
    }
}
