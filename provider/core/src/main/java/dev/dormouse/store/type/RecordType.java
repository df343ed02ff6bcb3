package dev.dormouse.store.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The fields of a record, of a table or nested in one. The position of a field is its ordinal: fields are only ever appended, so an
 * ordinal keeps its meaning for as long as the table lives.
 *
 * @param fields the fields in ordinal order
 */
public record RecordType(List<Field> fields) implements StoreType {

    /** Copies the list. */
    public RecordType {
        fields = List.copyOf(fields);
    }

    /** Returns the ordinal of the field with exactly this name, or -1. */
    public int ordinal(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return fields.stream().map(f -> f.name() + " " + f.type()).collect(Collectors.joining(", ", "{", "}"));
    }
}
