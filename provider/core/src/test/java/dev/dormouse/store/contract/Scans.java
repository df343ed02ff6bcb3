package dev.dormouse.store.contract;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scan of a table, by any access path, run in a transaction; and the words to describe access paths. */
final class Scans {

    static final int SLOT = 0;

    private final StoreTransaction transaction;
    private final PreparedPlan plan;
    private final Counters counters = new Counters();
    private final Frame frame;

    Scans(Store store, StoreTransaction transaction, TableDefinition table, Access access) {
        this(store, transaction, table, access, null);
    }

    Scans(
            Store store,
            StoreTransaction transaction,
            TableDefinition table,
            Access access,
            @Nullable Expression condition,
            @Nullable Object... parameters) {
        this.transaction = transaction;
        Plan scan = new Scan(table, slot(table), access);
        this.plan = store.prepare(condition == null ? scan : new Filter(scan, condition))
                .orElseThrow();
        this.frame = new Frame(1, parameters, Instant.EPOCH);
    }

    static Slot slot(TableDefinition table) {
        return new Slot(SLOT, "t", table.type());
    }

    RowCursor open() {
        return plan.open(transaction, frame, counters);
    }

    /** Lets the scan fail once this value of {@link System#nanoTime()} has passed. */
    void endBy(long nanoTime) {
        frame.endBy(nanoTime);
    }

    Counters counters() {
        return counters;
    }

    Record current() {
        return ((RecordView) Objects.requireNonNull(frame.slot(SLOT))).copy();
    }

    List<Record> records() {
        List<Record> records = new ArrayList<>();
        try (RowCursor cursor = open()) {
            while (cursor.next()) {
                records.add(current());
            }
        }
        return records;
    }

    /** Returns the first field of each record. */
    List<Object> firsts() {
        return records().stream().map(r -> Objects.requireNonNull(r.value(0))).toList();
    }

    static Expression literal(BasicType type, @Nullable Object value) {
        return new Expression.Literal(type, value);
    }

    static Access.Bound at(BasicType type, @Nullable Object value) {
        return new Access.Bound(literal(type, value), true, true);
    }

    static Access.Bound beyond(BasicType type, @Nullable Object value) {
        return new Access.Bound(literal(type, value), false, true);
    }

    static Access.Range range(List<Access.Bound> prefix, Access.@Nullable Bound lower, Access.@Nullable Bound upper) {
        return new Access.Range(prefix, Optional.ofNullable(lower), Optional.ofNullable(upper));
    }

    static Access index(IndexDefinition index, Access.Range range, boolean reverse) {
        return new Access.IndexRange(index, range, reverse);
    }

    static IndexDefinition index(TableDefinition table, String name) {
        return table.index(name).orElseThrow();
    }
}
