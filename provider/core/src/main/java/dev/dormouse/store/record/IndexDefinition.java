package dev.dormouse.store.record;

import java.util.List;

/**
 * An index that the store keeps in the same transaction as the records. Every record is in it, nulls too.
 *
 * @param number its number within the table; 0 before the catalog has given one. The number of a dropped index may be given again
 * @param name its name, unique within the table
 * @param parts what it is ordered by; after them come the parts of the primary key
 * @param unique whether two records may not agree in all parts; a null agrees with nothing
 */
public record IndexDefinition(int number, String name, List<IndexPart> parts, boolean unique) {

    /** Copies the list. */
    public IndexDefinition {
        parts = List.copyOf(parts);
    }
}
