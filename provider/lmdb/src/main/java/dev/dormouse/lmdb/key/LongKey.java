package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.io.IOException;

/** Whole numbers of 64 bits with sign. */
final class LongKey implements KeyType<Long> {

    static final LongKey INSTANCE = new LongKey();

    private LongKey() {}

    @Override
    public String name() {
        return "long";
    }

    @Override
    public void encode(KeyBuffer out, Long key) {
        out.putLowest(key ^ Long.MIN_VALUE, 8);
    }

    @Override
    public Long decode(KeyDecoder in) {
        return in.longValue();
    }

    @Override
    public void writeJson(JsonGenerator out, Long key) throws IOException {
        out.writeNumber(key);
    }

    @Override
    public Long readJson(JsonParser in) throws IOException {
        return in.getLongValue();
    }
}
