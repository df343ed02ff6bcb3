package dev.dormouse.store.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one field that come again and again, such as cities: a known one is found by its bytes in UTF-8, nothing is decoded, and all who read it get one instance. Texts of
 * up to {@value #LONGEST} bytes are kept, {@value #PLACES} at most. A field is given up for good when fewer than two in three are known: then nothing is kept, and it costs one
 * comparison to know that.
 *
 * <p>Thread-safe without locks. Two threads that read a text for the first time at once may make it twice.
 */
public final class SharedTexts {

    private static final int LONGEST = 32;
    private static final int PLACE_BITS = 7;
    private static final int PLACES = 1 << PLACE_BITS;

    /** How many places a text has. */
    private static final int TRIED = 8;

    /** What an unknown text costs; a known one earns one. */
    private static final int UNKNOWN = 2;

    private static final int FIRST_CREDIT = 128;

    /** There no more is earned, so that threads that read known texts write nothing that others read. */
    private static final int MOST_CREDIT = 256;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private @Nullable Text @Nullable [] texts;
    private int credit = FIRST_CREDIT;

    /**
     * A text and its bytes, as {@link #find} takes them. Its fields are final, so that other threads see them.
     */
    private record Text(int length, long first, long second, long third, long last, String decoded) {

        boolean has(int itsLength, long itsFirst, long itsSecond, long itsThird, long itsLast) {
            return first == itsFirst
                    && last == itsLast
                    && length == itsLength
                    && second == itsSecond
                    && third == itsThird;
        }
    }

    /** Tells whether a text of so many bytes may be known; others are not to be asked for. */
    public boolean takes(int length) {
        return credit > 0 && length <= LONGEST;
    }

    /**
     * Returns the text with these bytes, eight in a number, the first one lowest, or null if it is not known.
     *
     * @param length how many bytes it has; {@link #takes} has said yes
     * @param first the first eight, or all there are
     * @param second the eight behind these if there are more than sixteen, otherwise 0
     * @param third the eight before the last if there are more than sixteen, otherwise 0
     * @param last the last eight, 0 if there are fewer than eight
     */
    public @Nullable String find(int length, long first, long second, long third, long last) {
        Text[] known = texts;
        if (known != null) {
            long mixed = mixed(length, first, second ^ third, last);
            for (int i = 0; i < TRIED; i++) {
                Text text = known[place(mixed, i)];
                if (text == null) {
                    return null;
                }
                if (text.has(length, first, second, third, last)) {
                    if (credit < MOST_CREDIT) {
                        credit++;
                    }
                    return text.decoded;
                }
            }
        }
        return null;
    }

    private static long mixed(int length, long first, long middle, long last) {
        long all = first ^ Long.rotateLeft(last, 29) ^ Long.rotateLeft(middle, 13) ^ length;
        return (all ^ (all >>> Integer.SIZE)) * 0x9E3779B97F4A7C15L;
    }

    /** Texts that have one place in common have others that differ. */
    private static int place(long mixed, int number) {
        int step = (int) (mixed >>> (Long.SIZE - 2 * PLACE_BITS)) | 1;
        return ((int) (mixed >>> (Long.SIZE - PLACE_BITS)) + number * step) & (PLACES - 1);
    }

    /** Keeps a text that was asked for and not known. */
    public String add(String decoded) {
        byte[] bytes = decoded.getBytes(StandardCharsets.UTF_8);
        credit -= UNKNOWN;
        if (credit <= 0) {
            texts = null;
        } else if (takes(bytes.length)) {
            put(text(bytes, decoded));
        }
        return decoded;
    }

    private void put(Text added) {
        Text[] known = texts;
        if (known == null) {
            known = new Text[PLACES];
            texts = known;
        }
        long mixed = mixed(added.length, added.first, added.second ^ added.third, added.last);
        int free = 0;
        while (free < TRIED && known[place(mixed, free)] != null) {
            free++;
        }
        known[place(mixed, free == TRIED ? 0 : free)] = added;
    }

    /** Returns the text that some bytes are. */
    public String get(byte[] bytes, int from, int length) {
        if (!takes(length)) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        boolean isLong = length > 2 * Long.BYTES;
        String known = find(
                length,
                first(bytes, from, length),
                isLong ? (long) LONG.get(bytes, from + Long.BYTES) : 0,
                isLong ? (long) LONG.get(bytes, from + length - 2 * Long.BYTES) : 0,
                last(bytes, from, length));
        return known == null ? add(new String(bytes, from, length, StandardCharsets.UTF_8)) : known;
    }

    private static Text text(byte[] bytes, String decoded) {
        int length = bytes.length;
        boolean isLong = length > 2 * Long.BYTES;
        return new Text(
                length,
                first(bytes, 0, length),
                isLong ? (long) LONG.get(bytes, Long.BYTES) : 0,
                isLong ? (long) LONG.get(bytes, length - 2 * Long.BYTES) : 0,
                last(bytes, 0, length),
                decoded);
    }

    private static long first(byte[] bytes, int from, int length) {
        if (length >= Long.BYTES) {
            return (long) LONG.get(bytes, from);
        }
        long all = 0;
        for (int i = length - 1; i >= 0; i--) {
            all = (all << Byte.SIZE) | (bytes[from + i] & 0xFF);
        }
        return all;
    }

    private static long last(byte[] bytes, int from, int length) {
        return length < Long.BYTES ? 0 : (long) LONG.get(bytes, from + length - Long.BYTES);
    }
}
