package dev.dormouse.store;

import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked. The engine turns it into the exception that the specification names. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private boolean repeatsWork;

    /** Makes one with a catalogued text. */
    public StoreException(String text) {
        super(text);
    }

    /** Makes one with a catalogued text and what caused it. */
    public StoreException(String text, @Nullable Throwable cause) {
        super(text, cause);
    }

    /** Notes that the work of the transaction, of which nothing was kept, may succeed in a new one and is to be done again by whoever can. */
    public final void repeatWork() {
        repeatsWork = true;
    }

    /** Tells whether the work of the transaction is to be done again. */
    public final boolean repeatsWork() {
        return repeatsWork;
    }

    /** Tells whether a commit may have happened although it failed. */
    public boolean isOutcomeUnknown() {
        return false;
    }
}
