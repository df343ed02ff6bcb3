package dev.dormouse.internal.mapping.model;

import java.util.List;

/**
 * A declared unique constraint (section 11.1.58).
 *
 * @param name its name, made from table and columns where none was written
 * @param columns the names of its columns in order
 */
public record UniqueConstraintModel(DatabaseName name, List<DatabaseName> columns) {

    public UniqueConstraintModel {
        columns = List.copyOf(columns);
    }
}
