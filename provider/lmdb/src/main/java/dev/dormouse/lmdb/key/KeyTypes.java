package dev.dormouse.lmdb.key;

/** The types of keys. */
public final class KeyTypes {

    private KeyTypes() {}

    /** Returns text, ordered by code point; a NUL may stand in it, a lone surrogate may not. */
    public static StringKey string() {
        return StringKey.INSTANCE;
    }

    /** Returns whole numbers of 64 bits with sign. */
    public static KeyType<Long> int64() {
        return LongKey.INSTANCE;
    }
}
