package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.SetOperation;
import dev.dormouse.store.plan.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The set operations. The left side streams; the right one is counted in a hash table first where its rows decide about the left ones.
 * With {@code all}, of m and n equal rows stay: UNION m + n, INTERSECT the smaller, EXCEPT m - n.
 */
public final class SetOperator extends Operator {

    private final Side left;
    private final Side right;
    private final SetOperation.Kind kind;
    private final boolean all;
    private final int[] slots;

    /**
     * One side.
     *
     * @param input its rows
     * @param columns its output slots
     * @param identities what makes rows equal
     */
    public record Side(Operator input, List<Slot> columns, List<Evaluator> identities) {}

    public SetOperator(int number, Side left, Side right, SetOperation operation) {
        super(number);
        this.left = left;
        this.right = right;
        this.kind = operation.kind();
        this.all = operation.all();
        this.slots = operation.slots().stream().mapToInt(slot -> slot.id()).toArray();
    }

    @Override
    public RowCursor open(Run run) {
        return new SetCursor(run);
    }

    private final class SetCursor extends EngineCursor {
        private final Reopening leftRows;
        private final Reopening rightRows;
        private @Nullable RowCursor current;
        private boolean onRight;
        /** Of UNION: rows seen. Of the others: how many right rows are left, and what was decided for the left ones. */
        private @Nullable Map<Object, Integer> counts;

        SetCursor(Run run) {
            super(SetOperator.this, run);
            leftRows = new Reopening(left.input(), run);
            rightRows = new Reopening(right.input(), run);
        }

        @Override
        protected boolean advance() {
            if (counts == null) {
                counts = kind == SetOperation.Kind.UNION ? new HashMap<>() : countRight();
            }
            if (current == null) {
                current = leftRows.start();
            }
            while (true) {
                Side side = onRight ? right : left;
                if (!current.next()) {
                    if (onRight || kind != SetOperation.Kind.UNION) {
                        return false;
                    }
                    onRight = true;
                    current = rightRows.start();
                } else if (stays(side, counts)) {
                    for (int i = 0; i < slots.length; i++) {
                        frame.set(slots[i], frame.slot(side.columns().get(i).id()));
                    }
                    return true;
                }
            }
        }

        private Map<Object, Integer> countRight() {
            Map<Object, Integer> rows = new HashMap<>();
            RowCursor cursor = rightRows.start();
            while (cursor.next()) {
                run.rowKept("set operation");
                rows.merge(RowKey.of(right.identities(), frame), 1, Integer::sum);
            }
            return rows;
        }

        private boolean stays(Side side, Map<Object, Integer> rows) {
            if (kind == SetOperation.Kind.UNION && all) {
                return true;
            }
            Object key = RowKey.of(side.identities(), frame);
            return switch (kind) {
                case UNION -> rows.putIfAbsent(key, 1) == null;
                case INTERSECT -> all ? takeOne(rows, key) : rows.remove(key) != null;
                case EXCEPT -> all ? !takeOne(rows, key) : rows.putIfAbsent(key, 1) == null;
            };
        }

        private static boolean takeOne(Map<Object, Integer> rows, Object key) {
            Integer left = rows.get(key);
            if (left == null) {
                return false;
            }
            if (left == 1) {
                rows.remove(key);
            } else {
                rows.put(key, left - 1);
            }
            return true;
        }

        @Override
        protected void restart() {
            current = null;
            onRight = false;
            counts = null;
        }

        @Override
        protected void release() {
            leftRows.close();
            rightRows.close();
            counts = null;
        }
    }
}
