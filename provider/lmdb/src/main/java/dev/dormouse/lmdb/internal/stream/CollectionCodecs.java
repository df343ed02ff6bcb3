package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.lmdb.internal.shape.Shape;
import dev.dormouse.store.type.BasicType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codecs of lists, sets and maps. */
final class CollectionCodecs {

    private CollectionCodecs() {}

    /** A list or set as an array. */
    static final class Sequence extends StreamCodec {

        private final StreamCodec element;
        private final boolean isSet;

        Sequence(StreamCodec element, boolean isSet) {
            this.element = element;
            this.isSet = isSet;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            Collection<?> items = (Collection<?>) value;
            out.writeStartArray(items, items.size());
            for (Object item : items) {
                element.writeNullable(out, item);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            JsonForm.expect(in, JsonToken.START_ARRAY);
            Collection<@Nullable Object> items = isSet ? new LinkedHashSet<>() : new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(element.readNullable(in));
            }
            return items;
        }
    }

    /** A map as an object; keys are texts there. */
    static final class Entries extends StreamCodec {

        private final ScalarCodecs.@Nullable Constant constants;
        private final @Nullable BasicType basic;
        private final StreamCodec values;

        Entries(Shape key, StreamCodec values) {
            this.constants = key instanceof Shape.Constant constant ? new ScalarCodecs.Constant(constant) : null;
            this.basic = key instanceof Shape.Basic known ? known.type() : null;
            this.values = values;
        }

        @Override
        public void write(JsonGenerator out, Object value) throws IOException {
            Map<?, ?> entries = (Map<?, ?>) value;
            out.writeStartObject(entries, entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                Object key = entry.getKey();
                out.writeFieldName(key instanceof Enum<?> constant ? constant.name() : key.toString());
                values.writeNullable(out, entry.getValue());
            }
            out.writeEndObject();
        }

        @Override
        public Object read(JsonParser in) throws IOException {
            JsonForm.expect(in, JsonToken.START_OBJECT);
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                Object key = key(in, in.currentName());
                in.nextToken();
                entries.put(key, values.readNullable(in));
            }
            return entries;
        }

        private Object key(JsonParser in, String name) throws IOException {
            if (constants != null) {
                return constants.named(in, name);
            }
            if (basic == BasicType.UUID) {
                return UUID.fromString(name);
            }
            if (basic == BasicType.INTEGER) {
                return Integer.valueOf(name);
            }
            return basic == BasicType.LONG ? (Object) Long.valueOf(name) : name;
        }
    }
}
