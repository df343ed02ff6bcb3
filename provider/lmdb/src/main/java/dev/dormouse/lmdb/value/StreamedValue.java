package dev.dormouse.lmdb.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.stream.StreamCodec;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Values as JSON or CBOR. */
final class StreamedValue<V> implements ValueType<V> {

    private final String name;
    private final JsonFactory factory;
    private final StreamCodec codec;
    private final StreamCodec json;
    private final Class<V> javaClass;

    /**
     * Makes it.
     *
     * @param codec writes what is stored, to streams of the factory
     * @param json writes and reads the same values as JSON
     */
    StreamedValue(String name, JsonFactory factory, StreamCodec codec, StreamCodec json, Class<V> javaClass) {
        this.name = name;
        this.factory = factory;
        this.codec = codec;
        this.json = json;
        this.javaClass = javaClass;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void encode(ValueBuffer out, V value) {
        try (JsonGenerator generator = factory.createGenerator(out)) {
            codec.write(generator, value);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    ValueMessages.NOT_WELL_FORMED.text(name, javaClass.getName(), e.getMessage()), e);
        }
    }

    @Override
    public V decode(DirectBuffer bytes) {
        try (JsonParser parser = factory.createParser(Corrupt.copy(bytes))) {
            parser.nextToken();
            V value = read(codec, parser);
            if (parser.nextToken() != null) {
                throw Corrupt.value(bytes, name, "It goes on after its end", null);
            }
            return value;
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Corrupt.value(bytes, name, "It is not well-formed", e);
        }
    }

    @SuppressWarnings("NullAway") // a JSON value may be null, if that is what was written
    private V read(StreamCodec from, JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            throw new JsonParseException(parser, "nothing is there");
        }
        @Nullable Object value = from.read(parser);
        return javaClass.cast(value);
    }

    @Override
    public void writeJson(JsonGenerator out, V value) throws IOException {
        json.write(out, value);
    }

    @Override
    public V readJson(JsonParser in) throws IOException {
        return read(json, in);
    }
}
