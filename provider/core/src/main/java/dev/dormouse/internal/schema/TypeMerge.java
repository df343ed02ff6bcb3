package dev.dormouse.internal.schema;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.Limit;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Widens the type of a table by the fields that it lacks; old records have null there, so new fields of filled tables may be null. */
final class TypeMerge {

    private final String table;
    private final Map<String, FieldPath> elsewhere;
    private final SchemaDifferences differences;

    /**
     * Makes one for a table.
     *
     * @param elsewhere the wanted fields that have a column already, by dotted path
     */
    TypeMerge(String table, Map<String, FieldPath> elsewhere, SchemaDifferences differences) {
        this.table = table;
        this.elsewhere = elsewhere;
        this.differences = differences;
    }

    /** Tells whether a type has a field by this path. */
    static boolean has(RecordType type, List<String> names) {
        StoreType at = type;
        for (String name : names) {
            if (at instanceof ArrayType array) {
                at = array.element();
            }
            if (!(at instanceof RecordType record) || record.ordinal(name) < 0) {
                return false;
            }
            at = record.fields().get(record.ordinal(name)).type();
        }
        return true;
    }

    /** Lets a basic field of a type, possibly in nested records, have values as long as another limit admits. */
    RecordType admitting(RecordType type, List<String> names, Limit limit) {
        return admitting("", type, names, limit);
    }

    private RecordType admitting(String prefix, RecordType type, List<String> names, Limit limit) {
        int ordinal = type.ordinal(names.get(0));
        List<Field> fields = new ArrayList<>(type.fields());
        Field old = fields.get(ordinal);
        fields.set(
                ordinal,
                old.type() instanceof RecordType nested
                        ? new Field(
                                old.name(),
                                admitting(prefix + old.name() + ".", nested, names.subList(1, names.size()), limit),
                                old.nullable(),
                                old.limit())
                        : new Field(
                                old.name(),
                                old.type(),
                                old.nullable(),
                                wider(prefix + old.name(), old.limit(), limit)));
        return new RecordType(fields);
    }

    /** Returns the limit of a basic field, possibly in nested records. */
    static Limit limit(RecordType type, List<String> names) {
        Field field = type.fields().get(type.ordinal(names.get(0)));
        return field.type() instanceof RecordType nested
                ? limit(nested, names.subList(1, names.size()))
                : field.limit();
    }

    /** Returns the limit of a field that admits what the mapping wants, and tells if it was narrower. */
    private Limit wider(String path, Limit existing, Limit wanted) {
        Limit wider = existing.orWider(wanted);
        if (!wider.equals(existing)) {
            differences.missing(SchemaMessages.LIMIT_NARROWER, table, path, existing, wanted);
        }
        return wider;
    }

    RecordType merge(RecordType existing, RecordType wanted) {
        return record("", existing, wanted);
    }

    private RecordType record(String prefix, RecordType existing, RecordType wanted) {
        List<Field> fields = new ArrayList<>(existing.fields());
        for (Field field : wanted.fields()) {
            String path = prefix + field.name();
            if (elsewhere.containsKey(path)) {
                continue;
            }
            int ordinal = existing.ordinal(field.name());
            if (ordinal < 0) {
                lacking(path, field).ifPresent(fields::add);
            } else {
                Field old = existing.fields().get(ordinal);
                fields.set(
                        ordinal,
                        new Field(
                                old.name(),
                                type(path, old.type(), field.type()),
                                old.nullable(),
                                wider(path, old.limit(), field.limit())));
            }
        }
        return new RecordType(fields);
    }

    private StoreType type(String path, StoreType existing, StoreType wanted) {
        if (existing instanceof RecordType old && wanted instanceof RecordType nested) {
            return record(path + ".", old, nested);
        }
        if (existing instanceof ArrayType old && wanted instanceof ArrayType array) {
            return new ArrayType(type(path + "[]", old.element(), array.element()));
        }
        if (!existing.equals(wanted)) {
            differences.conflict(SchemaMessages.OTHER_TYPE, table, path, existing, wanted);
        }
        return existing;
    }

    /** Returns what is to be added for a field: of a nested record only what is not elsewhere, nothing if that is all. */
    private Optional<Field> lacking(String path, Field field) {
        StoreType type = field.type();
        if (type instanceof RecordType nested) {
            List<Field> fields = new ArrayList<>();
            for (Field inner : nested.fields()) {
                String innerPath = path + "." + inner.name();
                if (!elsewhere.containsKey(innerPath)) {
                    lacking(innerPath, inner)
                            .map(f -> new Field(f.name(), f.type(), inner.nullable(), f.limit()))
                            .ifPresent(fields::add);
                }
            }
            if (fields.isEmpty() && !nested.fields().isEmpty()) {
                return Optional.empty();
            }
            type = new RecordType(fields);
        } else {
            differences.missing(SchemaMessages.FIELD_MISSING, table, path, type);
        }
        return Optional.of(new Field(field.name(), type, true, field.limit()));
    }
}
