package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Reads one number by the rules of Java's literals, with the suffixes of section 4.7.1. */
final class NumberReader {

    private final QueryText text;
    private final Token token;

    NumberReader(QueryText text, Token token) {
        this.text = text;
        this.token = token;
    }

    Number value(boolean negative) {
        String written = token.getText().replace("_", "").toUpperCase(Locale.ROOT);
        String sign = negative ? "-" : "";
        try {
            if (written.endsWith("BI")) {
                return new BigInteger(sign + integral(written.substring(0, written.length() - 2)));
            }
            if (written.endsWith("BD")) {
                return new BigDecimal(sign + written.substring(0, written.length() - 2));
            }
            String digits = written.substring(0, written.length() - 1);
            return switch (written.charAt(written.length() - 1)) {
                case 'L' -> Long.valueOf(sign + decimal(integral(digits)));
                case 'F' -> inRange(Float.valueOf(sign + digits), digits);
                case 'D' -> inRange(Double.valueOf(sign + digits), digits);
                default ->
                    isIntegral(written)
                            ? Integer.valueOf(sign + decimal(written))
                            : inRange(Double.valueOf(sign + written), written);
            };
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
    }

    private static boolean isIntegral(String digits) {
        return digits.indexOf('.') < 0 && digits.indexOf('E') < 0;
    }

    private String integral(String digits) {
        if (isIntegral(digits)) {
            return digits;
        }
        throw text.refusal(token, "malformed number", "Expected digits only before this suffix.", "");
    }

    /** Java reads a leading zero as octal, SQL does not: neither is guessed. */
    private String decimal(String digits) {
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            throw text.refusal(token, "leading zero in", "Expected a decimal number.", "Leave the zero out.");
        }
        return digits;
    }

    /** As in Java, a literal must not be rounded to infinity or to zero. */
    private Number inRange(Number value, String digits) {
        double number = value.doubleValue();
        if (Double.isInfinite(number) || (number == 0 && hasNonZeroDigit(digits))) {
            throw outOfRange();
        }
        return value;
    }

    private static boolean hasNonZeroDigit(String digits) {
        int exponent = digits.indexOf('E');
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        return mantissa.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }

    private JpqlSyntaxException outOfRange() {
        String written = token.getText().toUpperCase(Locale.ROOT);
        String range =
                switch (written.charAt(written.length() - 1)) {
                    case 'L' -> "Expected a long. Append BI for a BigInteger.";
                    case 'F' -> "Expected a float. Append D for a double or BD for a BigDecimal.";
                    case 'D' ->
                        written.endsWith("BD")
                                ? "Expected a BigDecimal, whose exponent is an int."
                                : "Expected a double. Append BD for a BigDecimal.";
                    default ->
                        isIntegral(written)
                                ? "Expected an int. Append L for a long or BI for a BigInteger."
                                : "Expected a double. Append BD for a BigDecimal.";
                };
        return text.refusal(token, "number out of range", range, "");
    }
}
