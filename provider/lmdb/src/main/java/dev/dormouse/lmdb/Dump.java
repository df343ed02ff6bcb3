package dev.dormouse.lmdb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.open.OpenedMaps;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.writeset.RecordCursor;
import dev.dormouse.store.writeset.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.OptionalLong;

/** The rows of all maps and of all tables of entities, and where generators are, as lines of JSON; {@link Load} reads them. */
final class Dump {

    static final int FORMAT = 1;
    static final JsonFactory JSON = JsonFactory.builder().build();

    private final OpenedMaps maps;
    private final LmdbMapStore store;
    private final JsonGenerator json;
    private long rows;

    private Dump(OpenedMaps maps, LmdbMapStore store, JsonGenerator json) {
        this.maps = maps;
        this.store = store;
        this.json = json;
    }

    /** Writes what one state holds; returns the number of rows. */
    static long write(OpenedMaps maps, LmdbMapStore store, Snapshot state, LmdbTransaction sameState, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setRootValueSeparator(null);
            Dump dump = new Dump(maps, store, json);
            dump.write(state, sameState);
            return dump.rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Snapshot state, LmdbTransaction sameState) throws IOException {
        json.writeStartObject();
        json.writeNumberField("dormouse", FORMAT);
        endLine();
        for (MapDefinition definition : maps.bytes().definitions()) {
            OpenedMap<?, ?> opened = maps.find(definition.uuid());
            if (opened == null) {
                throw new StoreException(MapMessages.NOT_OPEN.text(definition.name()));
            }
            map(sameState.map(opened.descriptor()));
        }
        for (TableDefinition table : state.catalog().tables().values()) {
            table(state, table);
        }
        for (String sequence : state.catalog().sequences().keySet()) {
            sequence(sequence, store.next(state, sequence));
        }
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private <K, V> void map(TypedMap<K, V> map) throws IOException {
        MapDescriptor<K, V> descriptor = map.descriptor();
        json.writeStartObject();
        json.writeStringField("map", descriptor.name());
        json.writeStringField("uuid", descriptor.uuid().toString());
        json.writeStringField("key", descriptor.keyType().name());
        json.writeStringField("value", descriptor.valueType().name());
        json.writeNumberField("version", descriptor.version());
        endLine();
        try (MapCursor cursor = map.select().cursor()) {
            while (cursor.next()) {
                json.writeStartObject();
                json.writeFieldName("k");
                descriptor.keyType().writeJson(json, map.key(cursor.key()));
                json.writeFieldName("v");
                descriptor.valueType().writeJson(json, map.value(cursor));
                endLine();
                rows++;
            }
        }
    }

    private void table(Snapshot state, TableDefinition table) throws IOException {
        json.writeStartObject();
        json.writeStringField("table", table.name());
        json.writeArrayFieldStart("key");
        for (FieldPath part : table.primaryKey()) {
            json.writeString(String.join(".", part.names()));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("fields");
        for (Field field : table.type().fields()) {
            json.writeStringField(field.name(), field.type().toString());
        }
        json.writeEndObject();
        endLine();
        try (RecordCursor cursor = state.records(table, KeyRange.ALL, false)) {
            while (cursor.next()) {
                json.writeStartObject();
                json.writeFieldName("r");
                RecordJson.write(json, table.type(), cursor.record().copy());
                endLine();
                rows++;
            }
        }
    }

    private void sequence(String name, OptionalLong next) throws IOException {
        if (next.isPresent()) {
            json.writeStartObject();
            json.writeStringField("sequence", name);
            json.writeNumberField("next", next.getAsLong());
            endLine();
        }
    }
}
