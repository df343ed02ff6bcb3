package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.ArrayType;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Changes of fields as updates of only their paths. Values always stand where MongoDB takes them for values. */
public final class Updates {

    private static final String TOUCHED = "dormouse:touched";

    /**
     * One update of a document.
     *
     * @param operators the operators, if it is no pipeline
     * @param pipeline the stages, if it is one
     */
    public record Update(BsonDocument operators, List<BsonDocument> pipeline) {
        /** Makes an update of operators. */
        public static Update of(BsonDocument operators) {
            return new Update(operators, List.of());
        }

        /** Tells whether it is a pipeline. */
        public boolean isPipeline() {
            return !pipeline.isEmpty();
        }
    }

    private final TableForm form;
    private final List<Update> updates = new ArrayList<>();
    private final List<FieldPath> touched = new ArrayList<>();
    private BsonDocument operators = new BsonDocument();

    private Updates(TableForm form) {
        this.form = form;
    }

    /** Returns the updates of one document, mostly one: paths that overlap need several. */
    public static List<Update> of(TableForm form, List<FieldChange> changes) {
        Updates updates = new Updates(form);
        changes.forEach(updates::add);
        updates.finish();
        return updates.updates;
    }

    /** Returns updates that change nothing together, but keep other writers from the document. */
    public static List<Update> touch() {
        BsonDocument field = new BsonDocument(TOUCHED, new BsonInt32(1));
        return List.of(Update.of(new BsonDocument("$set", field)), Update.of(new BsonDocument("$unset", field)));
    }

    private void finish() {
        if (!operators.isEmpty()) {
            updates.add(Update.of(operators));
            operators = new BsonDocument();
        }
        touched.clear();
    }

    private void add(FieldChange change) {
        FieldPath path = change.path();
        if (touched.stream().anyMatch(path::overlaps)) {
            finish();
        }
        if (form.field(path).subDocument() && !(change instanceof FieldChange.Set)) {
            finish();
            pipeline(SubDocumentChange.of(form.field(path), form.name(path), change));
            return;
        }
        if (change instanceof FieldChange.Set set && set.value() != null && holdsRecords(form.field(path))) {
            finish();
            pipeline(
                    UnknownFields.kept(form.field(path), form.name(path), Values.write(form.field(path), set.value())));
            return;
        }
        if (change instanceof FieldChange.Remove remove) {
            finish();
            pipeline(removal(path, remove.elements()));
            return;
        }
        touched.add(path);
        if (change instanceof FieldChange.Append append) {
            operator("$push").put(form.name(path), new BsonDocument("$each", elements(path, append.elements())));
        } else if (change instanceof FieldChange.Set set) {
            set(path, set);
        }
    }

    private static boolean holdsRecords(FieldForm field) {
        return field.isArray() && field.nested() != null;
    }

    private void pipeline(BsonDocument stage) {
        updates.add(new Update(new BsonDocument(), List.of(stage)));
    }

    private void set(FieldPath path, FieldChange.Set set) {
        String name = form.name(path);
        FieldForm field = form.field(path);
        BsonDocument values = new BsonDocument();
        if (set.value() != null) {
            field.put(values, name, set.value());
            operator("$set").putAll(values);
        }
        for (String stored : form.storedNames(path)) {
            if (!values.containsKey(stored)) {
                operator("$unset").put(stored, new BsonString(""));
            }
        }
    }

    private BsonDocument operator(String name) {
        return operators.computeIfAbsent(name, n -> new BsonDocument()).asDocument();
    }

    private BsonArray elements(FieldPath path, List<Object> values) {
        FieldForm field = form.field(path);
        ArrayType type = (ArrayType) path.type();
        BsonArray elements = new BsonArray(values.size());
        values.forEach(value -> elements.add(Values.element(field, type.element(), value)));
        return elements;
    }

    /** One element goes for each that is given: {@code $pull} would take all that are equal. */
    private BsonDocument removal(FieldPath path, List<Object> values) {
        String name = form.name(path);
        BsonValue start =
                new BsonDocument("$ifNull", new BsonArray(List.of(new BsonString("$" + name), new BsonArray())));
        BsonDocument reduced = new BsonDocument("$literal", elements(path, values));
        BsonDocument without = new BsonDocument(
                "$reduce",
                new BsonDocument("input", reduced).append("initialValue", start).append("in", withoutFirst()));
        return new BsonDocument("$set", new BsonDocument(name, without));
    }

    private static BsonDocument withoutFirst() {
        BsonDocument at = call("$indexOfArray", new BsonString("$$value"), new BsonString("$$this"));
        BsonDocument before = new BsonDocument(
                "$cond",
                new BsonArray(List.of(
                        call("$gt", new BsonString("$$at"), new BsonInt32(0)),
                        call("$slice", new BsonString("$$value"), new BsonString("$$at")),
                        new BsonArray())));
        BsonDocument rest = call("$add", new BsonString("$$at"), new BsonInt32(1));
        BsonDocument after = new BsonDocument(
                "$cond",
                new BsonArray(List.of(
                        call("$lt", rest, size()),
                        call("$slice", new BsonString("$$value"), rest, size()),
                        new BsonArray())));
        BsonDocument shorter = new BsonDocument(
                "$cond",
                new BsonArray(List.of(
                        call("$lt", new BsonString("$$at"), new BsonInt32(0)),
                        new BsonString("$$value"),
                        call("$concatArrays", before, after))));
        return new BsonDocument("$let", new BsonDocument("vars", new BsonDocument("at", at)).append("in", shorter));
    }

    private static BsonDocument size() {
        return new BsonDocument("$size", new BsonString("$$value"));
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }
}
