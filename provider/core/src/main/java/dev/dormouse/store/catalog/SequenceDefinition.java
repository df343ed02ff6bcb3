package dev.dormouse.store.catalog;

import java.util.Optional;

/**
 * A generator of numbers that never come twice.
 *
 * @param name its name, case kept, matched folded
 * @param first the first number
 * @param increment the distance of numbers, not 0
 * @param row where a TABLE generator shows its state, as the specification's table has it (section 11.1.55)
 */
public record SequenceDefinition(String name, long first, int increment, Optional<GeneratorRow> row) {

    /**
     * The row of a generator table.
     *
     * @param table the name of the table, which is in the catalog
     * @param keyColumn the column of the generator's name
     * @param key the generator's name in it
     * @param valueColumn the column of the last number
     */
    public record GeneratorRow(String table, String keyColumn, String key, String valueColumn) {}
}
