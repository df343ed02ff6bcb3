package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one field in a sample of a table's records.
 *
 * @param type their type
 * @param values those that are not null, in order
 * @param size how many records the sample has
 */
record ColumnSample(BasicType type, List<Object> values, int size) {

    /** With fewer records a share says nothing. */
    private static final int LEAST_RECORDS = 100;

    static ColumnSample of(List<RecordView> records, FieldPath path) {
        BasicType type = (BasicType) path.type();
        List<Object> values = new ArrayList<>(records.size());
        for (RecordView view : records) {
            Object value = view.get(path);
            if (value != null) {
                values.add(value);
            }
        }
        values.sort((a, b) -> ValueOrder.compare(type, a, b));
        return new ColumnSample(type, values, records.size());
    }

    boolean isTelling() {
        return size >= LEAST_RECORDS;
    }

    double shareOfNulls() {
        return (double) (size - values.size()) / size;
    }

    /**
     * Estimates the share of records whose value compares with another as wanted.
     *
     * @param distinct how many different values all records have
     */
    double share(ComparisonOperator operator, Object value, double distinct) {
        double below = position(value, false);
        double upTo = position(value, true);
        double unseen = Math.min(1 / distinct, 1.0 / size);
        double equal = upTo - below > 1 ? (upTo - below) / size : unseen;
        double present = (double) values.size() / size;
        return switch (operator) {
            case EQUAL -> equal;
            case NOT_EQUAL -> Math.max(unseen, present - equal);
            case LESS -> Math.max(unseen, below / size);
            case LESS_OR_EQUAL -> Math.max(unseen, upTo / size);
            case GREATER -> Math.max(unseen, present - upTo / size);
            case GREATER_OR_EQUAL -> Math.max(unseen, present - below / size);
        };
    }

    /** Returns how many values are lower, or not higher. */
    private int position(Object value, boolean inclusive) {
        int from = 0;
        int to = values.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = ValueOrder.compare(type, values.get(middle), value);
            if (order < 0 || (inclusive && order == 0)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Estimates the chance that two records have the same value: the share that is equal to a value which somebody took from a record. */
    double repetition() {
        double pairs = 0;
        for (int start = 0; start < values.size(); ) {
            int end = position(values.get(start), true);
            double run = end - start;
            pairs += run * (run - 1);
            start = end;
        }
        return pairs / ((double) size * (size - 1));
    }

    /** Estimates how many different values all records have, from how many the sample has and how many of these only once. */
    double distinct(double records) {
        double different = 0;
        double single = 0;
        for (int start = 0; start < values.size(); ) {
            int end = position(values.get(start), true);
            different++;
            single += end - start == 1 ? 1 : 0;
            start = end;
        }
        return Math.max(1, size * different / (size - single + single * size / records));
    }
}
