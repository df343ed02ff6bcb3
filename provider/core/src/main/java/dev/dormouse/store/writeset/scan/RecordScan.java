package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.KeyRangeBuilder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.RecordCursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks a table in the order of its primary key: one range of it, or several one after the other. */
final class RecordScan extends ScanCursor {

    private final Function<Frame, List<KeyRange>> bounds;
    private final boolean reverse;
    private List<KeyRange> ranges = List.of();
    private int nextRange;
    private @Nullable RecordCursor cursor;

    private RecordScan(ScanSetting setting, Function<Frame, List<KeyRange>> bounds, boolean reverse) {
        super(setting);
        this.bounds = bounds;
        this.reverse = reverse;
    }

    static RecordScan all(ScanSetting setting, boolean reverse) {
        return new RecordScan(setting, frame -> List.of(KeyRange.ALL), reverse);
    }

    static RecordScan range(ScanSetting setting, RangeEvaluator range, boolean reverse) {
        return new RecordScan(
                setting,
                frame -> {
                    ValueRange values = range.range(frame);
                    return values == null ? List.of() : List.of(encoded(setting.table(), values));
                },
                reverse);
    }

    static RecordScan prefixes(ScanSetting setting, RangeEvaluator ranges) {
        return new RecordScan(
                setting,
                frame -> ranges.prefixes(frame).stream()
                        .map(values -> encoded(setting.table(), values))
                        .toList(),
                false);
    }

    private static KeyRange encoded(TableDefinition table, ValueRange values) {
        return EncodedRanges.of(KeyRangeBuilder.primaryKey(table), values);
    }

    @Override
    void start() {
        ranges = bounds.apply(frame());
        nextRange = 0;
        openNextRange();
    }

    private boolean openNextRange() {
        if (nextRange == ranges.size()) {
            return false;
        }
        KeyRange range = ranges.get(nextRange++);
        if (cursor == null) {
            cursor = maps().records(table(), range, reverse);
        } else {
            cursor.restart(range);
        }
        return true;
    }

    @Override
    @Nullable
    RecordView advance() {
        if (cursor == null || nextRange == 0) {
            return null;
        }
        while (!cursor.next()) {
            if (!openNextRange()) {
                return null;
            }
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
