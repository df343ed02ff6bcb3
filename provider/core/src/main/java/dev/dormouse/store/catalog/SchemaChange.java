package dev.dormouse.store.catalog;

import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;

/** One change of the schema. A store applies a list of them whole or not at all, under its writer. */
public sealed interface SchemaChange {

    /**
     * Creates a table; the store gives it its number.
     *
     * @param table the table, none of whose name exists
     */
    record CreateTable(TableDefinition table) implements SchemaChange {}

    /**
     * Widens a table: its fields are the old ones followed by new ones, nested records likewise. New fields are null in old records. Its options, such as its
     * record codec, may be others: they hold for what is written from now on.
     *
     * @param table the wider table; indexes and references as they were
     */
    record WidenTable(TableDefinition table) implements SchemaChange {}

    /**
     * Gives a table another name, references to it included. Its number, records and indexes stay.
     *
     * @param table its name
     * @param name its new name, which no other table has
     */
    record RenameTable(String table, String name) implements SchemaChange {}

    /**
     * Removes a table with its records.
     *
     * @param table its name
     */
    record DropTable(String table) implements SchemaChange {}

    /**
     * Removes all records of a table, references to them unchecked.
     *
     * @param table its name
     */
    record TruncateTable(String table) implements SchemaChange {}

    /**
     * Adds an index and fills it from the records; duplicates refuse a unique one, by name.
     *
     * @param table the table's name
     * @param index the index; the store gives it its number
     */
    record CreateIndex(String table, IndexDefinition index) implements SchemaChange {}

    /**
     * Removes an index.
     *
     * @param table the table's name
     * @param index the index's name
     */
    record DropIndex(String table, String index) implements SchemaChange {}

    /**
     * Adds a reference; records that violate it refuse it.
     *
     * @param table the table's name
     * @param foreignKey the reference
     */
    record CreateForeignKey(String table, ForeignKeyDefinition foreignKey) implements SchemaChange {}

    /**
     * Removes a reference.
     *
     * @param table the table's name
     * @param foreignKey its name
     */
    record DropForeignKey(String table, String foreignKey) implements SchemaChange {}

    /**
     * Creates a sequence.
     *
     * @param sequence the sequence
     */
    record CreateSequence(SequenceDefinition sequence) implements SchemaChange {}

    /**
     * Removes a sequence.
     *
     * @param sequence its name
     */
    record DropSequence(String sequence) implements SchemaChange {}
}
