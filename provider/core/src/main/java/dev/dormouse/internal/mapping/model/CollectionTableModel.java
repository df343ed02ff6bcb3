package dev.dormouse.internal.mapping.model;

import java.util.List;

/**
 * The table of an element collection.
 *
 * @param table the table
 * @param joinColumns the columns that refer to the owning entity
 */
public record CollectionTableModel(TableModel table, List<JoinColumnModel> joinColumns) {

    public CollectionTableModel {
        joinColumns = List.copyOf(joinColumns);
    }
}
