package dev.dormouse.store.record;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text and its bytes in UTF-8, whose order as unsigned bytes is that of code points. Immutable; nobody writes to its array. */
public final class EncodedText {

    private final String text;
    private final byte[] bytes;

    private EncodedText(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /** Encodes a text; empty if it has half of a character only, which no record has. */
    public static Optional<EncodedText> of(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? Optional.of(new EncodedText(text, text.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns its bytes, not a copy. */
    public byte[] bytes() {
        return bytes;
    }
}
