package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.failure.StoreMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/** Text in UTF-8. */
final class StringValue implements ValueType<String> {

    /** What stands for bytes that are not UTF-8. */
    private static final char REPLACED = '\uFFFD';

    static final StringValue INSTANCE = new StringValue();

    private StringValue() {}

    @Override
    public String name() {
        return "string";
    }

    @Override
    public void encode(ValueBuffer out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c) && Character.isBmpCodePoint(value.codePointAt(i++))) {
                throw new IllegalArgumentException(StoreMessages.LONE_SURROGATE.text(i - 1, value));
            }
        }
        out.write(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decode(DirectBuffer bytes) {
        String value = bytes.getStringWithoutLengthUtf8(0, bytes.capacity());
        if (value.indexOf(REPLACED) >= 0
                && !Arrays.equals(value.getBytes(StandardCharsets.UTF_8), Corrupt.copy(bytes))) {
            throw Corrupt.value(bytes, name(), "It is not UTF-8", null);
        }
        return value;
    }

    @Override
    public void writeJson(JsonGenerator out, String value) throws IOException {
        out.writeString(value);
    }

    @Override
    public String readJson(JsonParser in) throws IOException {
        return in.getText();
    }
}
