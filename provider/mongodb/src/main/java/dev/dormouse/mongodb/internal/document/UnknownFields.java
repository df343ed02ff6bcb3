package dev.dormouse.mongodb.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Replaces an array of records, or a document of entries, so that fields of its elements that the mapping does not know stay. An element is the old one whose
 * known fields are equal, else the one at its place in an array that is as long as before; an entry is the old one of its key.
 */
final class UnknownFields {

    private static final BsonString OLD = new BsonString("$$old");
    private static final BsonString NEW = new BsonString("$$new");

    private UnknownFields() {}

    /** Returns the stage of an update that sets a field, not null, to a value. */
    static BsonDocument kept(FieldForm field, String name, BsonValue value) {
        BsonString stored = new BsonString("$" + name);
        BsonValue result = field.subDocument() ? entries(field) : elements(field);
        BsonValue kept = call(
                "$cond",
                isOfKind(field, stored),
                let("old", stored, let("new", literal(value), result)),
                literal(value));
        return new BsonDocument("$set", new BsonDocument(name, kept));
    }

    private static BsonValue isOfKind(FieldForm field, BsonValue stored) {
        return field.subDocument()
                ? call("$eq", call("$type", stored), new BsonString("object"))
                : call("$isArray", stored);
    }

    private static BsonValue elements(FieldForm field) {
        RecordForm form = Objects.requireNonNull(field.nested());
        BsonValue at = let(
                "element",
                call("$arrayElemAt", NEW, new BsonString("$$i")),
                let("match", match(form), merged(form, new BsonString("$$element"), new BsonString("$$match"))));
        BsonValue all = map(call("$range", new BsonInt32(0), call("$size", NEW)), "i", at);
        return call("$cond", anyUnknown(form, OLD), all, NEW);
    }

    /** The first equal one, or the one at the same place if that is equal to none. */
    private static BsonValue match(RecordForm form) {
        BsonString other = new BsonString("$$other");
        BsonValue equal = call("$first", filter(OLD, "other", same(form, other, new BsonString("$$element"))));
        BsonValue there = call("$arrayElemAt", OLD, new BsonString("$$i"));
        BsonValue taken = filter(NEW, "other", same(form, there, other));
        BsonValue free =
                call("$and", call("$eq", call("$size", OLD), call("$size", NEW)), call("$eq", taken, new BsonArray()));
        return call("$ifNull", equal, call("$cond", free, there, BsonNull.VALUE));
    }

    private static BsonValue entries(FieldForm field) {
        FieldForm inner = Objects.requireNonNull(field.nested()).field(1);
        RecordForm form = inner.nested();
        if (form == null) {
            return NEW;
        }
        BsonValue ofKey = filter(
                call("$objectToArray", OLD),
                "other",
                call("$eq", new BsonString("$$other.k"), new BsonString("$$entry.k")));
        BsonValue match = new BsonDocument(
                "$getField", new BsonDocument("field", new BsonString("v")).append("input", call("$first", ofKey)));
        BsonDocument kept = new BsonDocument("k", new BsonString("$$entry.k"))
                .append("v", let("match", match, merged(form, new BsonString("$$entry.v"), new BsonString("$$match"))));
        return call("$arrayToObject", map(call("$objectToArray", NEW), "entry", kept));
    }

    /** The new fields, those of the old one that are not known, and nested ones in the same way. */
    private static BsonValue merged(RecordForm form, BsonString element, BsonString match) {
        BsonArray parts = new BsonArray(List.of(element, unknown(form, match)));
        for (int i = 0; i < form.size(); i++) {
            FieldForm field = form.field(i);
            if (field.isRecord()) {
                BsonString inner = new BsonString(element.getValue() + "." + field.name());
                BsonString before = new BsonString(match.getValue() + "." + field.name());
                BsonValue nested =
                        new BsonDocument(field.name(), merged(Objects.requireNonNull(field.nested()), inner, before));
                parts.add(call("$cond", isObject(inner), nested, new BsonDocument()));
            }
        }
        return new BsonDocument("$mergeObjects", parts);
    }

    private static BsonValue isObject(BsonValue value) {
        return call("$eq", call("$type", value), new BsonString("object"));
    }

    private static BsonValue unknown(RecordForm form, BsonValue document) {
        BsonValue unknown = filter(
                call("$objectToArray", document), "f", call("$not", call("$in", new BsonString("$$f.k"), known(form))));
        return call("$cond", isObject(document), call("$arrayToObject", unknown), new BsonDocument());
    }

    private static BsonValue anyUnknown(RecordForm form, BsonValue array) {
        BsonArray some = new BsonArray(List.of(call("$ne", unknown(form, new BsonString("$$e")), new BsonDocument())));
        for (int i = 0; i < form.size(); i++) {
            if (form.field(i).isRecord()) {
                BsonString nested = new BsonString("$$e." + form.field(i).name());
                RecordForm inner = Objects.requireNonNull(form.field(i).nested());
                some.add(call("$ne", unknown(inner, nested), new BsonDocument()));
            }
        }
        return call("$anyElementTrue", new BsonArray(List.of(map(array, "e", new BsonDocument("$or", some)))));
    }

    private static BsonValue same(RecordForm form, BsonValue one, BsonValue other) {
        BsonArray all = new BsonArray();
        for (int i = 0; i < form.size(); i++) {
            FieldForm field = form.field(i);
            for (String name : names(field)) {
                BsonValue a = get(name, one);
                BsonValue b = get(name, other);
                all.add(
                        field.isRecord()
                                ? same(Objects.requireNonNull(field.nested()), a, b)
                                : call("$eq", orNull(a), orNull(b)));
            }
        }
        return all.isEmpty() ? BsonBoolean.TRUE : new BsonDocument("$and", all);
    }

    private static List<String> names(FieldForm field) {
        return field.isRounded()
                ? List.of(field.name(), field.name() + FieldForm.MORE, field.name() + FieldForm.SCALE)
                : List.of(field.name());
    }

    private static BsonValue known(RecordForm form) {
        List<BsonString> names = new ArrayList<>();
        for (int i = 0; i < form.size(); i++) {
            names(form.field(i)).forEach(name -> names.add(new BsonString(name)));
        }
        return literal(new BsonArray(names));
    }

    private static BsonValue get(String name, BsonValue document) {
        return new BsonDocument(
                "$getField", new BsonDocument("field", literal(new BsonString(name))).append("input", document));
    }

    private static BsonValue orNull(BsonValue value) {
        return call("$ifNull", value, BsonNull.VALUE);
    }

    private static BsonValue let(String name, BsonValue value, BsonValue result) {
        return new BsonDocument("$let", new BsonDocument("vars", new BsonDocument(name, value)).append("in", result));
    }

    private static BsonValue map(BsonValue input, String name, BsonValue result) {
        return new BsonDocument(
                "$map",
                new BsonDocument("input", input)
                        .append("as", new BsonString(name))
                        .append("in", result));
    }

    private static BsonValue filter(BsonValue input, String name, BsonValue condition) {
        return new BsonDocument(
                "$filter",
                new BsonDocument("input", input)
                        .append("as", new BsonString(name))
                        .append("cond", condition));
    }

    private static BsonValue literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }
}
