package dev.dormouse.store;

/** A lock was not to be had in time, or never would be, because its owner waits for this transaction. */
public final class LockTimeoutException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a catalogued text. */
    public LockTimeoutException(String text) {
        super(text);
    }
}
