package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.BooleanLiteral;
import dev.dormouse.jpql.ast.DateLiteral;
import dev.dormouse.jpql.ast.Literal;
import dev.dormouse.jpql.ast.NullLiteral;
import dev.dormouse.jpql.ast.NumericLiteral;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.StringLiteral;
import dev.dormouse.jpql.ast.TimeLiteral;
import dev.dormouse.jpql.ast.TimestampLiteral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Turns literals into nodes. */
final class LiteralReader {

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final QueryText text;

    LiteralReader(QueryText text) {
        this.text = text;
    }

    Literal read(JpqlGrammar.LiteralContext literal) {
        Token token = literal.getStart();
        Position position = text.position(token);
        return switch (token.getType()) {
            case JpqlTokens.STRING -> new StringLiteral(unquoted(token), position);
            case JpqlTokens.NUMBER -> new NumericLiteral(new NumberReader(text, token).value(false), position);
            case JpqlTokens.TRUE -> new BooleanLiteral(true, position);
            case JpqlTokens.FALSE -> new BooleanLiteral(false, position);
            case JpqlTokens.NULL -> new NullLiteral(position);
            default -> escape(literal, position);
        };
    }

    /** Reads a number with the sign before it. */
    NumericLiteral signed(Token sign, Token number) {
        boolean negative = sign.getType() == JpqlTokens.MINUS;
        return new NumericLiteral(new NumberReader(text, number).value(negative), text.position(sign));
    }

    static String unquoted(Token string) {
        String quoted = string.getText();
        return quoted.substring(1, quoted.length() - 1).replace("''", "'");
    }

    private Literal escape(JpqlGrammar.LiteralContext literal, Position position) {
        Token kind = literal.name().getStart();
        Token value = literal.STRING().getSymbol();
        try {
            return switch (kind.getText().toLowerCase(Locale.ROOT)) {
                case "d" -> new DateLiteral(LocalDate.parse(unquoted(value), DATE), position);
                case "t" -> new TimeLiteral(LocalTime.parse(unquoted(value), TIME), position);
                case "ts" -> new TimestampLiteral(LocalDateTime.parse(unquoted(value), TIMESTAMP), position);
                default -> throw text.refusal(kind, "unknown kind of literal", "Expected d, t or ts.", "");
            };
        } catch (DateTimeParseException e) {
            throw malformed(kind, value);
        }
    }

    private RuntimeException malformed(Token kind, Token value) {
        String form =
                switch (kind.getText().toLowerCase(Locale.ROOT)) {
                    case "d" -> "{d 'yyyy-mm-dd'}";
                    case "t" -> "{t 'hh:mm:ss'}";
                    default -> "{ts 'yyyy-mm-dd hh:mm:ss'}";
                };
        return text.refusal(value, "no such date or time:", "Expected the form " + form + ".", "");
    }
}
