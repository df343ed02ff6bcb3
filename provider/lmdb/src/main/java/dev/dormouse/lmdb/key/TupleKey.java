package dev.dormouse.lmdb.key;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.failure.ValueMessages;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.MalformedKeyException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys of two to five parts, ordered by the first, then by the second, and so on. The keys are records of the user, or {@link Tuple2} to {@link Tuple5}; the parts follow each
 * other without separator. A part may be null only if its type is {@link KeyTypes#nullable}.
 *
 * @param <T> the class of the keys
 */
public abstract class TupleKey<T> implements KeyType<T> {

    private final List<KeyPart<T, ?>> parts;
    private final String name;

    TupleKey(List<KeyPart<T, ?>> parts) {
        this.parts = parts;
        this.name = parts.stream().map(part -> part.type().name()).collect(Collectors.joining(",", "tuple(", ")"));
    }

    /** Makes a key of its parts. */
    abstract T make(@Nullable Object[] values);

    @Override
    public final String name() {
        return name;
    }

    /** Tells whether a part is null that must not be: an index that leaves nulls out has no entry for such a key. */
    public final boolean isIncomplete(T key) {
        for (KeyPart<T, ?> part : parts) {
            if (!(part.type() instanceof NullableKey) && part.from().apply(key) == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public final void encode(KeyBuffer out, T key) {
        BasicKey.checkPresent(key, name);
        for (int i = 0; i < parts.size(); i++) {
            KeyPart<T, ?> part = parts.get(i);
            if (part.type() instanceof NullableKey || part.from().apply(key) != null) {
                part.encode(out, key);
            } else {
                throw new MalformedKeyException(ValueMessages.NULL_PART.text(i + 1, name));
            }
        }
    }

    @Override
    public final T decode(KeyDecoder in) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).type().decode(in);
        }
        return make(values);
    }

    @Override
    public final void writeJson(JsonGenerator out, T key) throws IOException {
        out.writeStartArray();
        for (KeyPart<T, ?> part : parts) {
            writeJson(out, part, key);
        }
        out.writeEndArray();
    }

    private static <T, P> void writeJson(JsonGenerator out, KeyPart<T, P> part, T key) throws IOException {
        part.type().writeJson(out, part.from().apply(key));
    }

    @Override
    public final T readJson(JsonParser in) throws IOException {
        JsonForm.expect(in, JsonToken.START_ARRAY);
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            in.nextToken();
            values[i] = parts.get(i).type().readJson(in);
        }
        in.nextToken();
        JsonForm.expect(in, JsonToken.END_ARRAY);
        return make(values);
    }

    /** Begins a prefix with the first parts, given by a type and a value each. */
    final KeyBuffer beginning(Object... values) {
        KeyBuffer bytes = new KeyBuffer();
        for (int i = 0; i < values.length; i++) {
            append(bytes, parts.get(i), values[i]);
        }
        return bytes;
    }

    @SuppressWarnings("unchecked")
    private static <P> void append(KeyBuffer bytes, KeyPart<?, P> part, Object value) {
        part.type().encode(bytes, (P) value);
    }

    /** Returns the prefix of all keys that begin with these parts. */
    final KeyPrefix<T> prefix(Object... values) {
        return new KeyPrefix<>(this, beginning(values));
    }

    /** Returns the prefix of all keys that begin with these parts, followed by a part that begins so. */
    final KeyPrefix<T> prefix(KeyPrefix<?> last, Object... values) {
        KeyType<?> type = parts.get(values.length).type();
        KeyBuffer bytes = beginning(values);
        if (type instanceof NullableKey<?> nullable && nullable.type() == last.type()) {
            bytes.put(1);
        } else if (type != last.type()) {
            throw new IllegalArgumentException(ValueMessages.FOREIGN_PREFIX.text(last, values.length + 1, name));
        }
        return new KeyPrefix<>(this, bytes.put(last.bytes()));
    }
}
