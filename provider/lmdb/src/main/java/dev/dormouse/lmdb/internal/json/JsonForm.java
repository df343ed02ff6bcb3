package dev.dormouse.lmdb.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * The JSON form of one class of values.
 *
 * @param <T> the class
 */
public final class JsonForm<T> {

    /** Writes a value. */
    public interface Writer<T> {
        void write(JsonGenerator out, T value) throws IOException;
    }

    /** Reads a value; the parser stands at its only token. */
    public interface Reader<T> {
        T read(JsonParser in) throws IOException;
    }

    private final Writer<T> writer;
    private final Reader<T> reader;

    private JsonForm(Writer<T> writer, Reader<T> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Makes the form of values that are true or false. */
    public static JsonForm<Boolean> truth() {
        return new JsonForm<>(JsonGenerator::writeBoolean, JsonParser::getBooleanValue);
    }

    /** Makes a form that is a JSON number. */
    public static <T> JsonForm<T> number(Writer<T> writer, Reader<T> reader) {
        return new JsonForm<>(writer, reader);
    }

    /** Makes a form that is a JSON text. */
    public static <T> JsonForm<T> text(Function<T, String> print, Function<String, T> parse) {
        return new JsonForm<>(
                (out, value) -> out.writeString(print.apply(value)),
                in -> parse.apply(expect(in, JsonToken.VALUE_STRING).getText()));
    }

    /** Makes the form of bytes: base 64. */
    public static JsonForm<byte[]> binary() {
        return new JsonForm<>(JsonGenerator::writeBinary, in -> expect(in, JsonToken.VALUE_STRING)
                .getBinaryValue());
    }

    /** Writes a value. */
    public void write(JsonGenerator out, T value) throws IOException {
        writer.write(out, value);
    }

    /** Reads a value; the parser stands at its only token. */
    public T read(JsonParser in) throws IOException {
        try {
            return reader.read(in);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new JsonParseException(in, "No value of this form: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the parser.
     *
     * @throws JsonParseException if it stands at another token
     */
    public static JsonParser expect(JsonParser in, JsonToken token) throws IOException {
        if (in.currentToken() != token) {
            throw new JsonParseException(in, in.currentToken() + " in place of " + token);
        }
        return in;
    }
}
