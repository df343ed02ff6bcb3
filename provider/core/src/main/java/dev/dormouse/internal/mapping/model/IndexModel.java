package dev.dormouse.internal.mapping.model;

import java.util.List;

/**
 * A declared index (section 11.1.25).
 *
 * @param name its name, made from table and columns where none was written
 * @param columns the columns in order
 * @param isUnique whether its key is unique
 */
public record IndexModel(DatabaseName name, List<IndexedColumn> columns, boolean isUnique) {

    public IndexModel {
        columns = List.copyOf(columns);
    }

    /**
     * One column of an index.
     *
     * @param name the column's name
     * @param isDescending whether the index holds it in descending order
     */
    public record IndexedColumn(DatabaseName name, boolean isDescending) {}
}
