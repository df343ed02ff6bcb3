package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.json.JsonForm;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.agrona.DirectBuffer;

/** Values with two functions for their bytes. */
final class PlainValue<V> implements ValueType<V> {

    /** Stands for values of any length. */
    static final int ANY_SIZE = -1;

    private final String name;
    private final int size;
    private final BiConsumer<ValueBuffer, V> writer;
    private final Function<DirectBuffer, V> reader;
    private final JsonForm<V> json;

    PlainValue(
            String name,
            int size,
            BiConsumer<ValueBuffer, V> writer,
            Function<DirectBuffer, V> reader,
            JsonForm<V> json) {
        this.name = name;
        this.size = size;
        this.writer = writer;
        this.reader = reader;
        this.json = json;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void encode(ValueBuffer out, V value) {
        int start = out.length();
        writer.accept(out, value);
        int written = out.length() - start;
        if (size != ANY_SIZE && written != size) {
            throw new IllegalArgumentException(ValueMessages.WRONG_SIZE.text(written, name, size));
        }
    }

    @Override
    public V decode(DirectBuffer bytes) {
        if (size != ANY_SIZE && bytes.capacity() != size) {
            throw Corrupt.value(bytes, name, "It must be of " + size + " bytes", null);
        }
        try {
            return reader.apply(bytes);
        } catch (RuntimeException e) {
            throw Corrupt.value(bytes, name, "It makes no sense", e);
        }
    }

    @Override
    public void writeJson(JsonGenerator out, V value) throws IOException {
        json.write(out, value);
    }

    @Override
    public V readJson(JsonParser in) throws IOException {
        return json.read(in);
    }
}
