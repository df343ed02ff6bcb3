package dev.dormouse.internal.layout.document;

import dev.dormouse.store.type.BasicType;
import java.util.List;

/**
 * A column and the field that holds it.
 *
 * @param name the column's name as it was first written
 * @param path the names that lead to the field
 * @param type the stored type
 */
record ColumnDraft(String name, List<String> path, BasicType type) {

    ColumnDraft {
        path = List.copyOf(path);
    }
}
