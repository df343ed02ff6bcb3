package dev.dormouse.internal.context.load;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Limit;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.plan.Sort;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

    private record Prepared(long catalogVersion, PreparedPlan plan, boolean isPage) {
        Prepared(long catalogVersion, PreparedPlan plan) {
            this(catalogVersion, plan, false);
        }
    }

    private record Grouping(long catalogVersion, Optional<PreparedPlan> plan) {}

    private static final int NUMBER = 1;

    private final Store store;
    private final Plans single = new Plans();
    private final Plans lists = new Plans();
    private final Plans pairs = new Plans();
    private final Plans numbers = new Plans();
    private final Plans entries = new Plans();
    private final Plans pages = new Plans();
    private final Map<Object, Grouping> groups = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Prepared plans by the identity of what they are for. Thread-safe. */
    private static final class Plans {
        private volatile IdentityHashMap<Object, Prepared> known = new IdentityHashMap<>();

        @Nullable
        Prepared get(Object owner) {
            return known.get(owner);
        }

        synchronized void keep(Object owner, Prepared prepared) {
            IdentityHashMap<Object, Prepared> longer = new IdentityHashMap<>(known);
            longer.put(owner, prepared);
            known = longer;
        }
    }

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
        try (RowCursor cursor = prepared(single, owner, place, false).open(transaction, frame, new Counters())) {
            while (cursor.next()) {
                RecordView view = (RecordView) frame.slot(0);
                if (view != null) {
                    found.add(view.retain());
                }
            }
        }
        return found;
    }

    /**
     * Returns the records of several values with one request, retained; those of each in the order of the index.
     *
     * @param owner as for {@link #find}
     * @param values the values, each in the order of the fields; none null
     */
    Map<Key, List<RecordView>> findAll(
            StoreTransaction transaction, Object owner, Place place, Collection<Key> values) {
        Map<Key, List<RecordView>> found = new HashMap<>();
        if (values.size() == 1 || place.fields().stream().anyMatch(FieldPath::isArray)) {
            for (Key each : values) {
                found.computeIfAbsent(each, key -> find(transaction, owner, place, key));
            }
            return found;
        }
        values.forEach(each -> found.computeIfAbsent(each, key -> new ArrayList<>(2)));
        Frame frame = frame(found.keySet(), place.fields().size());
        try (RowCursor cursor = prepared(lists, owner, place, true).open(transaction, frame, new Counters())) {
            while (cursor.next()) {
                RecordView view = (RecordView) frame.slot(0);
                List<RecordView> of = view == null ? null : found.get(Key.of(view, place.fields()));
                if (view != null && of != null) {
                    of.add(view.retain());
                }
            }
        }
        return found;
    }

    /** As {@link #find}, of the records from one place on, as many as are wanted or there are; the place may be another one than theirs. */
    List<RecordView> find(StoreTransaction transaction, Object owner, Place place, Key values, int from, int count) {
        List<RecordView> found = new ArrayList<>();
        int parts = place.fields().size();
        @Nullable Object[] parameters = values.parts().toArray(new @Nullable Object[parts + 2]);
        parameters[parts] = (long) from;
        parameters[parts + 1] = (long) count;
        Frame frame = new Frame(NUMBER + 1, parameters, Instant.EPOCH);
        Prepared page = paging(owner, place);
        int before = page.isPage() ? 0 : from;
        try (RowCursor cursor = page.plan().open(transaction, frame, new Counters())) {
            for (int row = 0; found.size() < count && cursor.next(); row++) {
                RecordView view = (RecordView) frame.slot(0);
                if (view != null && row >= before) {
                    found.add(view.retain());
                }
            }
        }
        return found;
    }

    /** Returns the row of a join table with an owner and a key of its map. */
    @Nullable
    RecordView entry(StoreTransaction transaction, Object owner, Place entry, Key values) {
        Frame frame = frame(values);
        try (RowCursor cursor = prepared(entries, owner, entry, false).open(transaction, frame, new Counters())) {
            RecordView view = cursor.next() ? (RecordView) frame.slot(0) : null;
            return view == null ? null : view.retain();
        }
    }

    /** Tells whether the store is asked over a network. */
    boolean isRemote() {
        return store.features().remote();
    }

    /** Tells whether there is a record. */
    boolean exists(StoreTransaction transaction, Object owner, Place place, Key values) {
        return exists(transaction, prepared(single, owner, place, false), values);
    }

    /** Tells whether a join table has a row for an owner and a target. */
    boolean isLinked(StoreTransaction transaction, Object owner, Place pair, Key values) {
        return exists(transaction, prepared(pairs, owner, pair, false), values);
    }

    private static boolean exists(StoreTransaction transaction, PreparedPlan plan, Key values) {
        try (RowCursor cursor = plan.open(transaction, frame(values), new Counters())) {
            return cursor.next();
        }
    }

    /** Returns how many records there are; the store counts them where it can. */
    int count(StoreTransaction transaction, Object owner, Place place, Key values) {
        Frame frame = frame(values);
        int count = 0;
        try (RowCursor cursor = counting(owner, place).open(transaction, frame, new Counters())) {
            while (cursor.next()) {
                count++;
            }
        }
        return frame.slot(NUMBER) instanceof Long number ? number.intValue() : count;
    }

    /** Tells whether the store counts records by groups, so that one request counts those of several values. */
    boolean makesGroups(Object owner, Place place) {
        return grouping(owner, place).isPresent();
    }

    /**
     * Returns how many records there are of each of several values, with one request; what is not in the map has none.
     *
     * @param values the values, each in the order of the fields; none null
     * @return null if the store found that it cannot tell
     */
    @Nullable
    Map<Key, Integer> counts(StoreTransaction transaction, Object owner, Place place, Collection<Key> values) {
        PreparedPlan plan = grouping(owner, place).orElseThrow();
        int parts = place.fields().size();
        Frame frame = new Frame(NUMBER + 1 + parts, parameters(values, parts), Instant.EPOCH);
        Map<Key, Integer> counts = new HashMap<>();
        try (RowCursor cursor = plan.open(transaction, frame, new Counters())) {
            while (cursor.next()) {
                @Nullable Object[] group = new Object[parts];
                for (int i = 0; i < parts; i++) {
                    group[i] = frame.slot(NUMBER + 1 + i);
                }
                counts.put(Key.of(group), frame.slot(NUMBER) instanceof Long number ? number.intValue() : 0);
            }
        } catch (UndecidedException ofThese) {
            return null;
        }
        return counts;
    }

    private Optional<PreparedPlan> grouping(Object owner, Place place) {
        long version = store.catalog().version();
        Grouping known = groups.get(owner);
        if (known == null || known.catalogVersion() != version) {
            boolean leadsThroughArray = place.fields().stream().anyMatch(FieldPath::isArray);
            known = new Grouping(version, leadsThroughArray ? Optional.empty() : store.prepare(groups(place)));
            groups.put(owner, known);
        }
        return known.plan();
    }

    private static Plan groups(Place place) {
        Slot row = new Slot(0, "r", place.table().type());
        List<Assignment> keys = new ArrayList<>();
        for (FieldPath field : place.fields()) {
            Slot slot = new Slot(NUMBER + 1 + keys.size(), "k" + keys.size(), field.type());
            keys.add(new Assignment(slot, new Expression.FieldValue(row, field)));
        }
        return new Aggregate(planOfSeveral(place), keys, List.of(rows()));
    }

    private PreparedPlan counting(Object owner, Place place) {
        long version = store.catalog().version();
        Prepared known = numbers.get(owner);
        if (known == null || known.catalogVersion() != version) {
            Plan rows = plan(place);
            PreparedPlan plan = store.prepare(number(rows))
                    .or(() -> store.prepare(rows))
                    .orElseThrow(() -> new AssertionError("a store must take a scan of " + place.table()));
            known = new Prepared(version, plan);
            numbers.keep(owner, known);
        }
        return known.plan();
    }

    /** Returns the plan of a page if the store passes over what is before it by itself, else that of all. */
    private Prepared paging(Object owner, Place place) {
        long version = store.catalog().version();
        Prepared known = pages.get(owner);
        if (known == null || known.catalogVersion() != version) {
            known = store.prepare(page(place))
                    .map(plan -> new Prepared(version, plan, true))
                    .orElseGet(() -> new Prepared(version, prepared(plan(place), place)));
            pages.keep(owner, known);
        }
        return known;
    }

    private static Plan page(Place place) {
        Plan rows = plan(place);
        Slot slot = rows.output().get(0);
        List<SortKey> order = new ArrayList<>();
        if (rows instanceof Scan scan && scan.access() instanceof Access.IndexRange range) {
            range.index().parts().forEach(part -> order.add(key(slot, part.path(), part.descending())));
        }
        place.table().primaryKey().forEach(path -> order.add(key(slot, path, false)));
        int parts = place.fields().size();
        return new Limit(new Sort(rows, order, true), Optional.of(number(parts)), Optional.of(number(parts + 1)));
    }

    private static SortKey key(Slot slot, FieldPath path, boolean isDescending) {
        return SortKey.of(new Expression.FieldValue(slot, path), isDescending);
    }

    private static Expression number(int parameter) {
        return new Expression.Parameter(parameter, "?" + parameter, BasicType.LONG);
    }

    private static Plan number(Plan rows) {
        return new Aggregate(rows, List.of(), List.of(rows()));
    }

    private static Aggregate.Call rows() {
        Slot slot = new Slot(NUMBER, "n", BasicType.LONG);
        return new Aggregate.Call(slot, Aggregate.Function.COUNT, false, Expression.Literal.TRUE);
    }

    private static Frame frame(Key values) {
        @Nullable Object[] parameters = values.parts().toArray();
        return new Frame(NUMBER + 1, parameters, Instant.EPOCH);
    }

    private static Frame frame(Collection<Key> values, int parts) {
        return new Frame(NUMBER + 1, parameters(values, parts), Instant.EPOCH);
    }

    private static @Nullable Object[] parameters(Collection<Key> values, int parts) {
        @Nullable Object[] parameters = new Object[parts];
        for (int i = 0; i < parts; i++) {
            int part = i;
            parameters[i] = values.stream().map(each -> each.part(part)).toList();
        }
        return parameters;
    }

    private PreparedPlan prepared(Plans plans, Object owner, Place place, boolean several) {
        long version = store.catalog().version();
        Prepared known = plans.get(owner);
        if (known == null || known.catalogVersion() != version) {
            known = new Prepared(version, prepared(several ? planOfSeveral(place) : plan(place), place));
            plans.keep(owner, known);
        }
        return known.plan();
    }

    private PreparedPlan prepared(Plan plan, Place place) {
        return store.prepare(plan)
                .orElseThrow(() -> new AssertionError("a store must take a scan of " + place.table()));
    }

    private static Plan planOfSeveral(Place place) {
        Slot slot = new Slot(0, "r", place.table().type());
        IndexDefinition index = place.index();
        if (index != null) {
            List<FieldPath> parts =
                    index.parts().stream().map(part -> part.path()).toList();
            if (isBeginning(place.fields(), parts)) {
                return new Scan(
                        place.table(), slot, new Access.PrefixList(Optional.of(index), several(place.fields(), parts)));
            }
        }
        List<FieldPath> keyParts = place.table().primaryKey();
        if (isBeginning(place.fields(), keyParts)) {
            return new Scan(
                    place.table(), slot, new Access.PrefixList(Optional.empty(), several(place.fields(), keyParts)));
        }
        FieldPath field = place.fields().get(0);
        return new Filter(
                Scan.of(place.table(), slot),
                new Expression.InList(
                        new Expression.FieldValue(slot, field),
                        several(List.of(field), place.fields().subList(0, 1))));
    }

    private static List<Expression> several(List<FieldPath> fields, List<FieldPath> order) {
        List<Expression> parts = new ArrayList<>();
        for (FieldPath part : order.subList(0, fields.size())) {
            int index = fields.indexOf(part);
            parts.add(new Expression.Parameter(index, "?" + index, new ArrayType(part.type())));
        }
        return parts;
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
        if (!isBeginning(fields, order)) {
            return Optional.empty();
        }
        List<Access.Bound> prefix = new ArrayList<>();
        for (FieldPath part : order.subList(0, fields.size())) {
            prefix.add(new Access.Bound(parameter(fields.indexOf(part), part), true, false));
        }
        return Optional.of(new Access.Range(prefix, Optional.empty(), Optional.empty()));
    }

    private static boolean isBeginning(List<FieldPath> fields, List<FieldPath> order) {
        return order.size() >= fields.size() && order.subList(0, fields.size()).containsAll(fields);
    }

    private static Expression.Parameter parameter(int index, FieldPath field) {
        return new Expression.Parameter(index, "?" + index, field.type());
    }
}
