package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.writeset.IndexKeys;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.WritableMaps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows in which TABLE generators show their last number (specification, section 11.1.55). */
final class GeneratorRows {

    private GeneratorRows() {}

    /** Where the row of a generator is. */
    private record Place(TableDefinition table, FieldPath key, FieldPath value) {

        static @Nullable Place of(Catalog catalog, SequenceDefinition.GeneratorRow row) {
            TableDefinition table = catalog.table(row.table()).orElse(null);
            if (table == null) {
                return null;
            }
            FieldPath key = column(table, row.keyColumn());
            FieldPath value = column(table, row.valueColumn());
            if (key == null || value == null || !table.primaryKey().equals(List.of(key))) {
                throw new StoreException(
                        LmdbMessages.GENERATOR_TABLE.text(row.table(), row.keyColumn(), row.valueColumn()));
            }
            return new Place(table, key, value);
        }

        private static @Nullable FieldPath column(TableDefinition table, String name) {
            for (var column : table.columns().entrySet()) {
                if (column.getKey().equalsIgnoreCase(name)) {
                    return column.getValue();
                }
            }
            return table.type().ordinal(name) < 0 ? null : table.path(name);
        }

        KeyBuffer encoded(String name) {
            KeyBuffer buffer = new KeyBuffer();
            KeyEncoder.value(buffer, (BasicType) key.type(), name);
            return buffer;
        }
    }

    /** Returns the last number that a row shows. */
    static OptionalLong last(IndexedMaps maps, SequenceDefinition.GeneratorRow row) {
        Place place = Place.of(maps.catalog(), row);
        RecordView view = place == null ? null : maps.get(place.table, place.encoded(row.key()));
        Object value = view == null || place == null ? null : view.get(place.value);
        return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
    }

    /** Writes the last number into its row, and makes the row where there is none. */
    static void write(WritableMaps maps, SequenceDefinition.GeneratorRow row, long last) {
        Place place = Place.of(maps.catalog(), row);
        if (place == null) {
            return;
        }
        KeyBuffer key = place.encoded(row.key());
        RecordView present = maps.get(place.table, key);
        Record old = present == null ? null : present.copy();
        Record record = old == null ? new Record(place.table.type().fields().size()) : old.copy();
        record.set(place.key, row.key());
        record.set(place.value, number((BasicType) place.value.type(), last));
        for (IndexDefinition index : place.table.indexes()) {
            reindex(maps, place.table, index, key, old, record);
        }
        maps.put(place.table, key, record);
    }

    private static void reindex(
            WritableMaps maps,
            TableDefinition table,
            IndexDefinition index,
            KeyBuffer key,
            @Nullable Record old,
            Record record) {
        KeyBuffer after = indexKey(maps, index, record);
        if (old != null) {
            KeyBuffer before = indexKey(maps, index, old);
            if (before.equals(after)) {
                return;
            }
            maps.deleteEntry(table, index, before, key);
        }
        maps.putEntry(table, index, after, key);
    }

    private static KeyBuffer indexKey(WritableMaps maps, IndexDefinition index, Record record) {
        KeyBuffer indexKey = new KeyBuffer();
        KeyEncoder.indexKey(indexKey, index, record, null);
        IndexKeys.cut(indexKey, maps.indexKeyLimit());
        return indexKey;
    }

    private static Object number(BasicType type, long value) {
        return switch (type) {
            case INTEGER -> Math.toIntExact(value);
            case BIG_INTEGER -> BigInteger.valueOf(value);
            case DECIMAL -> BigDecimal.valueOf(value);
            default -> value;
        };
    }
}
