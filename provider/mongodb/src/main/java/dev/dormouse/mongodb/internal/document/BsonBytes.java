package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.SharedTexts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bson.BsonSerializationException;
import org.bson.BsonType;

/** Reads BSON where it lies. */
final class BsonBytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BsonBytes() {}

    static int int32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long int64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    static double float64(byte[] bytes, int at) {
        return Double.longBitsToDouble(int64(bytes, at));
    }

    static String string(byte[] bytes, int at) {
        return new String(bytes, at + 4, int32(bytes, at) - 1, StandardCharsets.UTF_8);
    }

    static String string(byte[] bytes, int at, SharedTexts shared) {
        return shared.get(bytes, at + 4, int32(bytes, at) - 1);
    }

    /** Returns where a name that begins here ends: at its zero byte. */
    static int nameEnd(byte[] bytes, int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** Returns where the value that begins here ends. */
    static int valueEnd(byte type, byte[] bytes, int at) {
        BsonType known = BsonType.findByValue(type & 0xFF);
        if (known == null) {
            throw new BsonSerializationException("unknown BSON type " + type);
        }
        return switch (known) {
            case DOUBLE, DATE_TIME, TIMESTAMP, INT64 -> at + 8;
            case STRING, JAVASCRIPT, SYMBOL -> at + 4 + int32(bytes, at);
            case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> at + int32(bytes, at);
            case BINARY -> at + 5 + int32(bytes, at);
            case UNDEFINED, NULL, MIN_KEY, MAX_KEY -> at;
            case OBJECT_ID -> at + 12;
            case BOOLEAN -> at + 1;
            case REGULAR_EXPRESSION -> nameEnd(bytes, nameEnd(bytes, at) + 1) + 1;
            case DB_POINTER -> at + 4 + int32(bytes, at) + 12;
            case INT32 -> at + 4;
            case DECIMAL128 -> at + 16;
            case END_OF_DOCUMENT -> throw new BsonSerializationException("a document ends too early");
        };
    }
}
