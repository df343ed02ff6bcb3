package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.io.IOException;
import java.time.Instant;

/** Instants as one number of nanoseconds since 1970, in eight bytes. */
final class NanosKey implements KeyType<Instant> {

    static final NanosKey INSTANCE = new NanosKey();

    private static final long SECOND = 1_000_000_000;
    private static final Instant FIRST = instant(Long.MIN_VALUE);
    private static final Instant LAST = instant(Long.MAX_VALUE);

    private NanosKey() {}

    @Override
    public String name() {
        return "nanos";
    }

    @Override
    public void encode(KeyBuffer out, Instant key) {
        BasicKey.checkPresent(key, name());
        if (key.isBefore(FIRST) || key.isAfter(LAST)) {
            throw new MalformedKeyException(ValueMessages.KEY_OUT_OF_BOUNDS.text(key, name(), FIRST, LAST));
        }
        long nanos = key.getEpochSecond() * SECOND + key.getNano();
        out.putLowest(nanos ^ Long.MIN_VALUE, 8);
    }

    @Override
    public Instant decode(KeyDecoder in) {
        return instant(in.longValue());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    @Override
    public void writeJson(JsonGenerator out, Instant key) throws IOException {
        KeyTypes.INSTANT.writeJson(out, key);
    }

    @Override
    public Instant readJson(JsonParser in) throws IOException {
        return KeyTypes.INSTANT.readJson(in);
    }
}
