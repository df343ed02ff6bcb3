package dev.dormouse.lmdb.internal.catalog;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Values of the catalog followed by a CRC32C of key and value. */
final class Sealed {

    private Sealed() {}

    static byte[] seal(String key, byte[] content) {
        return ByteBuffer.allocate(content.length + Integer.BYTES)
                .put(content)
                .putInt(checksum(key, content, content.length))
                .array();
    }

    /** Returns the content, or refuses it if the checksum does not agree. */
    static byte[] open(String key, byte[] whole) {
        int length = whole.length - Integer.BYTES;
        if (length < 0 || ByteBuffer.wrap(whole).getInt(length) != checksum(key, whole, length)) {
            throw new StoreException(LmdbMessages.CORRUPT_CATALOG.text("the checksum of " + key + " does not agree"));
        }
        return Arrays.copyOf(whole, length);
    }

    private static int checksum(String key, byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(key.getBytes(StandardCharsets.UTF_8));
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(String key, byte[] content) {
        if (content.length != Long.BYTES) {
            throw new StoreException(LmdbMessages.CORRUPT_CATALOG.text(key + " is no number"));
        }
        return ByteBuffer.wrap(content).getLong();
    }
}
