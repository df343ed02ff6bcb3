package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The order of a scan: of the primary key, or of an index and then the primary key.
 *
 * @param form the documents
 * @param parts the parts that can be bounded
 * @param primary whether they are the primary key
 */
record Order(TableForm form, List<IndexPart> parts, boolean primary) {

    static Order primary(TableForm form) {
        return new Order(
                form,
                form.table().primaryKey().stream()
                        .map(path -> new IndexPart(path, false))
                        .toList(),
                true);
    }

    static Order of(TableForm form, IndexDefinition index) {
        return new Order(form, index.parts(), false);
    }

    FieldPath path(int part) {
        return parts.get(part).path();
    }

    BasicType type(int part) {
        FieldPath path = path(part);
        return (BasicType) (path.type() instanceof ArrayType array ? array.element() : path.type());
    }

    /** Tells whether the server's order is the one order. */
    boolean isOfServer() {
        return TableForm.isOrdered(parts.stream().map(IndexPart::path).toList())
                && TableForm.isOrdered(form.table().primaryKey());
    }

    /** Returns the server's sort. */
    BsonDocument sort(boolean reverse) {
        Map<String, Integer> fields = new LinkedHashMap<>();
        if (!primary) {
            fields.putAll(form.order(parts));
        }
        form.primaryOrder().forEach(fields::putIfAbsent);
        BsonDocument sort = new BsonDocument();
        fields.forEach((name, direction) -> sort.put(name, new BsonInt32(reverse ? -direction : direction)));
        return sort;
    }

    /** Returns the same order for what has arrived. */
    Comparator<RecordView> comparator(boolean reverse) {
        List<Comparator<RecordView>> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!path(i).isArray()) {
                Comparator<RecordView> byPart = by(path(i), type(i));
                all.add(parts.get(i).descending() ? byPart.reversed() : byPart);
            }
        }
        TableDefinition table = form.table();
        table.primaryKey().forEach(path -> all.add(by(path, (BasicType) path.type())));
        Comparator<RecordView> order =
                all.stream().reduce(Comparator::thenComparing).orElseThrow();
        return reverse ? order.reversed() : order;
    }

    private static Comparator<RecordView> by(FieldPath path, BasicType type) {
        return (a, b) -> ValueOrder.compare(type, a.get(path), b.get(path));
    }
}
