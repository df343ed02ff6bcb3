package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.type.BasicType;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.agrona.DirectBuffer;

/** Compares values with what lies in a FlatBuffers record, without making objects of it. */
final class FlatComparison {

    /** Where a byte in UTF-8 is not a character of its own. */
    private static final long NOT_ASCII = 0x8080808080808080L;

    private FlatComparison() {}

    /** Tells whether the value at a place is this one, as {@code equals} would. */
    static boolean isValue(DirectBuffer buffer, int at, BasicType type, Object value) {
        return switch (type) {
            case BOOLEAN -> (buffer.getByte(at) != 0) == (Boolean) value;
            case INTEGER -> FlatReader.intAt(buffer, at) == (Integer) value;
            case LONG -> FlatReader.longAt(buffer, at) == (Long) value;
            case STRING -> isText(buffer, at, (String) value);
            case UUID -> {
                UUID uuid = (UUID) value;
                yield FlatReader.longAt(buffer, at) == uuid.getMostSignificantBits()
                        && FlatReader.longAt(buffer, at + Long.BYTES) == uuid.getLeastSignificantBits();
            }
            case DATE -> FlatReader.longAt(buffer, at) == ((LocalDate) value).toEpochDay();
            case INSTANT -> {
                Instant instant = (Instant) value;
                yield FlatReader.longAt(buffer, at) == instant.getEpochSecond()
                        && FlatReader.intAt(buffer, at + Long.BYTES) == instant.getNano();
            }
            default -> Objects.deepEquals(FlatReader.basic(buffer, at, type), value);
        };
    }

    private static boolean isText(DirectBuffer buffer, int at, String text) {
        int vector = FlatReader.follow(buffer, at);
        int count = FlatReader.count(buffer, vector);
        int length = text.length();
        if (count < length) {
            return false;
        }
        int start = vector + Integer.BYTES;
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = buffer.getLong(start + i, ByteOrder.LITTLE_ENDIAN);
            if ((eight & NOT_ASCII) != 0) {
                return text.equals(FlatReader.text(buffer, at));
            }
            for (int place = 0; place < Long.BYTES; place++, eight >>>= Byte.SIZE) {
                if ((eight & 0xFF) != text.charAt(i + place)) {
                    return false;
                }
            }
        }
        for (; i < length; i++) {
            byte stored = buffer.getByte(start + i);
            if (stored < 0) {
                return text.equals(FlatReader.text(buffer, at));
            }
            if (stored != text.charAt(i)) {
                return false;
            }
        }
        return count == length;
    }
}
