package dev.dormouse.lmdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of all maps as lines of JSON, and back. */
final class Dump {

    private static final int FORMAT = 1;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final LmdbDatabase database;
    private final OpenedMaps maps;

    Dump(LmdbDatabase database, OpenedMaps maps) {
        this.database = database;
        this.maps = maps;
    }

    // ------------------------------------------------------------------ writing

    long write(Writer out) {
        return database.<Long>read(transaction -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                json.setRootValueSeparator(null);
                json.writeStartObject();
                json.writeNumberField("dormouse", FORMAT);
                json.writeEndObject();
                json.writeRaw('\n');
                long rows = 0;
                for (MapDefinition definition : maps.bytes().definitions()) {
                    OpenedMap<?, ?> opened = maps.find(definition.uuid());
                    if (opened == null) {
                        throw new StoreException(MapMessages.NOT_OPEN.text(definition.name()));
                    }
                    rows += write(json, transaction.map(opened.descriptor()));
                }
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <K, V> long write(JsonGenerator json, TypedMap<K, V> map) throws IOException {
        MapDescriptor<K, V> descriptor = map.descriptor();
        json.writeStartObject();
        json.writeStringField("map", descriptor.name());
        json.writeStringField("uuid", descriptor.uuid().toString());
        json.writeStringField("key", descriptor.keyType().name());
        json.writeStringField("value", descriptor.valueType().name());
        json.writeNumberField("version", descriptor.version());
        json.writeEndObject();
        json.writeRaw('\n');
        long rows = 0;
        try (MapCursor cursor = map.select().cursor()) {
            while (cursor.next()) {
                json.writeStartObject();
                json.writeFieldName("k");
                descriptor.keyType().writeJson(json, map.key(cursor.key()));
                json.writeFieldName("v");
                descriptor.valueType().writeJson(json, map.value(cursor));
                json.writeEndObject();
                json.writeRaw('\n');
                rows++;
            }
        }
        return rows;
    }

    // ------------------------------------------------------------------ reading

    long read(List<String> lines, LmdbTransaction transaction) {
        long rows = 0;
        TypedMap<?, ?> map = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try (JsonParser json = JSON.createParser(line)) {
                expect(json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME);
                switch (json.currentName()) {
                    case "dormouse" -> expect(json.nextIntValue(0) == FORMAT);
                    case "map" -> map = map(json, transaction);
                    default -> {
                        row(json, map);
                        rows++;
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
                throw new StoreException(MapMessages.BAD_DUMP.text(i + 1, shown), e);
            }
        }
        return rows;
    }

    private static void expect(boolean so) throws IOException {
        if (!so) {
            throw new IOException("not a line of a dump");
        }
    }

    private TypedMap<?, ?> map(JsonParser json, LmdbTransaction transaction) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (JsonToken token = json.currentToken(); token == JsonToken.FIELD_NAME; token = json.nextToken()) {
            String name = json.currentName();
            json.nextToken();
            fields.put(name, json.getText());
        }
        expect(fields.keySet().containsAll(List.of("map", "uuid", "key", "value")));
        OpenedMap<?, ?> opened = maps.find(UUID.fromString(fields.getOrDefault("uuid", "")));
        String name = fields.getOrDefault("map", "");
        if (opened == null) {
            throw new StoreException(MapMessages.UNKNOWN_MAP.text(name));
        }
        MapDescriptor<?, ?> descriptor = opened.descriptor();
        String keys = fields.getOrDefault("key", "");
        if (!descriptor.keyType().name().equals(keys)) {
            throw new StoreException(MapMessages.OTHER_TYPE.text(
                    name,
                    "key type",
                    keys,
                    descriptor.name(),
                    descriptor.keyType().name()));
        }
        String values = fields.getOrDefault("value", "");
        if (!descriptor.valueType().reads(values)) {
            throw new StoreException(MapMessages.OTHER_TYPE.text(
                    name,
                    "value type",
                    values,
                    descriptor.name(),
                    descriptor.valueType().name()));
        }
        return transaction.map(descriptor);
    }

    private static <K, V> void row(JsonParser json, @Nullable TypedMap<K, V> map) throws IOException {
        if (map == null) {
            throw new IOException("a row before its map");
        }
        expect(json.currentName().equals("k"));
        json.nextToken();
        K key = map.descriptor().keyType().readJson(json);
        expect(json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals("v"));
        json.nextToken();
        V value = map.descriptor().valueType().readJson(json);
        expect(json.nextToken() == JsonToken.END_OBJECT);
        map.put(key, value);
    }
}
