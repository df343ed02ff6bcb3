package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a store said of its tables, so that a query is compiled without a request: at first for a second, and twice as long each time that a table
 * has hardly changed since, up to a minute. Forgotten when the schema changes, and when a plan turns out to be far off. Thread-safe.
 */
public final class KeptStatistics implements Statistics {

    /** How long statistics are kept at first, in nanoseconds. */
    static final long SHORTEST = 1_000_000_000L;

    /** How long statistics are kept at most, in nanoseconds. */
    static final long LONGEST = 60 * SHORTEST;

    private static final double HARDLY = 1.25;

    private final Statistics store;
    private final LongSupplier schemaVersion;
    private final LongSupplier clock;
    private final Map<String, Known> tables = new ConcurrentHashMap<>();

    /**
     * Makes one that knows nothing yet.
     *
     * @param store who is asked
     * @param schemaVersion the version of the schema now
     * @param clock nanoseconds from some moment on
     */
    public KeptStatistics(Statistics store, LongSupplier schemaVersion, LongSupplier clock) {
        this.store = store;
        this.schemaVersion = schemaVersion;
        this.clock = clock;
    }

    /** What was said of one table; the sample is given up where memory is short. */
    private static final class Known {

        private final TableStatistics statistics;
        private final long schemaVersion;
        private final long since;
        private final long age;
        private volatile @Nullable SoftReference<List<RecordView>> sample;

        Known(TableStatistics statistics, long schemaVersion, long since, long age) {
            this.statistics = statistics;
            this.schemaVersion = schemaVersion;
            this.since = since;
            this.age = age;
        }

        boolean isGood(long schemaNow, long now) {
            return schemaVersion == schemaNow && now - since < age;
        }
    }

    @Override
    public TableStatistics of(TableDefinition table) {
        return known(table).statistics;
    }

    @Override
    public List<RecordView> sample(TableDefinition table) {
        Known known = known(table);
        SoftReference<List<RecordView>> kept = known.sample;
        List<RecordView> sample = kept == null ? null : kept.get();
        if (sample == null) {
            sample = store.sample(table);
            known.sample = new SoftReference<>(sample);
        }
        return sample;
    }

    /** Lets all tables be asked for anew. */
    public void forget() {
        tables.clear();
    }

    private Known known(TableDefinition table) {
        Known known = tables.get(table.name());
        long version = schemaVersion.getAsLong();
        long now = clock.getAsLong();
        if (known != null && known.isGood(version, now)) {
            return known;
        }
        TableStatistics statistics = store.of(table);
        boolean same = known != null
                && known.schemaVersion == version
                && isHardlyOther(known.statistics.records(), statistics.records());
        long age = known != null && same ? Math.min(LONGEST, 2 * known.age) : SHORTEST;
        Known asked = new Known(statistics, version, now, age);
        tables.put(table.name(), asked);
        return asked;
    }

    private static boolean isHardlyOther(long before, long after) {
        return Math.max(before, after) <= HARDLY * Math.min(before, after);
    }
}
