package dev.dormouse.lmdb.internal.record;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Finds values in CBOR (RFC 8949) where they lie, passing over the others without decoding them. What is no CBOR is an
 * {@link IllegalArgumentException} or an {@link IndexOutOfBoundsException}.
 */
final class CborPlaces {

    /** No such place: the field is absent. */
    static final int NONE = -1;

    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int ENDLESS = 31;
    private static final int BREAK = 0xFF;
    private static final int NULL = 0xF6;
    private static final int TRUE = 0xF5;
    private static final int FALSE = 0xF4;
    private static final int DEEPEST = 200;

    private CborPlaces() {}

    private static int head(DirectBuffer buffer, int at) {
        return buffer.getByte(at) & 0xFF;
    }

    private static int major(int head) {
        return head >>> 5;
    }

    private static int info(int head) {
        return head & 31;
    }

    /** Returns where an item's content begins, after its head and argument. */
    private static int content(DirectBuffer buffer, int at) {
        int info = info(head(buffer, at));
        if (info < 24 || info == ENDLESS) {
            return at + 1;
        }
        if (info > 27) {
            throw new IllegalArgumentException("no head of an item: " + info);
        }
        return at + 1 + (1 << (info - 24));
    }

    /** Returns the argument of an item: its number, or the length of what follows. */
    private static long argument(DirectBuffer buffer, int at) {
        int info = info(head(buffer, at));
        return switch (info) {
            case 24 -> buffer.getByte(at + 1) & 0xFFL;
            case 25 -> buffer.getShort(at + 1, ByteOrder.BIG_ENDIAN) & 0xFFFFL;
            case 26 -> buffer.getInt(at + 1, ByteOrder.BIG_ENDIAN) & 0xFFFF_FFFFL;
            case 27 -> buffer.getLong(at + 1, ByteOrder.BIG_ENDIAN);
            default -> info;
        };
    }

    private static int length(DirectBuffer buffer, int at) {
        long length = argument(buffer, at);
        if (length < 0 || length > buffer.capacity()) {
            throw new IllegalArgumentException("a length of " + length);
        }
        return (int) length;
    }

    private static boolean isEndless(DirectBuffer buffer, int at) {
        return info(head(buffer, at)) == ENDLESS;
    }

    /** Returns where the item after the one at a place begins. */
    static int after(DirectBuffer buffer, int at) {
        return after(buffer, at, 0);
    }

    private static int after(DirectBuffer buffer, int at, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("items nested deeper than " + DEEPEST);
        }
        int next = content(buffer, at);
        boolean endless = isEndless(buffer, at);
        switch (major(head(buffer, at))) {
            case BYTES, TEXT -> {
                return endless ? afterItems(buffer, next, Long.MAX_VALUE, depth) : next + length(buffer, at);
            }
            case ARRAY -> {
                return afterItems(buffer, next, endless ? Long.MAX_VALUE : length(buffer, at), depth);
            }
            case MAP -> {
                return afterItems(buffer, next, endless ? Long.MAX_VALUE : 2L * length(buffer, at), depth);
            }
            case TAG -> {
                return after(buffer, next, depth + 1);
            }
            default -> {
                return next;
            }
        }
    }

    private static int afterItems(DirectBuffer buffer, int first, long count, int depth) {
        int next = first;
        for (long i = 0; i < count; i++) {
            if (count == Long.MAX_VALUE && head(buffer, next) == BREAK) {
                return next + 1;
            }
            next = after(buffer, next, depth + 1);
        }
        return next;
    }

    /** Returns the place of a value in the map at a place, {@link #NONE} if it is absent or null. */
    static int field(DirectBuffer buffer, int map, String name) {
        if (major(head(buffer, map)) != MAP) {
            throw new IllegalArgumentException("no map: " + head(buffer, map));
        }
        boolean endless = isEndless(buffer, map);
        int fields = endless ? Integer.MAX_VALUE : length(buffer, map);
        int at = content(buffer, map);
        for (int i = 0; i < fields; i++) {
            if (endless && head(buffer, at) == BREAK) {
                return NONE;
            }
            int value = after(buffer, at);
            if (isText(buffer, at, name)) {
                return head(buffer, value) == NULL ? NONE : value;
            }
            at = after(buffer, value);
        }
        return NONE;
    }

    /** Tells whether names can be found: those that are the same in bytes and characters. */
    static boolean isFindable(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(DirectBuffer buffer, int at, String text) {
        if (!isWholeText(buffer, at) || length(buffer, at) != text.length()) {
            return false;
        }
        int start = content(buffer, at);
        for (int i = 0; i < text.length(); i++) {
            if (buffer.getByte(start + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a text lies there in one piece. */
    static boolean isWholeText(DirectBuffer buffer, int at) {
        return major(head(buffer, at)) == TEXT && !isEndless(buffer, at);
    }

    /** Compares the bytes of a text in one piece with others as unsigned. */
    static int compareText(DirectBuffer buffer, int at, byte[] other) {
        return FlatReader.compareBytes(buffer, content(buffer, at), length(buffer, at), other);
    }

    /** Returns a whole number. */
    static long number(DirectBuffer buffer, int at) {
        int major = major(head(buffer, at));
        long argument = argument(buffer, at);
        if (major > 1 || isEndless(buffer, at) || argument < 0) {
            throw new IllegalArgumentException("no whole number of 64 bits");
        }
        return major == 0 ? argument : ~argument;
    }

    /** Returns a truth. */
    static boolean truth(DirectBuffer buffer, int at) {
        int head = head(buffer, at);
        if (head != TRUE && head != FALSE) {
            throw new IllegalArgumentException("no truth: " + head);
        }
        return head == TRUE;
    }
}
