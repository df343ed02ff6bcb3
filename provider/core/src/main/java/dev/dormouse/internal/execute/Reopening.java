package dev.dormouse.internal.execute;

import dev.dormouse.store.RowCursor;
import org.jspecify.annotations.Nullable;

/** An input that is opened when it is first needed, since its bounds come from slots filled by then, and rewound each time after. */
final class Reopening {

    private final Operator operator;
    private final Execution execution;
    private @Nullable RowCursor cursor;

    Reopening(Operator operator, Execution execution) {
        this.operator = operator;
        this.execution = execution;
    }

    /** Returns the cursor before its first row. */
    RowCursor start() {
        if (cursor == null) {
            cursor = operator.open(execution);
        } else {
            cursor.rewind();
        }
        return cursor;
    }

    void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
