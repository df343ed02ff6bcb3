package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.WriteSetTransaction;
import java.util.List;
import java.util.Optional;

/**
 * The number of records of a table, which a map knows without a walk.
 *
 * @param table the table
 * @param slots the slots that get the number
 */
record PreparedCount(TableDefinition table, List<Slot> slots) implements PreparedPlan {

    /** Takes counts of rows, without groups, over all records of a table. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        return plan instanceof Aggregate aggregate
                        && aggregate.keys().isEmpty()
                        && aggregate.calls().stream().allMatch(PreparedCount::countsRows)
                        && aggregate.input() instanceof Scan scan
                        && scan.access() instanceof Access.Full
                ? Optional.of(new PreparedCount(scan.table(), aggregate.output()))
                : Optional.empty();
    }

    private static boolean countsRows(Aggregate.Call call) {
        return call.function() == Aggregate.Function.COUNT
                && !call.distinct()
                && call.argument().equals(Expression.Literal.TRUE);
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        long records = ((WriteSetTransaction) transaction).count(table);
        return new RowCursor() {
            private boolean ended;

            @Override
            public boolean next() {
                if (ended) {
                    return false;
                }
                ended = true;
                slots.forEach(slot -> frame.set(slot.id(), records));
                counters.row();
                return true;
            }

            @Override
            public void rewind() {
                ended = false;
            }

            @Override
            public void close() {
                ended = true;
            }
        };
    }

    @Override
    public String describe() {
        return "number of records of " + table.name();
    }
}
