package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.shape.Property;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one shape are streamed. */
public abstract class StreamCodec {

    /** Writes a value that is not null. */
    public abstract void write(JsonGenerator out, Object value) throws IOException;

    /** Reads a value; the parser stands at its first token, and at its last afterwards. */
    public abstract @Nullable Object read(JsonParser in) throws IOException;

    /** Writes a property of an object. */
    void writeProperty(JsonGenerator out, Property property, Object owner) throws IOException {
        writeNullable(out, property.get(owner));
    }

    final void writeNullable(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            write(out, value);
        }
    }

    final @Nullable Object readNullable(JsonParser in) throws IOException {
        return in.currentToken() == JsonToken.VALUE_NULL ? null : read(in);
    }
}
