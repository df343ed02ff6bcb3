package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.KeyRangeBuilder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.IndexKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks one range of an index, or several one after the other, and looks up the records. Where long keys were cut, records that share what is left are put
 * in order here, and those outside of the range left out.
 */
final class IndexScan extends ScanCursor {

    private final IndexDefinition index;
    private final Function<Frame, List<ValueRange>> bounds;
    private final boolean reverse;
    private final @Nullable Set<KeyBuffer> seen;
    private final InexactRun run;
    private final @Nullable EntryRecords entryRecords;
    private List<KeyRange> ranges = List.of();
    private int nextRange;
    private @Nullable EntryCursor cursor;

    private IndexScan(ScanSetting setting, Access.IndexRange access, Function<Frame, List<ValueRange>> bounds) {
        super(setting);
        this.index = access.index();
        this.bounds = bounds;
        this.reverse = access.reverse();
        this.entryRecords = access.read()
                .map(read -> new EntryRecords(setting.table(), index, read))
                .orElse(null);
        boolean severalEntries =
                index.parts().stream().anyMatch(part -> part.path().isArray());
        this.seen = severalEntries ? new HashSet<>() : null;
        this.run = new InexactRun(index, maps().indexKeyLimit(), reverse);
    }

    private static IndexScan whole(
            ScanSetting setting, IndexDefinition index, Function<Frame, List<ValueRange>> bounds) {
        return new IndexScan(setting, new Access.IndexRange(index, Access.Range.ALL, false), bounds);
    }

    static IndexScan range(ScanSetting setting, Access.IndexRange access, RangeEvaluator range) {
        return new IndexScan(setting, access, frame -> {
            ValueRange values = range.range(frame);
            return values == null ? List.of() : List.of(values);
        });
    }

    static IndexScan list(ScanSetting setting, IndexDefinition index, RangeEvaluator ranges) {
        return whole(setting, index, ranges::ranges);
    }

    static IndexScan prefixes(ScanSetting setting, IndexDefinition index, RangeEvaluator ranges) {
        return whole(setting, index, ranges::prefixes);
    }

    @Override
    void start() {
        List<ValueRange> values = bounds.apply(frame());
        ranges = new ArrayList<>(values.size());
        for (ValueRange range : values) {
            ranges.add(EncodedRanges.of(KeyRangeBuilder.index(index), range));
        }
        nextRange = 0;
        run.clear();
        if (seen != null) {
            seen.clear();
        }
        openNextRange();
    }

    private boolean openNextRange() {
        if (nextRange == ranges.size()) {
            return false;
        }
        KeyRange range = ranges.get(nextRange++);
        KeyRange stored = IndexKeys.stored(range, maps().indexKeyLimit());
        if (cursor == null) {
            cursor = maps().entries(table(), index, stored, reverse);
        } else {
            cursor.restart(stored);
        }
        run.begin(range);
        return true;
    }

    @Override
    @Nullable
    RecordView advance() {
        if (cursor == null || nextRange == 0) {
            return null;
        }
        while (true) {
            RecordView record = run.poll();
            if (record == null) {
                if (run.isAtLookahead() || cursor.next()) {
                    record = current(cursor);
                } else if (!openNextRange()) {
                    nextRange = ranges.size();
                    return null;
                }
            }
            if (record != null) {
                return record;
            }
        }
    }

    private @Nullable RecordView current(EntryCursor entries) {
        if (run.accepts(entries.keyLength())) {
            run.collect(entries, counters(), seen);
            return null;
        }
        run.lookaheadTaken();
        counters().entryVisited();
        if (seen != null && !seen.add(KeyBuffer.of(entries.primaryKey().toBytes()))) {
            return null;
        }
        if (entryRecords != null) {
            return entryRecords.of(entries);
        }
        counters().recordFetched();
        return entries.record();
    }

    @Override
    void release() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
