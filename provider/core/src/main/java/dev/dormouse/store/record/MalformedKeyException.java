package dev.dormouse.store.record;

/** A value cannot be part of a key. The message is a catalogued text. */
public final class MalformedKeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Makes one with a catalogued text. */
    public MalformedKeyException(String text) {
        super(text);
    }
}
