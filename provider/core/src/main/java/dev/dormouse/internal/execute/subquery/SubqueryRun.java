package dev.dormouse.internal.execute.subquery;

import dev.dormouse.internal.execute.operator.Reopening;
import dev.dormouse.store.RowCursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subquery in one execution: its cursor, rewound for each new row around it, and a bounded memory of results. A memory that is hardly ever
 * asked for the same again is given up.
 */
public final class SubqueryRun {

    private static final int CAPACITY = 16_384;
    private static final int TRIAL = 1024;
    private static final int LEAST_HITS = TRIAL / 16;

    private final Reopening rows;
    private final Map<Object, Result> results = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Result> eldest) {
            return size() > CAPACITY;
        }
    };
    private int asked;
    private int hits;
    private boolean forgetful;

    private record Result(@Nullable Object value) {}

    public SubqueryRun(Reopening rows) {
        this.rows = rows;
    }

    public RowCursor rows() {
        return rows.start();
    }

    public boolean remembersNothing() {
        return forgetful;
    }

    public @Nullable Object remembered(Object key, Function<RowCursor, @Nullable Object> computation) {
        asked++;
        Result known = results.get(key);
        if (known != null) {
            hits++;
            return known.value();
        }
        Object value = computation.apply(rows());
        results.put(key, new Result(value));
        if (asked == TRIAL && hits < LEAST_HITS) {
            forgetful = true;
            results.clear();
        }
        return value;
    }
}
