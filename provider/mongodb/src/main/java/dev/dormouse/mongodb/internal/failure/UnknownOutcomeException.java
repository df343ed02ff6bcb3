package dev.dormouse.mongodb.internal.failure;

import dev.dormouse.store.StoreException;

/** A commit failed so late that it may have happened. */
final class UnknownOutcomeException extends StoreException {

    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String text, Throwable cause) {
        super(text, cause);
    }

    @Override
    public boolean isOutcomeUnknown() {
        return true;
    }
}
