package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.BooleanLiteral;
import dev.dormouse.jpql.ast.DateLiteral;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.TimeLiteral;
import dev.dormouse.jpql.ast.TimestampLiteral;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Prints literals. */
final class LiteralPrinter {

    private LiteralPrinter() {}

    static void print(StringBuilder out, Literal literal) {
        if (literal instanceof StringLiteral string) {
            string(out, string.value());
        } else if (literal instanceof NumericLiteral number) {
            out.append(number.value()).append(suffix(number.value()));
        } else if (literal instanceof BooleanLiteral bool) {
            out.append(bool.value() ? "TRUE" : "FALSE");
        } else if (literal instanceof DateLiteral date) {
            out.append("{d '").append(date.value()).append("'}");
        } else if (literal instanceof TimeLiteral time) {
            out.append("{t '").append(time(time.value())).append("'}");
        } else if (literal instanceof TimestampLiteral timestamp) {
            out.append("{ts '").append(timestamp.value().toLocalDate()).append(' ');
            out.append(time(timestamp.value().toLocalTime())).append("'}");
        } else {
            out.append("NULL");
        }
    }

    static void string(StringBuilder out, String value) {
        out.append('\'').append(value.replace("'", "''")).append('\'');
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    private static String suffix(Number value) {
        if (value instanceof Long) {
            return "L";
        }
        if (value instanceof Float) {
            return "F";
        }
        if (value instanceof BigInteger) {
            return "BI";
        }
        return value instanceof BigDecimal ? "BD" : "";
    }
}
