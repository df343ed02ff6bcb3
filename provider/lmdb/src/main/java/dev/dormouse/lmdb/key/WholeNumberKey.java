package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.io.IOException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Whole numbers within bounds, in some bytes, highest first; the lowest number is all zero or, with sign, has its highest bit turned. */
final class WholeNumberKey<K> implements KeyType<K> {

    private final String name;
    private final int size;
    private final long lowest;
    private final long highest;
    private final ToLongFunction<K> toLong;
    private final LongFunction<K> fromLong;
    private final JsonForm<K> json;

    WholeNumberKey(
            String name, int size, long lowest, long highest, ToLongFunction<K> toLong, LongFunction<K> fromLong) {
        this.name = name;
        this.size = size;
        this.lowest = lowest;
        this.highest = highest;
        this.toLong = toLong;
        this.fromLong = fromLong;
        this.json = JsonForm.number(
                (out, key) -> out.writeNumber(toLong.applyAsLong(key)), in -> fromLong.apply(check(in.getLongValue())));
    }

    @Override
    public String name() {
        return name;
    }

    private long check(long number) {
        if (number < lowest || number > highest) {
            throw new MalformedKeyException(ValueMessages.KEY_OUT_OF_BOUNDS.text(number, name, lowest, highest));
        }
        return number;
    }

    private long bias() {
        return lowest < 0 ? 1L << (8 * size - 1) : 0;
    }

    @Override
    public void encode(KeyBuffer out, K key) {
        out.putLowest(check(toLong.applyAsLong(BasicKey.checkPresent(key, name))) + bias(), size);
    }

    @Override
    public K decode(KeyDecoder in) {
        return fromLong.apply(check(in.readLowest(size) - bias()));
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
