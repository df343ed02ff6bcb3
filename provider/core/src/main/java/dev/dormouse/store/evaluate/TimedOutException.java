package dev.dormouse.store.evaluate;

/** A run took longer than it may. What it has read is right, what it has not begun to write is not written. */
public final class TimedOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one; who set the deadline knows what to say. */
    public TimedOutException() {
        super("the deadline of the run has passed", null, false, false);
    }
}
