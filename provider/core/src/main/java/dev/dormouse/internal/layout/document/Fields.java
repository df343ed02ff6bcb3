package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.StoreType;
import java.util.List;

/** The fields of a table or of the elements of an array, with the numbers that the catalog has for them. */
interface Fields {

    /** Returns the field of a column. */
    FieldPath column(DatabaseName column);

    /** Returns a nested record or an array. */
    FieldPath at(List<String> names);

    /** Returns the type of the records. */
    StoreType type();
}
