package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Expression.FieldValue;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subtree that becomes one find: a scan, filters above it, perhaps an order of its fields and a page.
 *
 * @param scan the scan
 * @param conditions the filters' conditions, the lowest first
 * @param sort the order above them; empty for that of the access path
 * @param limit the page of them, null for all
 */
record ScanShape(Scan scan, List<Expression> conditions, List<IndexPart> sort, @Nullable Limit limit) {

    /** Returns the shape of a plan, or nothing if it is no such subtree. */
    static Optional<ScanShape> of(Plan plan) {
        Plan node = plan;
        Limit limit = null;
        if (node instanceof Limit top && isComputable(top)) {
            limit = top;
            node = top.input();
        }
        Sort sort = null;
        if (node instanceof Sort keys) {
            sort = keys;
            node = keys.input();
        }
        List<Expression> conditions = new ArrayList<>();
        while (node instanceof Filter filter && !ExpressionTree.hasSubquery(filter.condition())) {
            conditions.add(filter.condition());
            node = filter.input();
        }
        if (!(node instanceof Scan scan)) {
            return Optional.empty();
        }
        Collections.reverse(conditions);
        return shape(scan, conditions, sort, limit);
    }

    private static boolean isComputable(Limit limit) {
        return limit.offset().stream().noneMatch(ExpressionTree::hasSubquery)
                && limit.count().stream().noneMatch(ExpressionTree::hasSubquery);
    }

    private static Optional<ScanShape> shape(
            Scan scan, List<Expression> conditions, @Nullable Sort sort, @Nullable Limit limit) {
        if (sort == null && limit == null) {
            return Optional.of(new ScanShape(scan, conditions, List.of(), null));
        }
        if (!isOrderedByServer(scan)) {
            return Optional.empty();
        }
        List<IndexPart> parts = sort == null || sort.ordered() ? List.of() : parts(scan, sort);
        return parts == null ? Optional.empty() : Optional.of(new ScanShape(scan, conditions, parts, limit));
    }

    private static boolean isOrderedByServer(Scan scan) {
        boolean ofIndex = !(scan.access() instanceof Access.IndexRange range)
                || TableForm.isOrdered(
                        range.index().parts().stream().map(IndexPart::path).toList());
        return ofIndex && TableForm.isOrdered(scan.table().primaryKey());
    }

    /** Returns the sort's keys as parts of an order; null if one is no field that the server orders as the one order does. */
    private static @Nullable List<IndexPart> parts(Scan scan, Sort sort) {
        List<IndexPart> parts = new ArrayList<>();
        for (SortKey key : sort.keys()) {
            if (!key.nullsLowest()
                    || !(key.value() instanceof FieldValue field)
                    || !field.slot().equals(scan.slot())
                    || !isOrdered(field.path())) {
                return null;
            }
            parts.add(new IndexPart(field.path(), key.descending()));
        }
        return parts;
    }

    private static boolean isOrdered(FieldPath path) {
        return path.type() instanceof BasicType && TableForm.isOrdered(List.of(path));
    }
}
