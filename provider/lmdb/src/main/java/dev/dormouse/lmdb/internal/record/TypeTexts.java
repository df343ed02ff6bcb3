package dev.dormouse.lmdb.internal.record;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of records, and the texts that the records of one table share in its fields; in its nested types, too. Thread-safe. */
final class TypeTexts {

    private final RecordType type;
    private final @Nullable SharedTexts[] texts;
    private final @Nullable TypeTexts[] nested;

    TypeTexts(RecordType type) {
        List<Field> fields = type.fields();
        this.type = type;
        this.texts = new SharedTexts[fields.size()];
        this.nested = new TypeTexts[fields.size()];
        for (int i = 0; i < texts.length; i++) {
            StoreType own = fields.get(i).type();
            StoreType single = own instanceof ArrayType array ? array.element() : own;
            if (single == BasicType.STRING) {
                texts[i] = new SharedTexts();
            } else if (single instanceof RecordType record) {
                nested[i] = new TypeTexts(record);
            }
        }
    }

    RecordType type() {
        return type;
    }

    /** Returns the texts of a field, or of the elements of its array; those of nobody if the table was widened since. */
    SharedTexts of(FieldPath path) {
        int last = path.depth() - 1;
        TypeTexts in = this;
        for (int step = 0; step < last && in != null; step++) {
            in = in.nestedAt(path.ordinal(step));
        }
        int ordinal = path.ordinal(last);
        SharedTexts known = in == null || ordinal >= in.texts.length ? null : in.texts[ordinal];
        return known == null ? new SharedTexts() : known;
    }

    /** Returns the type of a nested record, or of those in an array. */
    TypeTexts nested(FieldPath path, RecordType nestedType) {
        TypeTexts in = this;
        for (int step = 0; step < path.depth() && in != null; step++) {
            in = in.nestedAt(path.ordinal(step));
        }
        return in == null ? new TypeTexts(nestedType) : in;
    }

    private @Nullable TypeTexts nestedAt(int ordinal) {
        return ordinal < nested.length ? nested[ordinal] : null;
    }
}
