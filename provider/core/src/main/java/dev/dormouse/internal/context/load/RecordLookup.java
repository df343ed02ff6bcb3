package dev.dormouse.internal.context.load;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records of a table by the values of some fields, through an index where there is one. One for each factory; thread-safe. */
public final class RecordLookup {

    /**
     * What is looked up: the fields that must have given values.
     *
     * @param table the table
     * @param fields the fields
     * @param index an index that begins with these fields, null if the primary key does or none is there
     */
    record Place(TableDefinition table, List<FieldPath> fields, @Nullable IndexDefinition index) {}

    private record Prepared(long catalogVersion, PreparedPlan plan) {}

    private final Store store;
    private volatile IdentityHashMap<Object, Prepared> plans = new IdentityHashMap<>();

    /** Makes one over a store. */
    public RecordLookup(Store store) {
        this.store = store;
    }

    /**
     * Returns the records, retained, in the order of the index.
     *
     * @param owner whose place it is; its plan is kept under this object's identity
     * @param values the values in the order of the fields
     */
    List<RecordView> find(StoreTransaction transaction, Object owner, Place place, Key values) {
        List<RecordView> found = new ArrayList<>();
        Frame frame = frame(values);
        try (RowCursor cursor = prepared(owner, place).open(transaction, frame, new Counters())) {
            while (cursor.next()) {
                RecordView view = (RecordView) frame.slot(0);
                if (view != null) {
                    found.add(view.retain());
                }
            }
        }
        return found;
    }

    /** Returns how many records there are. */
    int count(StoreTransaction transaction, Object owner, Place place, Key values) {
        int count = 0;
        try (RowCursor cursor = prepared(owner, place).open(transaction, frame(values), new Counters())) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    private static Frame frame(Key values) {
        @Nullable Object[] parameters = values.parts().toArray();
        return new Frame(1, parameters, Instant.EPOCH);
    }

    private PreparedPlan prepared(Object owner, Place place) {
        long version = store.catalog().version();
        Prepared known = plans.get(owner);
        if (known == null || known.catalogVersion() != version) {
            PreparedPlan plan = store.prepare(plan(place))
                    .orElseThrow(() -> new AssertionError("a store must take a scan of " + place.table()));
            known = new Prepared(version, plan);
            keep(owner, known);
        }
        return known.plan();
    }

    private synchronized void keep(Object owner, Prepared prepared) {
        IdentityHashMap<Object, Prepared> longer = new IdentityHashMap<>(plans);
        longer.put(owner, prepared);
        plans = longer;
    }

    private static Plan plan(Place place) {
        Slot slot = new Slot(0, "r", place.table().type());
        List<FieldPath> keyParts = place.table().primaryKey();
        IndexDefinition index = place.index();
        if (index != null) {
            List<FieldPath> parts =
                    index.parts().stream().map(part -> part.path()).toList();
            Optional<Access.Range> range = range(place.fields(), parts);
            if (range.isPresent()) {
                return new Scan(place.table(), slot, new Access.IndexRange(index, range.get(), false));
            }
        }
        Optional<Access.Range> range = range(place.fields(), keyParts);
        if (range.isPresent()) {
            return new Scan(place.table(), slot, new Access.KeyRange(range.get(), false));
        }
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < place.fields().size(); i++) {
            FieldPath field = place.fields().get(i);
            equal.add(new Expression.Comparison(
                    ComparisonOperator.EQUAL, new Expression.FieldValue(slot, field), parameter(i, field)));
        }
        Expression condition = equal.size() == 1 ? equal.get(0) : new Expression.And(equal);
        return new Filter(Scan.of(place.table(), slot), condition);
    }

    /** Returns the range of an order whose first parts are exactly the fields, in any sequence; empty if they are not. */
    private static Optional<Access.Range> range(List<FieldPath> fields, List<FieldPath> order) {
        if (order.size() < fields.size() || !order.subList(0, fields.size()).containsAll(fields)) {
            return Optional.empty();
        }
        List<Access.Bound> prefix = new ArrayList<>();
        for (FieldPath part : order.subList(0, fields.size())) {
            prefix.add(new Access.Bound(parameter(fields.indexOf(part), part), true, false));
        }
        return Optional.of(new Access.Range(prefix, Optional.empty(), Optional.empty()));
    }

    private static Expression.Parameter parameter(int index, FieldPath field) {
        return new Expression.Parameter(index, "?" + index, field.type());
    }
}
