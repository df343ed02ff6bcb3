package dev.dormouse.internal.execute.operator;

import dev.dormouse.store.RowCursor;
import org.jspecify.annotations.Nullable;

/** An input that is opened when it is first needed, since its bounds come from slots filled by then, and rewound each time after. */
public final class Reopening {

    private final Operator operator;
    private final Run run;
    private @Nullable RowCursor cursor;

    public Reopening(Operator operator, Run run) {
        this.operator = operator;
        this.run = run;
    }

    /** Returns the cursor before its first row. */
    public RowCursor start() {
        if (cursor == null) {
            cursor = operator.open(run);
        } else {
            cursor.rewind();
        }
        return cursor;
    }

    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
