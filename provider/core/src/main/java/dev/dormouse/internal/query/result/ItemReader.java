package dev.dormouse.internal.query.result;

import org.jspecify.annotations.Nullable;

/** Makes one item of a result of the current row. Immutable, shared by threads. */
interface ItemReader {

    @Nullable
    Object read(RowContext row);
}
