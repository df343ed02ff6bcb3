package dev.dormouse.store.record;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Decimals as a sign, the power of ten above the first digit, and the digits in pairs: 12.5 is 0.125 times 10 to the 2. Equal values have equal
 * bytes whatever their scale.
 */
final class DecimalKey {

    private static final int NEGATIVE = 0;
    private static final int ZERO = 1;
    private static final int POSITIVE = 2;

    private DecimalKey() {}

    static void encode(KeyBuffer out, BigDecimal value) {
        if (value.signum() == 0) {
            out.put(ZERO);
            return;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        out.put(value.signum() < 0 ? NEGATIVE : POSITIVE);
        int start = out.length();
        exponent(out, (long) stripped.precision() - stripped.scale());
        String digits = stripped.unscaledValue().abs().toString();
        for (int i = 0; i < digits.length(); i += 2) {
            int tens = digits.charAt(i) - '0';
            int ones = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
            out.put(tens * 10 + ones + 1);
        }
        out.put(0);
        if (value.signum() < 0) {
            out.complementFrom(start);
        }
    }

    private static void exponent(KeyBuffer out, long exponent) {
        int count = (71 - Long.numberOfLeadingZeros(Math.abs(exponent))) / 8;
        int start = out.length();
        out.put(0x80 + count).putLowest(Math.abs(exponent), count);
        if (exponent < 0) {
            out.complementFrom(start);
        }
    }

    static BigDecimal decode(KeyDecoder in) {
        int sign = in.read();
        if (sign == ZERO) {
            return BigDecimal.ZERO;
        }
        if (sign == NEGATIVE) {
            in.invert();
        }
        long exponent = exponent(in);
        StringBuilder digits = new StringBuilder();
        for (int pair = in.read(); pair != 0; pair = in.read()) {
            digits.append((char) ('0' + (pair - 1) / 10)).append((char) ('0' + (pair - 1) % 10));
        }
        if (sign == NEGATIVE) {
            in.invert();
        }
        BigInteger unscaled = new BigInteger(digits.toString());
        int length = digits.length();
        if (digits.charAt(length - 1) == '0') {
            unscaled = unscaled.divide(BigInteger.TEN);
            length--;
        }
        BigDecimal value = new BigDecimal(unscaled, Math.toIntExact(length - exponent));
        return sign == NEGATIVE ? value.negate() : value;
    }

    private static long exponent(KeyDecoder in) {
        int header = in.read();
        boolean negative = header < 0x80;
        if (negative) {
            in.invert();
            header = ~header & 0xFF;
        }
        long exponent = in.readLowest(header - 0x80);
        if (negative) {
            in.invert();
            return -exponent;
        }
        return exponent;
    }
}
