package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.key.KeyType;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;
import org.agrona.DirectBuffer;

/** Values in the bytes of a key type. */
final class KeyValue<V> implements ValueType<V> {

    private final KeyType<V> type;

    KeyValue(KeyType<V> type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "key(" + type.name() + ")";
    }

    @Override
    public void encode(ValueBuffer out, V value) {
        KeyBuffer bytes = new KeyBuffer();
        type.encode(bytes, value);
        out.write(bytes.array(), 0, bytes.length());
    }

    @Override
    public V decode(DirectBuffer bytes) {
        try {
            KeyDecoder in = new KeyDecoder(Corrupt.copy(bytes));
            V value = type.decode(in);
            if (!in.atEnd()) {
                throw Corrupt.value(bytes, name(), "It has more bytes than it should", null);
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw Corrupt.value(bytes, name(), "It makes no sense", e);
        }
    }

    @Override
    public void writeJson(JsonGenerator out, V value) throws IOException {
        type.writeJson(out, value);
    }

    @Override
    public V readJson(JsonParser in) throws IOException {
        return type.readJson(in);
    }
}
