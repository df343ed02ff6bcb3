package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import dev.dormouse.store.writeset.OpenScan;
import dev.dormouse.store.writeset.RecordCursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity, as a map from primary keys to rows, in one transaction; made by {@link LmdbTransaction#table}. A row is a map from the names of fields to their stored values (null for none), nested
 * records are maps, arrays are lists. Constraints and indexes are those of the table.
 */
public final class TableMap {

    private final LmdbTransaction user;
    private final TableAccess access;
    private final TableDefinition table;

    TableMap(LmdbTransaction user, TableAccess access, TableDefinition table) {
        this.user = user;
        this.access = access;
        this.table = table;
    }

    /** Returns the name of the table. */
    public String name() {
        return table.name();
    }

    TableDefinition definition() {
        return table;
    }

    /** Returns the type of a field, as it is written in dumps. */
    String typeOf(String field) {
        int ordinal = table.type().ordinal(field);
        return ordinal < 0
                ? "none, since there is no such field"
                : table.type().fields().get(ordinal).type().toString();
    }

    /** Returns the row of a primary key, given in all of its parts, or null. */
    public @Nullable Map<String, @Nullable Object> get(Object... key) {
        user.check(table);
        RecordView record = access.transaction().get(table, key(key));
        return record == null ? null : row(table.type(), record.copy());
    }

    private Key key(Object... parts) {
        if (parts.length != table.primaryKey().size()) {
            throw new StoreException(MapMessages.WRONG_KEY.text(
                    parts.length, table, table.primaryKey().size()));
        }
        return Key.of(parts);
    }

    /** Returns all rows in the order of their primary keys. */
    public List<Map<String, @Nullable Object>> rows() {
        user.check(table);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        OpenScan scan = () -> {
            // The scan is over before anybody can end the transaction.
        };
        try (RecordCursor cursor = access.transaction().scanOpened(scan).records(table, KeyRange.ALL, false)) {
            while (cursor.next()) {
                rows.add(row(table.type(), cursor.record().copy()));
            }
        } finally {
            access.transaction().scanClosed(scan);
        }
        return rows;
    }

    /**
     * Inserts a row, or writes all of its fields in place of those of the row with its primary key.
     *
     * @throws StoreException if a field is unknown or a constraint refuses it; the transaction can then only roll back
     */
    public void put(Map<String, ? extends @Nullable Object> row) {
        user.checkWritable(table);
        access.apply(replacing(record(table.type(), row)));
    }

    /** Returns what puts a record in place of the one with its primary key; in a table that numbers its rows it gets a number of its own. */
    List<Change> replacing(Record record) {
        Change insert = new Change.Insert(table, record);
        if (table.rowNumbered()) {
            return List.of(insert);
        }
        Key key = table.keyOf(record);
        if (access.transaction().get(table, key) == null) {
            return List.of(insert);
        }
        return List.of(new Change.Delete(table, key, Change.Guard.Exists.INSTANCE), insert);
    }

    /** Does changes of this and other tables at once: together they must satisfy the constraints. */
    void apply(List<Change> changes) {
        user.checkWritable(table);
        access.apply(changes);
    }

    /** Removes the row of a primary key; tells whether there was one. */
    public boolean remove(Object... key) {
        user.checkWritable(table);
        Key whole = key(key);
        boolean there = access.transaction().get(table, whole) != null;
        if (there) {
            access.apply(List.of(new Change.Delete(table, whole, Change.Guard.Exists.INSTANCE)));
        }
        return there;
    }

    private static Map<String, @Nullable Object> row(RecordType type, Record record) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            row.put(field.name(), shown(field.type(), i < record.size() ? record.value(i) : null));
        }
        return row;
    }

    private static @Nullable Object shown(StoreType type, @Nullable Object value) {
        if (value != null && type instanceof RecordType nested) {
            return row(nested, (Record) value);
        }
        if (value != null && type instanceof ArrayType array) {
            List<@Nullable Object> list = new ArrayList<>();
            ((List<?>) value).forEach(element -> list.add(shown(array.element(), element)));
            return list;
        }
        return value;
    }

    private Record record(RecordType type, Map<String, ?> row) {
        Record record = new Record(type.fields().size());
        row.forEach((name, value) -> {
            int ordinal = type.ordinal(name);
            if (ordinal < 0) {
                List<String> names = type.fields().stream().map(Field::name).toList();
                throw new StoreException(MapMessages.NO_COLUMN.text(name, table, names));
            }
            record.set(ordinal, stored(type.fields().get(ordinal).type(), value));
        });
        return record;
    }

    @SuppressWarnings("unchecked") // a nested record is shown as a map
    private @Nullable Object stored(StoreType type, @Nullable Object value) {
        if (value != null && type instanceof RecordType nested) {
            return record(nested, (Map<String, ?>) value);
        }
        if (value != null && type instanceof ArrayType array) {
            List<@Nullable Object> list = new ArrayList<>();
            ((List<?>) value).forEach(element -> list.add(stored(array.element(), element)));
            return list;
        }
        return value;
    }
}
