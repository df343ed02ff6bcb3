package dev.dormouse.internal.execute.join;

import dev.dormouse.internal.execute.operator.InputCursor;
import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.PageBounds;
import dev.dormouse.internal.execute.operator.Reopening;
import dev.dormouse.internal.execute.operator.RowFormat;
import dev.dormouse.internal.execute.operator.RowKey;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.plan.Join;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.type.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers left rows, opens the right side once with the keys of all of them, and gives each its partners; left rows keep their order. */
public final class BatchJoinOperator extends Operator {

    /** How many different keys are gathered at first, and at most. */
    private static final int FIRST = 256;

    private static final int MOST = 1024;
    private static final int GROWTH = 4;

    /** How many left rows wait for one key, on the average, where no page says that few are wanted. */
    private static final int ROWS_A_KEY = 16;

    /** How many right rows a batch should have, by what the batch before had. */
    private static final int PARTNERS = 16_384;

    private final Operator left;
    private final Operator right;
    private final Join.Kind kind;
    private final Lookup lookup;
    private final Rows rows;

    /**
     * How partners are found.
     *
     * @param keys what is looked up, and what tells whose partner a right row is
     * @param places the slots that get the keys, an array for each
     * @param condition what pairs must fulfil beside that
     * @param page the page of which the pairs are part, so that a short one gathers few rows; null for none
     * @param first what finds no more partners of a row that waits alone than the page shows; null where that is not to be had
     */
    public record Lookup(
            HashJoinOperator.Keys keys,
            List<Slot> places,
            Evaluator condition,
            @Nullable PageBounds page,
            @Nullable Operator first) {}

    /**
     * How rows are kept.
     *
     * @param left the left slots that somebody reads
     * @param right the right slots that somebody reads
     * @param allRight all slots that the right side fills
     */
    public record Rows(RowFormat left, RowFormat right, RowFormat allRight) {}

    public BatchJoinOperator(int number, List<Operator> inputs, Join.Kind kind, Lookup lookup, Rows rows) {
        super(number);
        this.left = inputs.get(0);
        this.right = inputs.get(1);
        this.kind = kind;
        this.lookup = lookup;
        this.rows = rows;
    }

    @Override
    public RowCursor open(Run run) {
        return new GatheringCursor(run);
    }

    /** The partners of one left row: each call puts the next one into the frame; false at the end. */
    private interface Partners {
        Partners NONE = () -> false;

        boolean next();
    }

    /** A left row that waits, and its key; null if it has no partner. */
    private static final class Waiting {
        final @Nullable Object[] row;
        final @Nullable Object key;

        Waiting(@Nullable Object[] row, @Nullable Object key) {
            this.row = row;
            this.key = key;
        }
    }

    private final class GatheringCursor extends InputCursor {
        private final Reopening inner;
        private final Reopening alone;
        private final List<Waiting> waiting = new ArrayList<>();
        private final Map<Object, List<@Nullable Object[]>> found = new HashMap<>();
        private Partners partners = Partners.NONE;
        private int at;
        private int size;

        GatheringCursor(Run run) {
            super(BatchJoinOperator.this, left, run);
            inner = new Reopening(right, run);
            alone = lookup.first() == null ? inner : new Reopening(lookup.first(), run);
            size = firstSize();
        }

        private int firstSize() {
            long end = lookup.page() == null ? FIRST : lookup.page().end(frame);
            return (int) Math.max(1, Math.min(FIRST, end));
        }

        @Override
        protected boolean advance() {
            while (true) {
                if (nextPartner()) {
                    return true;
                }
                if (!nextLeft()) {
                    return false;
                }
                if (kind == Join.Kind.INNER) {
                    continue;
                }
                boolean matched = nextPartner();
                if (matched ? kind != Join.Kind.ANTI : kind != Join.Kind.SEMI) {
                    finishRow(matched);
                    return true;
                }
                partners = Partners.NONE;
            }
        }

        /** A left row with its first partner, or without any. */
        private void finishRow(boolean matched) {
            if (kind != Join.Kind.LEFT) {
                partners = Partners.NONE;
            } else if (!matched) {
                rows.allRight().clear(frame);
            }
        }

        private boolean nextPartner() {
            while (partners.next()) {
                if (lookup.condition().test(frame) == Truth.TRUE) {
                    return true;
                }
            }
            return false;
        }

        private boolean nextLeft() {
            if (at == waiting.size() && !gather()) {
                return false;
            }
            Waiting next = waiting.get(at++);
            rows.left().restore(frame, next.row);
            partners = next.key == null ? Partners.NONE : partners(next.key);
            return true;
        }

        /** Those of a row that waits alone are read as they come, however many they are. */
        private Partners partners(Object key) {
            if (waiting.size() == 1) {
                return alone.start()::next;
            }
            List<@Nullable Object[]> kept = found.get(key);
            return kept == null
                    ? Partners.NONE
                    : new Partners() {
                        private int next;

                        @Override
                        public boolean next() {
                            if (next == kept.size()) {
                                return false;
                            }
                            frame.step();
                            rows.right().restore(frame, kept.get(next++));
                            return true;
                        }
                    };
        }

        /** Fetches left rows and what their keys find; false at the end. */
        private boolean gather() {
            forget();
            List<List<Object>> values = new ArrayList<>();
            for (int i = 0; i < lookup.places().size(); i++) {
                values.add(new ArrayList<>());
            }
            Set<Object> keys = new HashSet<>();
            int mostRows = lookup.page() == null ? ROWS_A_KEY * size : size;
            while (keys.size() < size && waiting.size() < mostRows && source.next()) {
                Object key = RowKey.withoutNulls(lookup.keys().left(), frame);
                if (key != null && keys.add(key)) {
                    addKey(values);
                }
                waiting.add(new Waiting(rows.left().save(frame), key));
            }
            for (int i = 0; i < lookup.places().size(); i++) {
                frame.set(lookup.places().get(i).id(), values.get(i));
            }
            if (waiting.size() > 1 && !keys.isEmpty()) {
                grow(fetch() / keys.size());
            }
            return !waiting.isEmpty();
        }

        private void addKey(List<List<Object>> values) {
            for (int i = 0; i < values.size(); i++) {
                Object value = lookup.keys().left().get(i).value(frame);
                if (value != null) {
                    values.get(i).add(value);
                }
            }
        }

        /** Returns how many right rows there are. */
        private long fetch() {
            long count = 0;
            RowCursor cursor = inner.start();
            while (cursor.next()) {
                Object key = RowKey.withoutNulls(lookup.keys().right(), frame);
                if (key != null) {
                    found.computeIfAbsent(key, k -> new ArrayList<>(1))
                            .add(rows.right().save(frame));
                    count++;
                }
            }
            return count;
        }

        private void grow(long partnersOfOne) {
            long each = Math.max(1, partnersOfOne);
            size = (int) Math.max(1, Math.min(Math.min(MOST, (long) GROWTH * size), PARTNERS / each));
        }

        private void forget() {
            waiting.clear();
            found.clear();
            partners = Partners.NONE;
            at = 0;
        }

        @Override
        protected void restart() {
            super.restart();
            forget();
            size = firstSize();
        }

        @Override
        protected void release() {
            super.release();
            inner.close();
            alone.close();
            forget();
        }
    }
}
