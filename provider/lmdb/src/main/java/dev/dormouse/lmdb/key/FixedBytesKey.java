package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.io.IOException;

/** Bytes of one length, as they are. */
final class FixedBytesKey implements KeyType<byte[]> {

    private final int size;

    FixedBytesKey(int size) {
        if (size < 1 || size > LIMIT) {
            throw new IllegalArgumentException(ValueMessages.FIXED_SIZE.text(size, LIMIT));
        }
        this.size = size;
    }

    @Override
    public String name() {
        return "bytes" + size;
    }

    @Override
    public void encode(KeyBuffer out, byte[] key) {
        out.put(check(BasicKey.checkPresent(key, name())));
    }

    private byte[] check(byte[] key) {
        if (key.length != size) {
            throw new MalformedKeyException(ValueMessages.WRONG_SIZE.text(key.length, name(), size));
        }
        return key;
    }

    @Override
    public byte[] decode(KeyDecoder in) {
        byte[] key = new byte[size];
        for (int i = 0; i < size; i++) {
            key[i] = (byte) in.read();
        }
        return key;
    }

    @Override
    public void writeJson(JsonGenerator out, byte[] key) throws IOException {
        KeyTypes.BYTES.writeJson(out, key);
    }

    @Override
    public byte[] readJson(JsonParser in) throws IOException {
        return check(KeyTypes.BYTES.readJson(in));
    }
}
