package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;
import java.math.BigInteger;

/** The 64 bits of a long without sign: -1 is the highest. */
final class UnsignedLongKey implements KeyType<Long> {

    static final UnsignedLongKey INSTANCE = new UnsignedLongKey();

    private static final JsonForm<Long> JSON = JsonForm.number(
            (out, key) -> out.writeNumber(new BigInteger(Long.toUnsignedString(key))),
            in -> Long.parseUnsignedLong(in.getBigIntegerValue().toString()));

    private UnsignedLongKey() {}

    @Override
    public String name() {
        return "ulong";
    }

    @Override
    public void encode(KeyBuffer out, Long key) {
        out.putLowest(BasicKey.checkPresent(key, name()), 8);
    }

    @Override
    public Long decode(KeyDecoder in) {
        return in.readLowest(8);
    }

    @Override
    public void writeJson(JsonGenerator out, Long key) throws IOException {
        JSON.write(out, key);
    }

    @Override
    public Long readJson(JsonParser in) throws IOException {
        return JSON.read(in);
    }
}
