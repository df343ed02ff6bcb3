package dev.dormouse.internal.session;

import dev.dormouse.query.QueryExplanation;
import java.time.Duration;

/** Logs queries that ran longer than {@code dormouse.query.slow}, with their plans. Thread-safe. */
final class SlowQueries {

    private static final System.Logger LOG = System.getLogger("dev.dormouse.query");

    private final String unit;
    private final long threshold;

    private SlowQueries(String unit, Duration threshold) {
        this.unit = unit;
        this.threshold = threshold.toNanos();
    }

    static SlowQueries of(SessionUnit unit) {
        return new SlowQueries(unit.name(), unit.defaults().querySlow());
    }

    /** Returns what {@link #ended} wants to know of the begin of a run. */
    long begun() {
        return threshold > 0 ? System.nanoTime() : 0;
    }

    /** Notes the end of a run. */
    void ended(String text, long begun, QueryExplanation explanation) {
        if (threshold > 0) {
            long elapsed = System.nanoTime() - begun;
            if (elapsed >= threshold) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Slow query of the persistence unit {0}: {1} ms, {2} rows\n{3}\n{4}",
                        unit,
                        elapsed / 1_000_000,
                        explanation.rows(),
                        text,
                        explanation.text());
            }
        }
    }
}
