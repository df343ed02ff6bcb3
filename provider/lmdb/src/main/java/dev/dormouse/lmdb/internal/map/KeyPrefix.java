package dev.dormouse.lmdb.internal.map;

/** What stands before the keys of one index among those of its table: its number in two bytes, highest first. */
public final class KeyPrefix {

    /** The length of a prefix. */
    public static final int LENGTH = 2;

    /** No prefix: the map of the records. */
    public static final byte[] NONE = {};

    private KeyPrefix() {}

    /** Returns the prefix of an index. */
    public static byte[] of(int index) {
        if (index < 0 || index > 0xFFFF) {
            throw new AssertionError("index number " + index);
        }
        return new byte[] {(byte) (index >>> 8), (byte) index};
    }
}
