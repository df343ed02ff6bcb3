package dev.dormouse.internal.context;

import dev.dormouse.store.Change;
import dev.dormouse.store.record.Record;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies to a record in memory what a patch did in the store. */
final class WrittenFields {

    private WrittenFields() {}

    static void apply(Record record, Change.FieldChange change) {
        if (change instanceof Change.FieldChange.Set set) {
            record.set(set.path(), set.value());
        } else if (change instanceof Change.FieldChange.Append append) {
            List<@Nullable Object> elements = elements(record, change);
            elements.addAll(append.elements());
            record.set(append.path(), elements);
        } else if (change instanceof Change.FieldChange.Remove remove) {
            List<@Nullable Object> elements = elements(record, change);
            remove.elements().forEach(elements::remove);
            record.set(remove.path(), elements);
        }
    }

    private static List<@Nullable Object> elements(Record record, Change.FieldChange change) {
        Object value = record.get(change.path());
        return value == null ? new ArrayList<>() : new ArrayList<>((List<?>) value);
    }
}
