package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.Map;

/** Estimates how many distinct keys indexes have, counting them where they are few, else from a sample at both ends. */
public final class IndexEstimate {

    private static final int FEW = 200;
    private static final int SAMPLE = 1000;

    private IndexEstimate() {}

    /** Returns an estimate for each index, by name. */
    public static Map<String, Long> distinctKeys(IndexedMaps maps, TableDefinition table, long records) {
        Map<String, Long> estimates = new HashMap<>();
        for (IndexDefinition index : table.indexes()) {
            estimates.put(index.name(), index.unique() ? records : distinctKeys(maps, table, index, records));
        }
        return estimates;
    }

    private static long distinctKeys(IndexedMaps maps, TableDefinition table, IndexDefinition index, long records) {
        long few = countUpTo(FEW, maps, table, index);
        if (few < FEW) {
            return few;
        }
        long[] low = sample(maps, table, index, false);
        long[] high = sample(maps, table, index, true);
        double share = (double) (low[1] + high[1]) / (low[0] + high[0]);
        return Math.max(few, Math.round(share * records));
    }

    /** Counts distinct keys by jumping from one to the next. */
    private static long countUpTo(long most, IndexedMaps maps, TableDefinition table, IndexDefinition index) {
        try (EntryCursor entries = maps.entries(table, index, KeyRange.ALL, false)) {
            long count = 0;
            while (count < most && entries.next()) {
                count++;
                byte[] next = KeyRange.successor(entries.key().toBytes());
                if (next == null) {
                    return count;
                }
                entries.restart(KeyRange.of(next, null));
            }
            return count;
        }
    }

    /** Returns how many entries were read, and how many different keys they have. */
    private static long[] sample(IndexedMaps maps, TableDefinition table, IndexDefinition index, boolean reverse) {
        long read = 0;
        long distinct = 0;
        KeyBuffer earlier = new KeyBuffer();
        try (EntryCursor entries = maps.entries(table, index, KeyRange.ALL, reverse)) {
            while (read < SAMPLE && entries.next()) {
                if (read++ == 0 || !earlier.equals(entries.key())) {
                    distinct++;
                    earlier.clear().put(entries.key());
                }
            }
        }
        return new long[] {read, distinct};
    }
}
