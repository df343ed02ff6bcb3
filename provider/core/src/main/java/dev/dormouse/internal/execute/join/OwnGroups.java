package dev.dormouse.internal.execute.join;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Window;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a subquery aggregates what the rows around it are themselves: records of one table that agree in the fields by which an index leads to these rows. What is to
 * be computed for a row is then computed of its neighbours, which were read anyway.
 */
final class OwnGroups {

    private OwnGroups() {}

    /**
     * Returns the rows with what is computed of those that agree in keys; nothing where other records may agree as well, or not follow one another.
     *
     * @param rows the rows around the subquery
     * @param looked what the subquery reads for all of them
     * @param aggregate what it computes
     * @param keys by which fields of the rows it looks up the same of its own, {@code found}
     */
    static Optional<Plan> of(
            Plan rows, Plan looked, Aggregate aggregate, List<Expression> keys, List<Expression> found) {
        if (!(rows instanceof Scan own)
                || !(looked instanceof Scan other)
                || own.table().id() != other.table().id()
                || !(own.access() instanceof Access.IndexRange entries)) {
            return Optional.empty();
        }
        Set<FieldPath> agreeing = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!(found.get(i) instanceof Expression.FieldValue field)
                    || !keys.get(i).equals(new Expression.FieldValue(own.slot(), field.path()))) {
                return Optional.empty();
            }
            agreeing.add(field.path());
        }
        if (!isWhole(entries, agreeing)) {
            return Optional.empty();
        }
        List<Aggregate.Call> calls = aggregate.calls().stream()
                .map(call -> of(own.slot(), other.slot(), call))
                .toList();
        Access whole = new Access.IndexRange(entries.index(), entries.range(), entries.reverse());
        return Optional.of(new Window(new Scan(own.table(), own.slot(), whole), keys, calls));
    }

    /** Tells whether the range has all or none of the records that agree in these fields, one after the other. */
    private static boolean isWhole(Access.IndexRange entries, Set<FieldPath> agreeing) {
        Access.Range range = entries.range();
        boolean isBounded = range.lower().isPresent() || range.upper().isPresent();
        int restricted = range.prefix().size() + (isBounded ? 1 : 0);
        List<FieldPath> first = entries.index().parts().stream()
                .map(IndexPart::path)
                .limit(agreeing.size())
                .toList();
        return restricted <= agreeing.size()
                && first.stream().noneMatch(FieldPath::isArray)
                && agreeing.equals(new HashSet<>(first));
    }

    private static Aggregate.Call of(Slot own, Slot other, Aggregate.Call call) {
        Expression argument = ExpressionTree.rewrite(call.argument(), part -> {
            if (part instanceof Expression.FieldValue field && field.slot().equals(other)) {
                return new Expression.FieldValue(own, field.path());
            }
            return part instanceof Expression.SlotValue value && value.slot().equals(other)
                    ? new Expression.SlotValue(own)
                    : part;
        });
        return new Aggregate.Call(call.slot(), call.function(), call.distinct(), argument);
    }
}
