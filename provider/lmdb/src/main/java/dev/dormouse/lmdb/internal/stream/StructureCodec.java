package dev.dormouse.lmdb.internal.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.json.JsonForm;
import dev.dormouse.lmdb.internal.shape.Property;
import dev.dormouse.lmdb.internal.shape.Structure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record or bean as an object. A null is left out where the class has none by itself, either; what is not there keeps what the class gives it; names that the class
 * does not have are skipped.
 */
final class StructureCodec extends StreamCodec {

    private final Structure structure;
    private final Map<String, Integer> places = new HashMap<>();
    private List<StreamCodec> codecs = List.of();

    StructureCodec(Structure structure) {
        this.structure = structure;
    }

    void complete(List<StreamCodec> all) {
        codecs = all;
        for (Property property : structure.properties()) {
            places.put(property.name(), places.size());
        }
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
        out.writeStartObject(value);
        List<Property> properties = structure.properties();
        for (int i = 0; i < codecs.size(); i++) {
            Property property = properties.get(i);
            if (property.isPrimitive()) {
                out.writeFieldName(property.name());
                codecs.get(i).writeProperty(out, property, value);
            } else {
                Object held = property.get(value);
                if (held != null || property.initial() != null) {
                    out.writeFieldName(property.name());
                    codecs.get(i).writeNullable(out, held);
                }
            }
        }
        out.writeEndObject();
    }

    @Override
    public Object read(JsonParser in) throws IOException {
        JsonForm.expect(in, JsonToken.START_OBJECT);
        @Nullable Object[] values = structure.blank();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Integer place = places.get(in.currentName());
            in.nextToken();
            if (place == null) {
                in.skipChildren();
            } else {
                Object value = codecs.get(place).readNullable(in);
                if (value == null && structure.properties().get(place).isPrimitive()) {
                    throw new JsonParseException(
                            in, "null in " + structure.properties().get(place));
                }
                values[place] = value;
            }
        }
        JsonForm.expect(in, JsonToken.END_OBJECT);
        return structure.make(values);
    }
}
