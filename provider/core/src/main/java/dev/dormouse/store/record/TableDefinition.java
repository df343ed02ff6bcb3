package dev.dormouse.store.record;

import dev.dormouse.store.type.RecordType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A named set of records with a primary key, as the catalog knows it.
 *
 * @param id the catalog's number of the table, never used twice; 0 before the catalog has given one
 * @param name the name, case kept; matched folded unless delimited
 * @param type the fields, only ever appended
 * @param primaryKey the paths of the key, in key order; every part is basic and not nullable
 * @param rowNumbered whether the key is a hidden LONG field that the store fills at insert, for a table without a declared key
 * @param indexes the secondary indexes
 * @param foreignKeys the references to other tables
 * @param layout how entities lie in it
 * @param columns the path of every column that the specification names, by column name
 * @param options what else the table was created with, such as its record codec
 */
public record TableDefinition(
        int id,
        String name,
        RecordType type,
        List<FieldPath> primaryKey,
        boolean rowNumbered,
        List<IndexDefinition> indexes,
        List<ForeignKeyDefinition> foreignKeys,
        Layout layout,
        Map<String, FieldPath> columns,
        Map<String, String> options) {

    /** The option that holds the table's own id, by which it is found under another name. */
    public static final String STORE_ID = "uuid";

    /** The option of a table with an id that names the sequence of its generated keys, if that is named after the table or its entity. */
    public static final String SEQUENCE = "sequence";

    /** Copies the collections. */
    public TableDefinition {
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Makes a table of the document layout with neither indexes nor references. */
    public static TableDefinition of(String name, RecordType type, String... primaryKey) {
        List<FieldPath> key = Arrays.stream(primaryKey)
                .map(n -> FieldPath.of(type, List.of(n.split("\\."))))
                .toList();
        return new TableDefinition(
                0, name, type, key, false, List.of(), List.of(), Layout.DOCUMENT, Map.of(), Map.of());
    }

    /** Returns the path to a field, nested ones by dots. */
    public FieldPath path(String dotted) {
        return FieldPath.of(type, List.of(dotted.split("\\.")));
    }

    /** Returns the primary key of a record of this table. */
    public Key keyOf(RecordView record) {
        return Key.of(record, primaryKey);
    }

    /** Returns the index with this name. */
    public Optional<IndexDefinition> index(String indexName) {
        return indexes.stream().filter(i -> i.name().equals(indexName)).findFirst();
    }

    /** Returns the id of its own that the table has; others have none. */
    public Optional<UUID> storeId() {
        return Optional.ofNullable(options.get(STORE_ID)).map(UUID::fromString);
    }

    /** Returns this table under another name. */
    public TableDefinition withName(String other) {
        return new TableDefinition(
                id, other, type, primaryKey, rowNumbered, indexes, foreignKeys, layout, columns, options);
    }

    /** Returns this table with other indexes. */
    public TableDefinition withIndexes(List<IndexDefinition> others) {
        return new TableDefinition(
                id, name, type, primaryKey, rowNumbered, others, foreignKeys, layout, columns, options);
    }

    /** Returns this table with other references. */
    public TableDefinition withForeignKeys(List<ForeignKeyDefinition> others) {
        return new TableDefinition(id, name, type, primaryKey, rowNumbered, indexes, others, layout, columns, options);
    }

    /** Returns this table under the number that the catalog gave it. */
    public TableDefinition withId(int number) {
        return new TableDefinition(
                number, name, type, primaryKey, rowNumbered, indexes, foreignKeys, layout, columns, options);
    }

    /** Returns this table with a wider type and columns. */
    public TableDefinition withType(RecordType wider, Map<String, FieldPath> widerColumns) {
        return new TableDefinition(
                id, name, wider, primaryKey, rowNumbered, indexes, foreignKeys, layout, widerColumns, options);
    }

    /** Returns this table with other options. */
    public TableDefinition withOptions(Map<String, String> others) {
        return new TableDefinition(
                id, name, type, primaryKey, rowNumbered, indexes, foreignKeys, layout, columns, others);
    }

    /** Of the name and number only: tables are keys of maps on hot paths. */
    @Override
    public int hashCode() {
        return name.hashCode() * 31 + id;
    }

    @Override
    public String toString() {
        return name;
    }
}
