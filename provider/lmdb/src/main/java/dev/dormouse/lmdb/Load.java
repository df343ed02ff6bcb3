package dev.dormouse.lmdb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.open.OpenedMaps;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.store.Change;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a {@link Dump} into the maps and tables that they were in. */
final class Load {

    private final OpenedMaps maps;
    private final LmdbMapStore store;
    private final List<String> lines;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable TableMap last;

    Load(OpenedMaps maps, LmdbMapStore store, List<String> lines) {
        this.maps = maps;
        this.store = store;
        this.lines = lines;
    }

    /** Tells whether there are rows of tables, which need a transaction that buffers. */
    boolean hasTables() {
        return lines.stream().anyMatch(line -> line.startsWith("{\"table\""));
    }

    /** Where the rows of the lines that follow belong. */
    private interface Target {

        /** Reads the row, of which the first name was read. */
        void row(JsonParser json) throws IOException;
    }

    /** Puts all rows; returns how many. */
    long into(LmdbTransaction transaction) {
        long rows = 0;
        Target target = null;
        changes.clear();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try (JsonParser json = Dump.JSON.createParser(line)) {
                expect(json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME);
                switch (json.currentName()) {
                    case "dormouse" -> expect(json.nextIntValue(0) == Dump.FORMAT);
                    case "map" -> target = map(json, transaction);
                    case "table" -> target = table(json, transaction);
                    case "sequence" -> sequence(json);
                    default -> {
                        row(json, target);
                        rows++;
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
                throw new StoreException(MapMessages.BAD_DUMP.text(i + 1, shown), e);
            }
        }
        TableMap any = last;
        if (any != null) {
            any.apply(changes);
        }
        return rows;
    }

    static void expect(boolean so) throws IOException {
        if (!so) {
            throw new IOException("not a line of a dump");
        }
    }

    private static void row(JsonParser json, @Nullable Target target) throws IOException {
        if (target == null) {
            throw new IOException("a row before its map");
        }
        target.row(json);
        expect(json.nextToken() == JsonToken.END_OBJECT);
    }

    private Target map(JsonParser json, LmdbTransaction transaction) throws IOException {
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
        String now = descriptor.keyType().name();
        if (!now.equals(keys)) {
            throw otherType(name, "key type", keys, descriptor.name(), now);
        }
        String values = fields.getOrDefault("value", "");
        if (!descriptor.valueType().reads(values)) {
            throw otherType(
                    name,
                    "value type",
                    values,
                    descriptor.name(),
                    descriptor.valueType().name());
        }
        return target(transaction.map(descriptor));
    }

    private static StoreException otherType(String name, String what, String was, String nowName, String is) {
        return new StoreException(MapMessages.OTHER_TYPE.text(name, what, was, nowName, is));
    }

    private static <K, V> Target target(TypedMap<K, V> map) {
        return json -> {
            expect(json.currentName().equals("k"));
            json.nextToken();
            K key = map.descriptor().keyType().readJson(json);
            expect(json.nextToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals("v"));
            json.nextToken();
            map.put(key, map.descriptor().valueType().readJson(json));
        };
    }

    private Target table(JsonParser json, LmdbTransaction transaction) throws IOException {
        String name = json.nextTextValue();
        expect(name != null && json.nextToken() == JsonToken.FIELD_NAME);
        TableMap table = transaction.table(name);
        last = table;
        json.nextToken();
        json.skipChildren();
        expect(json.nextToken() == JsonToken.FIELD_NAME && json.currentName().equals("fields"));
        expect(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            String was = json.nextTextValue();
            String is = table.typeOf(field);
            if (!is.equals(was)) {
                throw otherType(name, "type of field " + field, String.valueOf(was), name, is);
            }
        }
        return row -> {
            expect(row.currentName().equals("r") && row.nextToken() == JsonToken.START_OBJECT);
            changes.addAll(
                    table.replacing(RecordJson.read(row, table.definition().type())));
        };
    }

    private void sequence(JsonParser json) throws IOException {
        String name = json.nextTextValue();
        expect(name != null
                && json.nextToken() == JsonToken.FIELD_NAME
                && json.nextToken() == JsonToken.VALUE_NUMBER_INT);
        store.goOn(name, json.getLongValue());
    }
}
