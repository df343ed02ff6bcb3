package dev.dormouse.internal.layout.document;

import dev.dormouse.internal.mapping.model.DatabaseName;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.RecordType;
import java.util.List;

/**
 * The fields of the nested records in an array.
 *
 * @param type the type of the elements in the table
 * @param draft what the mapping wants of them
 * @param missing takes what they do not have
 */
record ElementFields(RecordType type, TableDraft draft, MissingElements missing) implements Fields {

    /** Reports a field that the elements do not have. */
    interface MissingElements {
        void report(String column);
    }

    @Override
    public FieldPath column(DatabaseName column) {
        List<String> path = draft.column(column)
                .orElseThrow(() -> new AssertionError("not drafted: " + column))
                .path();
        return at(path);
    }

    @Override
    public FieldPath at(List<String> names) {
        try {
            return FieldPath.of(type, names);
        } catch (IllegalArgumentException e) {
            missing.report(String.join(".", names));
            return FieldPath.of(draft.fields().type(), names);
        }
    }
}
