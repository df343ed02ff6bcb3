package dev.dormouse.mongodb.internal.document;

import dev.dormouse.store.Change.FieldChange;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Entries that come to, or go from, a map that is kept as a document. Keys stand as values: they may look like paths or operators. */
final class SubDocumentChange {

    private SubDocumentChange() {}

    static BsonDocument of(FieldForm field, String name, FieldChange change) {
        BsonValue map = call("$ifNull", new BsonString("$" + name), new BsonDocument());
        if (change instanceof FieldChange.Append append) {
            for (Object element : append.elements()) {
                for (Map.Entry<String, BsonValue> entry :
                        Values.entry(field, element).entrySet()) {
                    map = setField(map, entry.getKey(), literal(entry.getValue()));
                }
            }
        } else if (change instanceof FieldChange.Remove remove) {
            for (Object element : remove.elements()) {
                for (Map.Entry<String, BsonValue> entry :
                        Values.entry(field, element).entrySet()) {
                    map = without(map, entry.getKey(), entry.getValue());
                }
            }
        }
        return new BsonDocument("$set", new BsonDocument(name, map));
    }

    private static BsonDocument without(BsonValue map, String key, BsonValue value) {
        BsonDocument found = new BsonDocument(
                "$getField",
                new BsonDocument("field", literal(new BsonString(key))).append("input", new BsonString("$$m")));
        BsonDocument shorter = call(
                "$cond",
                call("$eq", found, literal(value)),
                setField(new BsonString("$$m"), key, new BsonString("$$REMOVE")),
                new BsonString("$$m"));
        return new BsonDocument("$let", new BsonDocument("vars", new BsonDocument("m", map)).append("in", shorter));
    }

    private static BsonDocument setField(BsonValue map, String key, BsonValue value) {
        return new BsonDocument(
                "$setField",
                new BsonDocument("field", literal(new BsonString(key)))
                        .append("input", map)
                        .append("value", value));
    }

    private static BsonDocument literal(BsonValue value) {
        return new BsonDocument("$literal", value);
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }
}
