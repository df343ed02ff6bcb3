package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Keeps and orders the rows: all of them, or under a page only as many as it can show. */
public final class SortOperator extends Operator {

    private static final int LARGEST_HEAP = 100_000;

    private final Operator input;
    private final RowOrder order;
    private final RowFormat format;
    private final @Nullable PageBounds page;

    /**
     * Makes one.
     *
     * @param page the page above, if there is one
     */
    public SortOperator(int number, Operator input, RowOrder order, RowFormat format, @Nullable PageBounds page) {
        super(number);
        this.input = input;
        this.order = order;
        this.format = format;
        this.page = page;
    }

    @Override
    public RowCursor open(Run run) {
        return new OrderedCursor(run);
    }

    @Override
    public String describe() {
        return page == null ? "engine" : "engine, first rows only";
    }

    private final class OrderedCursor extends InputCursor {
        private @Nullable List<RowOrder.Row> rows;
        private int at;

        OrderedCursor(Run run) {
            super(SortOperator.this, input, run);
        }

        @Override
        protected boolean advance() {
            if (rows == null) {
                long end = page == null ? Long.MAX_VALUE : page.end(frame);
                rows = end <= LARGEST_HEAP ? first((int) end) : all();
            }
            if (at >= rows.size()) {
                return false;
            }
            format.restore(frame, rows.get(at++).slots);
            return true;
        }

        private List<RowOrder.Row> all() {
            List<RowOrder.Row> sorted = new ArrayList<>();
            while (source.next()) {
                run.rowKept("sort");
                sorted.add(new RowOrder.Row(order.keys(frame), sorted.size(), format.save(frame)));
            }
            sorted.sort(order);
            return sorted;
        }

        /** A bounded heap whose head is the last row of the page so far. */
        private List<RowOrder.Row> first(int count) {
            if (count == 0) {
                return List.of();
            }
            PriorityQueue<RowOrder.Row> heap = new PriorityQueue<>(Collections.reverseOrder(order));
            for (long arrival = 0; source.next(); arrival++) {
                @Nullable Object[] keys = order.keys(frame);
                if (heap.size() == count) {
                    RowOrder.Row last = heap.element();
                    if (order.compare(keys, last.keys) >= 0) {
                        continue;
                    }
                    heap.remove();
                } else {
                    run.rowKept("sort");
                }
                heap.add(new RowOrder.Row(keys, arrival, format.save(frame)));
            }
            List<RowOrder.Row> sorted = new ArrayList<>(heap);
            sorted.sort(order);
            return sorted;
        }

        @Override
        protected void restart() {
            super.restart();
            rows = null;
            at = 0;
        }

        @Override
        protected void release() {
            super.release();
            rows = null;
        }
    }
}
