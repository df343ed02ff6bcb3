package dev.dormouse.lmdb.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** The JSON form of every basic type. */
public final class BasicJson {

    private static final Map<BasicType, JsonForm<?>> FORMS = new EnumMap<>(Map.ofEntries(
            Map.entry(BasicType.BOOLEAN, JsonForm.truth()),
            Map.entry(BasicType.INTEGER, JsonForm.<Integer>number(JsonGenerator::writeNumber, JsonParser::getIntValue)),
            Map.entry(BasicType.LONG, JsonForm.<Long>number(JsonGenerator::writeNumber, JsonParser::getLongValue)),
            Map.entry(BasicType.FLOAT, JsonForm.<Float>number(JsonGenerator::writeNumber, BasicJson::floating)),
            Map.entry(BasicType.DOUBLE, JsonForm.<Double>number(JsonGenerator::writeNumber, BasicJson::doubled)),
            Map.entry(
                    BasicType.BIG_INTEGER,
                    JsonForm.<java.math.BigInteger>number(JsonGenerator::writeNumber, JsonParser::getBigIntegerValue)),
            Map.entry(
                    BasicType.DECIMAL,
                    JsonForm.<java.math.BigDecimal>number(JsonGenerator::writeNumber, JsonParser::getDecimalValue)),
            Map.entry(BasicType.STRING, JsonForm.<String>text(text -> text, text -> text)),
            Map.entry(BasicType.BYTES, JsonForm.binary()),
            Map.entry(BasicType.UUID, JsonForm.text(UUID::toString, UUID::fromString)),
            Map.entry(BasicType.DATE, JsonForm.text(LocalDate::toString, LocalDate::parse)),
            Map.entry(BasicType.TIME, JsonForm.text(LocalTime::toString, LocalTime::parse)),
            Map.entry(BasicType.TIMESTAMP, JsonForm.text(LocalDateTime::toString, LocalDateTime::parse)),
            Map.entry(BasicType.INSTANT, JsonForm.text(Instant::toString, Instant::parse)),
            Map.entry(BasicType.OFFSET_TIME, JsonForm.text(OffsetTime::toString, OffsetTime::parse)),
            Map.entry(BasicType.OFFSET_TIMESTAMP, JsonForm.text(OffsetDateTime::toString, OffsetDateTime::parse))));

    private BasicJson() {}

    /** Returns the form of a type; {@code T} is the class of its values. */
    @SuppressWarnings("unchecked")
    public static <T> JsonForm<T> form(BasicType type) {
        JsonForm<?> form = FORMS.get(type);
        if (form == null) {
            throw new AssertionError("a basic type without JSON: " + type);
        }
        return (JsonForm<T>) form;
    }

    /** Writes a value of a type. */
    public static void write(JsonGenerator out, BasicType type, Object value) throws IOException {
        form(type).write(out, value);
    }

    /** Reads a value of a type. */
    public static Object read(JsonParser in, BasicType type) throws IOException {
        return form(type).read(in);
    }

    /** What is no number in JSON is a text: NaN and the infinities. */
    private static double doubled(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING ? Double.parseDouble(in.getText()) : in.getDoubleValue();
    }

    private static float floating(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_STRING ? Float.parseFloat(in.getText()) : in.getFloatValue();
    }
}
