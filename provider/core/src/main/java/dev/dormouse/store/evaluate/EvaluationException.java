package dev.dormouse.store.evaluate;

import dev.dormouse.failure.Message;

/** Values met in a query have no result: a division by zero, a number out of range, a text that is no date. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a catalogued text. */
    public EvaluationException(Message message, Object... arguments) {
        super(message.text(arguments));
    }
}
