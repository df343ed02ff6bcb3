package dev.dormouse.internal.mapping.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table of an entity, of a collection or of a join.
 *
 * @param name the table's name
 * @param catalog the catalog, null for none
 * @param schema the schema, null for none
 * @param indexes the declared indexes, each with a name; those of keys and foreign keys are not repeated here
 * @param uniqueConstraints the declared unique constraints, each with a name; a single column's {@code unique} stays in its
 *     {@link ColumnModel}
 * @param comment a comment for the schema, null for none
 */
public record TableModel(
        DatabaseName name,
        @Nullable DatabaseName catalog,
        @Nullable DatabaseName schema,
        List<IndexModel> indexes,
        List<UniqueConstraintModel> uniqueConstraints,
        @Nullable String comment) {

    public TableModel {
        indexes = List.copyOf(indexes);
        uniqueConstraints = List.copyOf(uniqueConstraints);
    }

    /** Returns what tables of one name have alike. */
    public List<@Nullable String> identity() {
        return Arrays.asList(
                catalog == null ? null : catalog.folded(),
                schema == null ? null : schema.folded(),
                name.text().toUpperCase(Locale.ROOT));
    }

    public static TableModel of(DatabaseName name) {
        return new TableModel(name, null, null, List.of(), List.of(), null);
    }
}
