package dev.dormouse.lmdb.internal.map;

/** What stands before the keys of one index among those of its table: its number in two bytes, highest first. */
public final class KeyPrefix {

    /** The length of a prefix. */
    public static final int LENGTH = 2;

    /** No prefix: the map of the records. */
    public static final byte[] NONE = {};

    private static final byte[][] USUAL = new byte[64][];

    static {
        for (int index = 0; index < USUAL.length; index++) {
            USUAL[index] = prefix(index);
        }
    }

    private KeyPrefix() {}

    /** Returns the prefix of an index, which nobody may write to. */
    public static byte[] of(int index) {
        if (index < 0 || index > 0xFFFF) {
            throw new AssertionError("index number " + index);
        }
        return index < USUAL.length ? USUAL[index] : prefix(index);
    }

    private static byte[] prefix(int index) {
        return new byte[] {(byte) (index >>> 8), (byte) index};
    }
}
