package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.EntryKeys;
import dev.dormouse.store.writeset.IndexKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries whose stored keys agree in all bytes that are in order: collected, checked against the range by their records, and sorted. */
final class InexactRun {

    @SuppressWarnings("ArrayRecordComponent") // compared by the order alone
    private record Row(byte[] key, byte[] primaryKey, RecordView record) {}

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::key, Arrays::compareUnsigned)
            .thenComparing(Row::primaryKey, Arrays::compareUnsigned);

    private final IndexDefinition index;
    private final int limit;
    private final Comparator<Row> order;
    private List<Row> rows = List.of();
    private KeyRange range = KeyRange.ALL;
    private int next;
    private boolean atLookahead;

    InexactRun(IndexDefinition index, int limit, boolean reverse) {
        this.index = index;
        this.limit = limit;
        this.order = reverse ? ORDER.reversed() : ORDER;
    }

    void clear() {
        rows = List.of();
        next = 0;
        atLookahead = false;
    }

    void begin(KeyRange wanted) {
        clear();
        range = wanted;
    }

    /** Returns the next record of the run, or null. */
    @Nullable
    RecordView poll() {
        return next < rows.size() ? rows.get(next++).record : null;
    }

    /** Tells whether the cursor is at an entry after the run that nobody has looked at. */
    boolean isAtLookahead() {
        return atLookahead;
    }

    void lookaheadTaken() {
        atLookahead = false;
    }

    /** Tells whether a stored key of this length begins a run. */
    boolean accepts(int keyLength) {
        return IndexKeys.isInexact(keyLength, limit);
    }

    /** Reads the run that begins at the cursor's entry. */
    void collect(EntryCursor entries, Counters counters, @Nullable Set<KeyBuffer> seen) {
        next = 0;
        rows = new ArrayList<>();
        EntryKeys keys = new EntryKeys();
        byte[] shared = Arrays.copyOf(entries.key().array(), IndexKeys.orderedLength(limit));
        atLookahead = true;
        while (atLookahead && entries.key().startsWith(shared)) {
            counters.entryVisited();
            counters.recordFetched();
            add(entries, keys, seen);
            atLookahead = entries.next();
        }
        rows.sort(order);
    }

    private void add(EntryCursor entries, EntryKeys keys, @Nullable Set<KeyBuffer> seen) {
        RecordView record = entries.record();
        KeyBuffer stored = new KeyBuffer();
        keys.compute(index, record, Integer.MAX_VALUE);
        for (int i = 0; i < keys.count(); i++) {
            stored.clear().put(keys.key(i));
            IndexKeys.cut(stored, limit);
            if (stored.equals(entries.key()) && range.contains(keys.key(i))) {
                byte[] primaryKey = entries.primaryKey().toBytes();
                if (seen == null || seen.add(KeyBuffer.of(primaryKey))) {
                    rows.add(new Row(keys.key(i).toBytes(), primaryKey, record));
                }
                return;
            }
        }
    }
}
