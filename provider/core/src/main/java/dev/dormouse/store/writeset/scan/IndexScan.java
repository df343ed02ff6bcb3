package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.evaluate.compile.ValueRange;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.KeyRangeBuilder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.IndexKeys;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks one range of an index, or several one after the other, and looks up the records. Where long keys were cut, records that share what is left are put
 * in order here, and those outside of the range left out.
 */
class IndexScan extends ScanCursor {

    private static final byte[] NO_KEY = {};

    private final Prepared prepared;
    private final @Nullable Set<KeyBuffer> seen;
    private final InexactRun run;
    private final @Nullable KeyDecoder decoder;
    private List<ValueRange> ranges = List.of();
    private int nextRange;
    private @Nullable EntryCursor cursor;

    /**
     * What all scans of one access path share.
     *
     * @param index the index
     * @param bounds computes the ranges
     * @param reverse whether it is walked from its end
     * @param severalEntries whether a record may have several entries
     * @param entryRecords makes records of entries that suffice; null where they do not
     */
    record Prepared(
            IndexDefinition index,
            Function<Frame, List<ValueRange>> bounds,
            boolean reverse,
            boolean severalEntries,
            @Nullable EntryRecords entryRecords)
            implements PreparedScan.Path {

        /** Prepares scans in rising order. */
        private static Prepared of(IndexDefinition index, Function<Frame, List<ValueRange>> bounds) {
            boolean severalEntries =
                    index.parts().stream().anyMatch(part -> part.path().isArray());
            return new Prepared(index, bounds, false, severalEntries, null);
        }

        private Prepared fromEnd(boolean wanted) {
            return new Prepared(index, bounds, wanted, severalEntries, entryRecords);
        }

        private Prepared reading(TableDefinition table, Optional<List<FieldPath>> read) {
            EntryRecords records =
                    read.map(paths -> new EntryRecords(table, index, paths)).orElse(null);
            return new Prepared(index, bounds, reverse, severalEntries, records);
        }

        @Override
        public ScanCursor open(ScanSetting setting) {
            return new IndexScan(setting, this);
        }
    }

    IndexScan(ScanSetting setting, Prepared prepared) {
        super(setting);
        this.prepared = prepared;
        this.decoder = prepared.entryRecords == null ? null : new KeyDecoder(NO_KEY);
        this.seen = prepared.severalEntries ? new HashSet<>() : null;
        this.run = new InexactRun(prepared.index, maps().indexKeyLimit(), prepared.reverse);
    }

    static PreparedScan.Path range(TableDefinition table, Access.IndexRange access, RangeEvaluator range) {
        Prepared prepared = Prepared.of(access.index(), frame -> {
                    ValueRange values = range.range(frame);
                    return values == null ? List.of() : List.of(values);
                })
                .fromEnd(access.reverse())
                .reading(table, access.read());
        return UniqueScan.looksUp(access) ? setting -> new UniqueScan(setting, prepared, range) : prepared;
    }

    static Prepared list(TableDefinition table, Access.IndexList access, RangeEvaluator ranges) {
        return Prepared.of(access.index(), ranges::ranges).reading(table, access.read());
    }

    static Prepared prefixes(IndexDefinition index, RangeEvaluator ranges) {
        return Prepared.of(index, ranges::prefixes);
    }

    @Override
    void start() {
        ranges = prepared.bounds.apply(frame());
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
        KeyRange range = EncodedRanges.of(KeyRangeBuilder.index(prepared.index), ranges.get(nextRange++));
        KeyRange stored = IndexKeys.stored(range, maps().indexKeyLimit());
        if (cursor == null) {
            cursor = maps().entries(table(), prepared.index, stored, prepared.reverse);
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
        if (prepared.entryRecords != null && decoder != null) {
            return prepared.entryRecords.of(entries, decoder);
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
