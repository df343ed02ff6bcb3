package dev.dormouse.lmdb.value;

import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.store.StoreException;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Says that bytes are no value of a type, and which. */
final class Corrupt {

    private static final int SHOWN = 16;

    private Corrupt() {}

    static StoreException value(DirectBuffer bytes, String type, String what, @Nullable Exception cause) {
        byte[] start = new byte[Math.min(SHOWN, bytes.capacity())];
        bytes.getBytes(0, start);
        String shown = bytes.capacity() + " bytes " + HexFormat.of().formatHex(start);
        String why = cause == null || cause.getMessage() == null ? what : what + ": " + cause.getMessage();
        return new StoreException(ValueMessages.CORRUPT_VALUE.text(shown, type, why), cause);
    }

    static byte[] copy(DirectBuffer bytes) {
        byte[] copy = new byte[bytes.capacity()];
        bytes.getBytes(0, copy);
        return copy;
    }
}
