package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import java.util.List;
import java.util.Set;

/**
 * One way to find the records that satisfy conditions.
 *
 * @param scan the scan with its access
 * @param rest the conditions that the access does not make sure of
 * @param found how many records the access finds
 * @param rows how many of them satisfy the rest
 * @param cost the work of a complete walk
 * @param constant the fields that are equal in all records found
 * @param order the order in which records come, without the constant fields; empty for none
 * @param single whether there is at most one record
 */
public record AccessPath(
        Scan scan,
        List<Expression> rest,
        double found,
        double rows,
        double cost,
        Set<FieldPath> constant,
        List<IndexPart> order,
        boolean single) {

    /** Returns the plan that uses this way. */
    public Plan plan() {
        return rest.isEmpty() ? scan : new Filter(scan, ExpressionTree.conjunction(rest));
    }

    /** Tells whether this finds records without walking the whole table. */
    public boolean isSearch() {
        return !(scan.access() instanceof Access.Full);
    }

    /** Returns the same way walked from the other end. */
    public AccessPath reversed() {
        Access access = scan.access();
        Access other;
        if (access instanceof Access.Full full) {
            other = new Access.Full(!full.reverse());
        } else if (access instanceof Access.KeyRange keys) {
            other = new Access.KeyRange(keys.range(), !keys.reverse());
        } else if (access instanceof Access.IndexRange entries) {
            other = new Access.IndexRange(entries.index(), entries.range(), !entries.reverse());
        } else {
            return this;
        }
        List<IndexPart> opposite = order.stream()
                .map(part -> new IndexPart(part.path(), !part.descending()))
                .toList();
        Scan back = new Scan(scan.table(), scan.slot(), other);
        return new AccessPath(back, rest, found, rows, cost, constant, opposite, single);
    }
}
