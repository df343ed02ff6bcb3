package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever JSON has, without a class: maps with texts as keys, lists, texts, bytes (CBOR only), numbers, truth, null. */
public final class TreeCodec extends StreamCodec {

    public static final TreeCodec INSTANCE = new TreeCodec();

    private TreeCodec() {}

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject(map, map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName((String) entry.getKey());
                writeNullable(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray(items, items.size());
            for (Object item : items) {
                writeNullable(out, item);
            }
            out.writeEndArray();
        } else {
            throw foreign(value);
        }
    }

    private static IllegalArgumentException foreign(Object value) {
        return new IllegalArgumentException(ValueMessages.NOT_WELL_FORMED.text(
                "json", value.getClass().getName(), "It must be of maps, lists, texts, numbers, truth and null"));
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            out.writeNumber(number.intValue());
        } else if (number instanceof Long) {
            out.writeNumber(number.longValue());
        } else if (number instanceof Double) {
            out.writeNumber(number.doubleValue());
        } else if (number instanceof Float) {
            out.writeNumber(number.floatValue());
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else {
            throw foreign(number);
        }
    }

    @Override
    public @Nullable Object read(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_EMBEDDED_OBJECT -> in.getBinaryValue();
            case START_ARRAY -> list(in);
            case START_OBJECT -> map(in);
            default -> throw new JsonParseException(in, in.currentToken() + " in place of a value");
        };
    }

    private List<@Nullable Object> list(JsonParser in) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != com.fasterxml.jackson.core.JsonToken.END_ARRAY) {
            items.add(read(in));
        }
        return items;
    }

    private Map<String, @Nullable Object> map(JsonParser in) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (in.nextToken() == com.fasterxml.jackson.core.JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            entries.put(name, read(in));
        }
        return entries;
    }
}
