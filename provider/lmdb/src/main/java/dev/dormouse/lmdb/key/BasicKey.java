package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;

/** Keys of a basic type of the provider, in the bytes of its primary keys. */
final class BasicKey<K> implements KeyType<K> {

    private final String name;
    private final BasicType type;
    private final Class<K> javaClass;
    private final JsonForm<K> json;

    BasicKey(String name, BasicType type, Class<K> javaClass, JsonForm<K> json) {
        this.name = name;
        this.type = type;
        this.javaClass = javaClass;
        this.json = json;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void encode(KeyBuffer out, K key) {
        KeyEncoder.value(out, type, checkPresent(key, name));
    }

    /** Refuses null, whatever the caller's generics say. */
    static <K> K checkPresent(K key, String name) {
        if (key == null) {
            throw new IllegalArgumentException(ValueMessages.NULL_KEY.text(name));
        }
        return key;
    }

    @Override
    public K decode(KeyDecoder in) {
        return javaClass.cast(in.value(type));
    }

    @Override
    public void writeJson(JsonGenerator out, K key) throws IOException {
        json.write(out, key);
    }

    @Override
    public K readJson(JsonParser in) throws IOException {
        return json.read(in);
    }
}
