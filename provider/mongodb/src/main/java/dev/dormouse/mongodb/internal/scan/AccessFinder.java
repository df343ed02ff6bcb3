package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.KeyEvaluator;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Turns an access path, whose bounds come from a frame, into a find. Immutable. */
abstract class AccessFinder {

    /** Returns the find; null where nothing is to be found. */
    abstract @Nullable Find find(TableForm form, Frame frame);

    /** Tells whether records are found by key, not in an order. */
    boolean isByKey() {
        return false;
    }

    /** Returns the fields that are compared here when the records have arrived. */
    List<FieldPath> checked(TableDefinition table) {
        return isByKey() ? List.of() : table.primaryKey();
    }

    /** Tells whether an index leads to the records. */
    boolean isByIndex() {
        return false;
    }

    private static List<FieldPath> paths(IndexDefinition index, TableDefinition table) {
        List<FieldPath> paths = new ArrayList<>(table.primaryKey());
        index.parts().forEach(part -> paths.add(part.path()));
        return paths;
    }

    /** Returns the first parts of an index, which are bounded; all and the key where the records get their order here. */
    private static List<FieldPath> compared(IndexDefinition index, int bounded, TableDefinition table) {
        List<FieldPath> all = paths(index, table);
        int key = table.primaryKey().size();
        return TableForm.isOrdered(all) ? all.subList(key, key + bounded) : all;
    }

    static AccessFinder of(Access access, TableDefinition table) {
        if (access instanceof Access.Full full) {
            return new Range(null, RangeEvaluator.of(Access.Range.ALL), full.reverse());
        }
        if (access instanceof Access.KeyRange keys) {
            return new Range(null, RangeEvaluator.of(keys.range()), keys.reverse());
        }
        if (access instanceof Access.IndexRange indexed) {
            return new Range(indexed, RangeEvaluator.of(indexed.range()), indexed.reverse());
        }
        if (access instanceof Access.KeyLookup lookup) {
            return new Lookup(KeyEvaluator.of(lookup), false);
        }
        if (access instanceof Access.KeyList list) {
            return new Lookup(KeyEvaluator.of(list), true);
        }
        if (access instanceof Access.IndexList list) {
            return new Listed(list, RangeEvaluator.of(list));
        }
        if (access instanceof Access.PrefixList list) {
            boolean isWhole = list.index().isEmpty()
                    && list.parts().size() == table.primaryKey().size();
            return new Prefixes(list, RangeEvaluator.of(list), isWhole);
        }
        throw new AssertionError("an access path that no store knows: " + access);
    }

    private static final class Lookup extends AccessFinder {
        private final KeyEvaluator keys;
        private final boolean several;

        Lookup(KeyEvaluator keys, boolean several) {
            this.keys = keys;
            this.several = several;
        }

        @Override
        @Nullable
        Find find(TableForm form, Frame frame) {
            if (!several) {
                Key key = keys.key(frame);
                return key == null ? null : Find.plain(form, form.byKey(key));
            }
            List<Key> wanted = keys.keys(frame);
            return wanted.isEmpty() ? null : Find.plain(form, form.byKeys(wanted));
        }

        @Override
        boolean isByKey() {
            return true;
        }
    }

    private static final class Range extends AccessFinder {
        private final Access.@Nullable IndexRange index;
        private final RangeEvaluator range;
        private final boolean reverse;

        Range(Access.@Nullable IndexRange index, RangeEvaluator range, boolean reverse) {
            this.index = index;
            this.range = range;
            this.reverse = reverse;
        }

        @Override
        @Nullable
        Find find(TableForm form, Frame frame) {
            ValueRange values = range.range(frame);
            if (values == null) {
                return null;
            }
            Order order = index == null ? Order.primary(form) : Order.of(form, index.index());
            RangeFilter bounds = new RangeFilter(order, values);
            BsonDocument filter = bounds.filter();
            if (filter == null) {
                return null;
            }
            boolean ofServer = order.isOfServer();
            return new Find(
                    form,
                    filter,
                    ofServer ? order.sort(reverse) : null,
                    bounds.isNarrowedOnly() ? List.of(bounds) : List.of(),
                    ofServer ? null : order,
                    reverse,
                    true);
        }

        @Override
        List<FieldPath> checked(TableDefinition table) {
            if (index == null) {
                return super.checked(table);
            }
            boolean isBounded =
                    index.range().lower().isPresent() || index.range().upper().isPresent();
            return compared(index.index(), index.range().prefix().size() + (isBounded ? 1 : 0), table);
        }

        @Override
        boolean isByIndex() {
            return index != null;
        }
    }

    private static final class Prefixes extends AccessFinder {
        private final Access.PrefixList list;
        private final RangeEvaluator tuples;
        private final boolean isWholeKey;

        Prefixes(Access.PrefixList list, RangeEvaluator tuples, boolean isWholeKey) {
            this.list = list;
            this.tuples = tuples;
            this.isWholeKey = isWholeKey;
        }

        @Override
        @Nullable
        Find find(TableForm form, Frame frame) {
            List<ValueRange> wanted = tuples.prefixes(frame);
            if (wanted.isEmpty()) {
                return null;
            }
            Order order = list.index().map(index -> Order.of(form, index)).orElseGet(() -> Order.primary(form));
            List<RangeFilter> bounds =
                    wanted.stream().map(range -> new RangeFilter(order, range)).toList();
            boolean ofServer = order.isOfServer();
            return new Find(
                    form,
                    filter(order, wanted, bounds),
                    ofServer ? order.sort(false) : null,
                    bounds.stream().anyMatch(RangeFilter::isNarrowedOnly) ? bounds : List.of(),
                    ofServer ? null : order,
                    false,
                    true);
        }

        private BsonDocument filter(Order order, List<ValueRange> wanted, List<RangeFilter> bounds) {
            TableForm form = order.form();
            boolean whole = list.parts().size() == order.parts().size();
            if (order.primary() && !form.isKeyInFields() && !whole) {
                return TableForm.anyOf(bounds.stream()
                        .map(bound -> Objects.requireNonNull(bound.filter()))
                        .toList());
            }
            List<FieldPath> paths = order.parts().subList(0, list.parts().size()).stream()
                    .map(IndexPart::path)
                    .toList();
            return form.among(
                    paths,
                    wanted.stream()
                            .map(range -> Key.of(range.prefix().toArray()))
                            .toList());
        }

        @Override
        List<FieldPath> checked(TableDefinition table) {
            return list.index()
                    .map(index -> compared(index, list.parts().size(), table))
                    .orElseGet(table::primaryKey);
        }

        @Override
        boolean isByKey() {
            return isWholeKey;
        }

        @Override
        boolean isByIndex() {
            return list.index().isPresent();
        }
    }

    private static final class Listed extends AccessFinder {
        private final Access.IndexList list;
        private final RangeEvaluator ranges;

        Listed(Access.IndexList list, RangeEvaluator ranges) {
            this.list = list;
            this.ranges = ranges;
        }

        @Override
        @Nullable
        Find find(TableForm form, Frame frame) {
            Order order = Order.of(form, list.index());
            List<BsonDocument> filters = new ArrayList<>();
            List<RangeFilter> bounds = new ArrayList<>();
            for (ValueRange range : ranges.ranges(frame)) {
                RangeFilter bound = new RangeFilter(order, range);
                BsonDocument filter = bound.filter();
                if (filter != null) {
                    bounds.add(bound);
                    filters.add(filter);
                }
            }
            return filters.isEmpty()
                    ? null
                    : new Find(
                            form,
                            TableForm.anyOf(filters),
                            null,
                            bounds.stream().anyMatch(RangeFilter::isNarrowedOnly) ? bounds : List.of(),
                            null,
                            false,
                            true);
        }

        @Override
        List<FieldPath> checked(TableDefinition table) {
            return paths(list.index(), table);
        }

        @Override
        boolean isByIndex() {
            return true;
        }
    }
}
