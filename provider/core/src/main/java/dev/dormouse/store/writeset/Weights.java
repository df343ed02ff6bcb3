package dev.dormouse.store.writeset;

import dev.dormouse.store.record.Record;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** About how much memory values take. */
final class Weights {

    private static final int OBJECT = 24;

    private Weights() {}

    static long of(Record record) {
        long weight = OBJECT;
        for (int i = 0; i < record.size(); i++) {
            weight += 4 + of(record.value(i));
        }
        return weight;
    }

    private static long of(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number) {
            return OBJECT;
        }
        if (value instanceof String text) {
            return 2L * OBJECT + text.length();
        }
        if (value instanceof byte[] bytes) {
            return (long) OBJECT + bytes.length;
        }
        if (value instanceof Record nested) {
            return of(nested);
        }
        if (value instanceof List<?> items) {
            long weight = 2L * OBJECT;
            for (Object item : items) {
                weight += 4 + of(item);
            }
            return weight;
        }
        return OBJECT;
    }
}
