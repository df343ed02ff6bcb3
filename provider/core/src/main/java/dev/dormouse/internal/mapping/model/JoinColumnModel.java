package dev.dormouse.internal.mapping.model;

/**
 * A column of a foreign key and what it refers to.
 *
 * @param column the referring column
 * @param referencedColumn the name of the column it refers to
 * @param referencedAttribute the basic attribute behind the referenced column, as a path from the referenced entity: {@code id},
 *     {@code key.origin}, or {@code customer.id} where the referenced id is itself derived from an association
 */
public record JoinColumnModel(ColumnModel column, DatabaseName referencedColumn, AttributePath referencedAttribute) {

    public DatabaseName name() {
        return column.name();
    }
}
