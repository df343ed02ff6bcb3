package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.KeyRangeBuilder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.RecordCursor;
import org.jspecify.annotations.Nullable;

/** Walks a table in the order of its primary key. */
final class RecordScan extends ScanCursor {

    private final @Nullable RangeEvaluator range;
    private final boolean reverse;
    private @Nullable RecordCursor cursor;

    RecordScan(ScanSetting setting, @Nullable RangeEvaluator range, boolean reverse) {
        super(setting);
        this.range = range;
        this.reverse = reverse;
    }

    @Override
    void start() {
        KeyRange keys = keys();
        if (cursor == null) {
            cursor = maps().records(table(), keys, reverse);
        } else {
            cursor.restart(keys);
        }
    }

    private KeyRange keys() {
        if (range == null) {
            return KeyRange.ALL;
        }
        ValueRange values = range.range(frame());
        return values == null ? KeyRange.EMPTY : EncodedRanges.of(KeyRangeBuilder.primaryKey(table()), values);
    }

    @Override
    @Nullable
    RecordView advance() {
        if (cursor == null || !cursor.next()) {
            return null;
        }
        counters().entryVisited();
        return cursor.record();
    }

    @Override
    void release() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
