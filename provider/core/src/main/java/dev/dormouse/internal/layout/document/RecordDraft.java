package dev.dormouse.internal.layout.document;

import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a record being drafted, in the order in which they are asked for. */
final class RecordDraft {

    private final Map<String, Draft> fields = new LinkedHashMap<>();

    /** A field: a basic type, an array, or a nested draft; how long its values may be, null as long as nobody said. */
    private record Draft(
            @Nullable StoreType type, @Nullable RecordDraft nested, boolean isNullable, @Nullable Limit limit) {

        Draft withNullable(boolean nullable) {
            return new Draft(type, nested, nullable, limit);
        }

        Draft withLimit(@Nullable Limit other) {
            Limit both = limit == null || other == null ? (limit == null ? other : limit) : limit.orWider(other);
            return new Draft(type, nested, isNullable, both);
        }
    }

    /** Adds a basic field and returns its name; the name is changed if it is taken. */
    String basic(String name, BasicType type, boolean isNullable, @Nullable Limit limit) {
        String free = free(name);
        fields.put(free, new Draft(type, null, isNullable, limit));
        return free;
    }

    /** Lets a field have what one more attribute says of its length: the wider of all. */
    void limit(String name, @Nullable Limit limit) {
        fields.computeIfPresent(name, (same, draft) -> draft.withLimit(limit));
    }

    /** Adds an array, or finds an equal one, and returns its name. */
    String array(String name, ArrayType type, Limit limit) {
        Draft known = fields.get(name);
        if (known != null && type.equals(known.type)) {
            limit(name, limit);
            return name;
        }
        String free = free(name);
        fields.put(free, new Draft(type, null, true, limit));
        return free;
    }

    /** Adds a nested record, or finds it, and returns its name. */
    String nested(String name, boolean isNullable) {
        Draft known = fields.get(name);
        if (known != null && known.nested != null) {
            return name;
        }
        String free = free(name);
        fields.put(free, new Draft(null, new RecordDraft(), isNullable, null));
        return free;
    }

    /** Returns a nested record by the names that lead to it. */
    RecordDraft at(List<String> path) {
        RecordDraft record = this;
        for (String name : path) {
            Draft draft = record.fields.get(name);
            if (draft == null || draft.nested == null) {
                throw new AssertionError("no nested record at " + path);
            }
            record = draft.nested;
        }
        return record;
    }

    /** Lets all fields of this record itself be null. */
    void relax() {
        fields.replaceAll((name, draft) -> draft.withNullable(true));
    }

    /** Takes null from a field: a part of the key, or a nested record with one. */
    void makeRequired(List<String> path) {
        RecordDraft record = this;
        for (String name : path) {
            Draft draft = record.fields.get(name);
            if (draft == null) {
                throw new AssertionError("no field " + path);
            }
            record.fields.put(name, draft.withNullable(false));
            record = draft.nested == null ? record : draft.nested;
        }
    }

    private String free(String name) {
        String free = name;
        while (fields.containsKey(free)) {
            free = free + "_";
        }
        return free;
    }

    RecordType type() {
        List<Field> types = new ArrayList<>();
        fields.forEach((name, draft) -> {
            StoreType type = draft.nested == null ? draft.type : draft.nested.type();
            if (type == null) {
                throw new AssertionError("a field without type: " + name);
            }
            types.add(new Field(name, type, draft.isNullable, draft.limit == null ? Limit.NONE : draft.limit));
        });
        return new RecordType(types);
    }
}
