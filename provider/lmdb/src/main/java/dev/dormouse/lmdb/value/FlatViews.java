package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.agrona.DirectBuffer;

/** Views on FlatBuffers values, which read in place. */
final class FlatViews<V> implements ValueType<FlatView<V>> {

    private final FlatBuffersType<V> type;

    FlatViews(FlatBuffersType<V> type) {
        this.type = type;
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public boolean reads(String storedName) {
        return type.reads(storedName);
    }

    @Override
    public void encode(ValueBuffer out, FlatView<V> value) {
        DirectBuffer bytes = value.bytes();
        int at = out.reserve(bytes.capacity());
        bytes.getBytes(0, out.array(), at, bytes.capacity());
    }

    @Override
    public FlatView<V> decode(DirectBuffer bytes) {
        return new FlatView<>(type, bytes);
    }

    @Override
    public boolean readsInPlace() {
        return true;
    }

    @Override
    public void writeJson(JsonGenerator out, FlatView<V> value) throws IOException {
        type.writeJson(out, value.value());
    }

    @Override
    public FlatView<V> readJson(JsonParser in) throws IOException {
        return type.viewOf(type.readJson(in));
    }
}
