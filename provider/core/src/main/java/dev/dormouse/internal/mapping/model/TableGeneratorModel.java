package dev.dormouse.internal.mapping.model;

/**
 * A table generator (section 11.1.53).
 *
 * @param name the name in the persistence unit
 * @param table the table that keeps the values
 * @param keyColumn the column that names the generator
 * @param valueColumn the column that keeps its last value
 * @param keyValue this generator's name in the key column
 * @param initialValue what the value column starts with; the first id is one more
 * @param allocationSize how many values are taken at once
 */
public record TableGeneratorModel(
        String name,
        TableModel table,
        DatabaseName keyColumn,
        DatabaseName valueColumn,
        String keyValue,
        int initialValue,
        int allocationSize) {}
