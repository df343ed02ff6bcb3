package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Whole numbers of 64 bits with sign, in eight bytes. */
final class LongValue implements ValueType<Long> {

    static final LongValue INSTANCE = new LongValue();

    private LongValue() {}

    @Override
    public String name() {
        return "long";
    }

    @Override
    public void encode(ValueBuffer out, Long value) {
        out.putLong(value);
    }

    @Override
    public Long decode(DirectBuffer bytes) {
        if (bytes.capacity() != Long.BYTES) {
            throw Corrupt.value(bytes, name(), "It must be of 8 bytes", null);
        }
        return bytes.getLong(0, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void writeJson(JsonGenerator out, Long value) throws IOException {
        out.writeNumber(value);
    }

    @Override
    public Long readJson(JsonParser in) throws IOException {
        return in.getLongValue();
    }
}
