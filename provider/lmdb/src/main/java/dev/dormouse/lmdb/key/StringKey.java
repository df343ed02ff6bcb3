package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;

/** Text, ordered by code point; made by {@link KeyTypes#string()}. */
public final class StringKey implements KeyType<String> {

    static final StringKey INSTANCE = new StringKey();

    private StringKey() {}

    @Override
    public String name() {
        return "string";
    }

    @Override
    public void encode(KeyBuffer out, String key) {
        KeyEncoder.value(out, BasicType.STRING, key);
    }

    @Override
    public String decode(KeyDecoder in) {
        return (String) in.value(BasicType.STRING);
    }

    @Override
    public void writeJson(JsonGenerator out, String key) throws IOException {
        out.writeString(key);
    }

    @Override
    public String readJson(JsonParser in) throws IOException {
        return in.getText();
    }

    /** Returns the prefix of all texts that begin with a text. */
    public KeyPrefix<String> startingWith(String beginning) {
        KeyBuffer bytes = new KeyBuffer();
        encode(bytes, beginning);
        return new KeyPrefix<>(this, bytes.truncate(bytes.length() - 1));
    }
}
