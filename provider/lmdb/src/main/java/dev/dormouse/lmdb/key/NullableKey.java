package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;

/** Keys that may be null: a marker, as in the indexes of the provider, and the key if there is one. */
@SuppressWarnings("NullAway") // whoever asks for this type gets nulls
final class NullableKey<K> implements KeyType<K> {

    private static final int NULL = 0;
    private static final int PRESENT = 1;

    private final KeyType<K> type;

    NullableKey(KeyType<K> type) {
        this.type = type;
    }

    KeyType<K> type() {
        return type;
    }

    @Override
    public String name() {
        return "nullable(" + type.name() + ")";
    }

    @Override
    public void encode(KeyBuffer out, K key) {
        if (key == null) {
            out.put(NULL);
        } else {
            out.put(PRESENT);
            type.encode(out, key);
        }
    }

    @Override
    public K decode(KeyDecoder in) {
        return in.read() == NULL ? null : type.decode(in);
    }

    @Override
    public void writeJson(JsonGenerator out, K key) throws IOException {
        if (key == null) {
            out.writeNull();
        } else {
            type.writeJson(out, key);
        }
    }

    @Override
    public K readJson(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NULL ? null : type.readJson(in);
    }
}
