package dev.dormouse.store.type;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How long the values of a field may be; of an array it bounds each element. What a bound does not speak of, it lets pass.
 *
 * @param length the greatest number of characters of a text (code points), or of bytes
 * @param wholeDigits the greatest number of digits before the decimal point, of a number of type {@code BIG_INTEGER} or {@code DECIMAL}
 * @param fractionDigits the greatest number of digits behind it, zeros at the end aside
 */
public record Limit(int length, int wholeDigits, int fractionDigits) {

    /** Where nothing bounds. */
    public static final int ANY = Integer.MAX_VALUE;

    /** Lets every value pass. */
    public static final Limit NONE = new Limit(ANY, ANY, ANY);

    /** Returns the bound of a text or of bytes. */
    public static Limit length(int most) {
        return new Limit(most, ANY, ANY);
    }

    /** Returns the bound of a decimal number. */
    public static Limit digits(int whole, int fraction) {
        return new Limit(ANY, whole, fraction);
    }

    /** Returns whether a value is within it. */
    public boolean admits(Object value) {
        if (value instanceof String text) {
            return text.length() <= length || text.codePointCount(0, text.length()) <= length;
        }
        if (value instanceof byte[] bytes) {
            return bytes.length <= length;
        }
        if (value instanceof BigDecimal decimal) {
            return admits(decimal);
        }
        return !(value instanceof BigInteger integer) || wholeDigits == ANY || admits(new BigDecimal(integer));
    }

    private boolean admits(BigDecimal decimal) {
        return decimal.signum() == 0
                || ((long) decimal.precision() - decimal.scale() <= wholeDigits
                        && (decimal.scale() <= fractionDigits
                                || decimal.stripTrailingZeros().scale() <= fractionDigits));
    }

    /** Returns the narrowest limit that lets pass what one of the two does. */
    public Limit orWider(Limit other) {
        return new Limit(
                Math.max(length, other.length),
                Math.max(wholeDigits, other.wholeDigits),
                Math.max(fractionDigits, other.fractionDigits));
    }

    /** Says it in words, for messages. */
    @Override
    public String toString() {
        if (length != ANY) {
            return "at most " + length + " characters or bytes";
        }
        if (fractionDigits == ANY) {
            return wholeDigits == ANY ? "any value" : "at most " + wholeDigits + " digits";
        }
        String fraction = "at most " + fractionDigits + " digits behind the decimal point";
        return wholeDigits == ANY ? fraction : "at most " + wholeDigits + " digits before and " + fraction;
    }
}
