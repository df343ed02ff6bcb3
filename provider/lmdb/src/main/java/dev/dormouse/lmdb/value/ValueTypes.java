package dev.dormouse.lmdb.value;

/** The types of values. */
public final class ValueTypes {

    private ValueTypes() {}

    /** Returns text in UTF-8. */
    public static ValueType<String> string() {
        return StringValue.INSTANCE;
    }

    /** Returns whole numbers of 64 bits with sign. */
    public static ValueType<Long> int64() {
        return LongValue.INSTANCE;
    }
}
