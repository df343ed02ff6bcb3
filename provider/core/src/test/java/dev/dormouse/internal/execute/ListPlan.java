package dev.dormouse.internal.execute;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.evaluate.compile.KeyEvaluator;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Truth;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scan of a {@link ListStore}, by every kind of access in its most literal meaning. */
final class ListPlan implements PreparedPlan {

    private final ListStore store;
    private final Scan scan;
    private final Evaluator condition;

    ListPlan(ListStore store, Scan scan, Expression condition) {
        this.store = store;
        this.scan = scan;
        this.condition = ExpressionCompiler.simple(condition);
    }

    @Override
    public String describe() {
        return scan.access() instanceof Access.Full ? "scan" : "lookup";
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new Rows(frame, counters);
    }

    private final class Rows implements RowCursor {
        private final Frame frame;
        private final Counters counters;
        private Iterator<Record> records;
        private @Nullable MomentaryView last;

        Rows(Frame frame, Counters counters) {
            this.frame = frame;
            this.counters = counters;
            this.records = found(frame, counters).iterator();
        }

        @Override
        public boolean next() {
            if (last != null) {
                last.expired = true;
            }
            while (records.hasNext()) {
                last = new MomentaryView(records.next());
                frame.set(scan.slot().id(), last);
                if (condition.test(frame) == Truth.TRUE) {
                    counters.row();
                    return true;
                }
            }
            return false;
        }

        @Override
        public void rewind() {
            records = found(frame, counters).iterator();
        }

        @Override
        public void close() {
            if (last != null) {
                last.expired = true;
            }
        }
    }

    /** A view that notices when it is read too late. */
    private static final class MomentaryView implements RecordView {
        private final Record record;
        private boolean expired;

        MomentaryView(Record record) {
            this.record = record;
        }

        private Record record() {
            if (expired) {
                throw new AssertionError("a view was read after its cursor moved");
            }
            return record;
        }

        @Override
        public boolean isNull(FieldPath path) {
            return record().isNull(path);
        }

        @Override
        public @Nullable Object get(FieldPath path) {
            return record().get(path);
        }

        @Override
        public Record copy() {
            return record().copy();
        }

        @Override
        public RecordView retain() {
            return record();
        }
    }

    private List<Record> found(Frame frame, Counters counters) {
        List<Record> all = new ArrayList<>(store.records(scan.table()).values());
        List<Record> found = find(all, frame);
        found.forEach(r -> counters.entryVisited());
        return found;
    }

    private List<Record> find(List<Record> all, Frame frame) {
        Access access = scan.access();
        if (access instanceof Access.Full full) {
            return directed(all, full.reverse());
        }
        if (access instanceof Access.KeyLookup lookup) {
            Key key = KeyEvaluator.of(lookup).key(frame);
            return key == null ? List.of() : byKeys(List.of(key));
        }
        if (access instanceof Access.KeyList list) {
            return byKeys(KeyEvaluator.of(list).keys(frame));
        }
        if (access instanceof Access.KeyRange keys) {
            List<IndexPart> parts = keyParts();
            return directed(inRange(all, parts, RangeEvaluator.of(keys.range()).range(frame)), keys.reverse());
        }
        if (access instanceof Access.IndexRange entries) {
            List<IndexPart> parts = entries.index().parts();
            ValueRange range = RangeEvaluator.of(entries.range()).range(frame);
            return directed(inRange(sorted(all, parts), parts, range), entries.reverse());
        }
        if (access instanceof Access.PrefixList list) {
            List<IndexPart> parts = list.index().map(IndexDefinition::parts).orElseGet(() -> keyParts());
            List<Record> found = new ArrayList<>();
            for (ValueRange range : RangeEvaluator.of(list).prefixes(frame)) {
                found.addAll(inRange(sorted(all, parts), parts, range));
            }
            return found;
        }
        Access.IndexList list = (Access.IndexList) access;
        List<Record> found = new ArrayList<>();
        for (ValueRange range : RangeEvaluator.of(list).ranges(frame)) {
            found.addAll(inRange(all, list.index().parts(), range));
        }
        return found;
    }

    private List<IndexPart> keyParts() {
        return scan.table().primaryKey().stream()
                .map(p -> new IndexPart(p, false))
                .toList();
    }

    private List<Record> byKeys(List<Key> keys) {
        List<Record> found = new ArrayList<>();
        for (Key key : keys) {
            Record record = store.records(scan.table()).get(key);
            if (record != null) {
                found.add(record);
            }
        }
        return found;
    }

    private static List<Record> directed(List<Record> records, boolean reverse) {
        List<Record> copy = new ArrayList<>(records);
        if (reverse) {
            Collections.reverse(copy);
        }
        return copy;
    }

    private static List<Record> sorted(List<Record> records, List<IndexPart> parts) {
        Comparator<Record> order = (a, b) -> {
            for (IndexPart part : parts) {
                int c = ValueOrder.compare((BasicType) part.path().type(), a.get(part.path()), b.get(part.path()));
                if (c != 0) {
                    return part.descending() ? -c : c;
                }
            }
            return 0;
        };
        List<Record> sorted = new ArrayList<>(records);
        sorted.sort(order);
        return sorted;
    }

    private static List<Record> inRange(List<Record> records, List<IndexPart> parts, @Nullable ValueRange range) {
        return range == null
                ? List.of()
                : records.stream().filter(r -> matches(r, parts, range)).toList();
    }

    private static boolean matches(Record record, List<IndexPart> parts, ValueRange range) {
        int next = range.prefix().size();
        for (int i = 0; i < next; i++) {
            if (compare(record, parts.get(i), range.prefix().get(i)) != 0) {
                return false;
            }
        }
        if (range.lower().isPresent()) {
            int c = compare(record, parts.get(next), range.lower().get().value());
            if (c < 0 || (c == 0 && !range.lower().get().inclusive())) {
                return false;
            }
        }
        if (range.upper().isPresent()) {
            int c = compare(record, parts.get(next), range.upper().get().value());
            return c < 0 || (c == 0 && range.upper().get().inclusive());
        }
        return true;
    }

    private static int compare(Record record, IndexPart part, @Nullable Object value) {
        return ValueOrder.compare((BasicType) part.path().type(), record.get(part.path()), value);
    }
}
