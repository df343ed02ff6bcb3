package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.SharedTexts;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Where the fields of a record lie in one document, found in one walk. */
final class Positions {

    private final RecordForm form;
    private final byte[] bytes;
    private final int[] at;
    private @Nullable Positions @Nullable [] nested;

    /**
     * Walks a document.
     *
     * @param start where it begins
     */
    Positions(RecordForm form, byte[] bytes, int start) {
        this.form = form;
        this.bytes = bytes;
        this.at = new int[form.places()];
        int expected = 0;
        int from = start + 4;
        while (bytes[from] != 0) {
            int nameEnd = BsonBytes.nameEnd(bytes, from + 1);
            int place = form.place(bytes, from + 1, nameEnd, expected);
            if (place >= 0) {
                at[place] = from;
                int ordinal = place / 3;
                expected = place % 3 == 0 && !form.field(ordinal).isRounded() ? ordinal + 1 : ordinal;
                expected = expected == form.size() ? 0 : expected;
            }
            from = BsonBytes.valueEnd(bytes[from], bytes, nameEnd + 1);
        }
    }

    /** Positions of a nested record that is not there. */
    private Positions(RecordForm form) {
        this.form = form;
        this.bytes = new byte[0];
        this.at = new int[form.places()];
    }

    static Positions none(RecordForm form) {
        return new Positions(form);
    }

    RecordForm form() {
        return form;
    }

    @Nullable
    Element element(int ordinal) {
        return at(RecordForm.valuePlace(ordinal));
    }

    private @Nullable Element at(int place) {
        if (at[place] == 0) {
            return null;
        }
        Element element = Element.at(bytes, at[place]);
        return element.isNull() ? null : element;
    }

    /** Returns the positions of a nested record, or null where there is none. */
    @Nullable
    Positions nested(int ordinal) {
        if (nested == null) {
            nested = new Positions[form.size()];
        }
        Positions known = nested[ordinal];
        if (known == null) {
            Element element = element(ordinal);
            if (element == null) {
                return null;
            }
            element.checkIs(BsonType.DOCUMENT);
            known = new Positions(Objects.requireNonNull(form.field(ordinal).nested()), bytes, element.at());
            nested[ordinal] = known;
        }
        return known;
    }

    /** Returns the value of a field that is no nested record: basic, or a list with decoded records; null if absent. */
    @Nullable
    Object value(int ordinal) {
        Element element = element(ordinal);
        if (element == null) {
            return null;
        }
        FieldForm field = form.field(ordinal);
        if (field.isRounded()) {
            return element.rounded(
                    (BasicType) field.type(), at(RecordForm.morePlace(ordinal)), at(RecordForm.scalePlace(ordinal)));
        }
        return field.type() instanceof ArrayType array
                ? elements(field, array, element, form.texts(ordinal))
                : element.basic((BasicType) field.type(), form.texts(ordinal));
    }

    private static List<Object> elements(FieldForm field, ArrayType type, Element array, SharedTexts texts) {
        if (field.subDocument()) {
            return entries(Objects.requireNonNull(field.nested()), array);
        }
        array.checkIs(BsonType.ARRAY);
        List<Object> elements = new ArrayList<>();
        byte[] bytes = array.bytes();
        int from = array.children();
        while (bytes[from] != 0) {
            int value = BsonBytes.nameEnd(bytes, from + 1) + 1;
            Element element = new Element(bytes, from, value);
            if (field.nested() != null) {
                elements.add(record(field, element));
            } else {
                elements.add(element.basic((BasicType) type.element(), texts));
            }
            from = BsonBytes.valueEnd(bytes[from], bytes, value);
        }
        return elements;
    }

    private static List<Object> entries(RecordForm form, Element document) {
        document.checkIs(BsonType.DOCUMENT);
        List<Object> entries = new ArrayList<>();
        byte[] bytes = document.bytes();
        FieldForm held = form.field(1);
        int from = document.children();
        while (bytes[from] != 0) {
            int nameEnd = BsonBytes.nameEnd(bytes, from + 1);
            Element element = new Element(bytes, from, nameEnd + 1);
            Record entry = new Record(2);
            entry.set(0, new String(bytes, from + 1, nameEnd - from - 1, StandardCharsets.UTF_8));
            if (!element.isNull()) {
                entry.set(1, held.nested() == null ? element.basic((BasicType) held.type()) : record(held, element));
            }
            entries.add(entry);
            from = BsonBytes.valueEnd(bytes[from], bytes, nameEnd + 1);
        }
        return entries;
    }

    private static Record record(FieldForm field, Element element) {
        element.checkIs(BsonType.DOCUMENT);
        return new Positions(Objects.requireNonNull(field.nested()), element.bytes(), element.at()).record();
    }

    /** Decodes the record, without the fields that are kept in {@code _id}. */
    Record record() {
        Record record = new Record(form.size());
        for (int i = 0; i < form.size(); i++) {
            FieldForm field = form.field(i);
            if (field.inKey()) {
                continue;
            }
            if (field.isRecord()) {
                Positions inner = nested(i);
                record.set(i, inner == null ? null : inner.record());
            } else {
                record.set(i, value(i));
            }
        }
        return record;
    }
}
