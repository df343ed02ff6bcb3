package dev.dormouse.store;

/**
 * What a store took it cannot say exactly with the values of this run, or of these records. It has given no row yet; the engine runs the node itself. Only plans that
 * {@linkplain PreparedPlan#mayBeUndecided() say so} throw it, from the first {@link RowCursor#next()}.
 */
public final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public UndecidedException() {
        super("the store cannot decide", null, false, false);
    }
}
