package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The rows in which TABLE generators show their last number (specification, section 11.1.55). A generator whose table is not there shows nothing. */
public final class GeneratorRows {

    /** Where the row of a generator is. */
    private record Place(TableDefinition table, FieldPath key, FieldPath value) {

        KeyBuffer encoded(GeneratorRow row) {
            KeyBuffer buffer = new KeyBuffer();
            KeyEncoder.primaryKey(buffer, table, Key.of(row.key()));
            return buffer;
        }
    }

    private GeneratorRows() {}

    /** Returns the last number that a row shows, if there is a row. */
    public static OptionalLong last(IndexedMaps maps, GeneratorRow row) {
        Place place = place(maps.catalog(), row);
        RecordView record = place == null ? null : maps.get(place.table, place.encoded(row));
        Object value = record == null || place == null ? null : record.get(place.value);
        return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
    }

    /** Writes the last number into its row, and makes the row where there is none. */
    public static void write(WritableMaps maps, GeneratorRow row, long last) {
        Place place = place(maps.catalog(), row);
        if (place == null) {
            return;
        }
        KeyBuffer key = place.encoded(row);
        RecordView present = maps.get(place.table, key);
        Record before = present == null ? null : present.copy();
        Record after = before == null ? new Record(place.table.type().fields().size()) : before.copy();
        after.set(place.key, row.key());
        after.set(place.value, number((BasicType) place.value.type(), last));
        maps.put(place.table, key, after);
        for (IndexDefinition index : place.table.indexes()) {
            reindex(maps, place.table, index, key, before, after);
        }
    }

    private static void reindex(
            WritableMaps maps,
            TableDefinition table,
            IndexDefinition index,
            KeyBuffer key,
            @Nullable Record before,
            Record after) {
        KeyBuffer added =
                new EntryKeys().compute(index, after, maps.indexKeyLimit()).key(0);
        if (before != null) {
            KeyBuffer removed =
                    new EntryKeys().compute(index, before, maps.indexKeyLimit()).key(0);
            if (removed.equals(added)) {
                return;
            }
            maps.deleteEntry(table, index, removed, key);
        }
        maps.putEntry(table, index, added, key);
    }

    private static @Nullable Place place(Catalog catalog, GeneratorRow row) {
        TableDefinition table = catalog.table(row.table()).orElse(null);
        if (table == null) {
            return null;
        }
        FieldPath key = column(table, row.keyColumn());
        FieldPath value = column(table, row.valueColumn());
        if (key == null || value == null || !table.primaryKey().equals(List.of(key))) {
            throw new StoreException(
                    StoreMessages.GENERATOR_TABLE.text(row.table(), row.keyColumn(), row.valueColumn()));
        }
        return new Place(table, key, value);
    }

    private static @Nullable FieldPath column(TableDefinition table, String name) {
        for (Map.Entry<String, FieldPath> column : table.columns().entrySet()) {
            if (column.getKey().equalsIgnoreCase(name)) {
                return column.getValue();
            }
        }
        return table.type().ordinal(name) < 0 ? null : table.path(name);
    }

    private static Object number(BasicType type, long number) {
        return switch (type) {
            case INTEGER -> Math.toIntExact(number);
            case DECIMAL -> BigDecimal.valueOf(number);
            case BIG_INTEGER -> BigInteger.valueOf(number);
            default -> number;
        };
    }
}
