package dev.dormouse.mongodb.internal.schema;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * An index as the server has it.
 *
 * @param name its name
 * @param keys its fields and their directions
 * @param unique whether entries are unique
 * @param only which documents it holds; null for all
 */
record ServerIndex(String name, BsonDocument keys, boolean unique, @Nullable BsonDocument only) {

    /** After the name of a unique index whose fields may be null: the index that holds all documents. */
    static final String ALL = ".all";

    /** The name of the index over the two references of a join table. */
    static final String PAIR = "pair";

    /**
     * Returns the server's indexes for one of the catalog: entries of one key are in the order of the primary key, so a plain index ends with it. A unique
     * one cannot; where its fields may be null it leaves those documents out, and a second, plain one has them all.
     */
    static List<ServerIndex> of(TableForm form, IndexDefinition index) {
        if (index.parts().stream().anyMatch(part -> form.isKeptByKey(part.path()))) {
            return List.of();
        }
        if (!index.unique()) {
            return List.of(plain(form, index, index.name()));
        }
        BsonDocument only = new BsonDocument();
        for (IndexPart part : index.parts()) {
            if (part.path().isArray()) {
                FieldPath array = part.path().array();
                only.put(
                        form.name(array == null ? part.path() : array) + ".0",
                        new BsonDocument("$exists", BsonBoolean.TRUE));
            } else if (isNullable(form.table(), part.path())) {
                only.put(form.name(part.path()), new BsonDocument("$exists", BsonBoolean.TRUE));
            }
        }
        ServerIndex unique =
                new ServerIndex(index.name(), keys(form.order(index.parts())), true, only.isEmpty() ? null : only);
        return only.isEmpty() ? List.of(unique) : List.of(unique, plain(form, index, index.name() + ALL));
    }

    private static ServerIndex plain(TableForm form, IndexDefinition index, String name) {
        Map<String, Integer> order = new LinkedHashMap<>(form.order(index.parts()));
        form.primaryOrder().forEach(order::putIfAbsent);
        return new ServerIndex(name, keys(order), false, null);
    }

    /** Returns all indexes of a table. */
    static List<ServerIndex> all(TableForm form) {
        List<ServerIndex> all = new ArrayList<>();
        if (form.isKeyInFields()) {
            all.add(new ServerIndex(PAIR, keys(form.primaryOrder()), true, null));
        }
        form.table().indexes().forEach(index -> all.addAll(of(form, index)));
        return all;
    }

    private static BsonDocument keys(Map<String, Integer> order) {
        BsonDocument keys = new BsonDocument();
        order.forEach((name, direction) -> keys.put(name, new BsonInt32(direction)));
        return keys;
    }

    private static boolean isNullable(TableDefinition table, FieldPath path) {
        RecordType type = table.type();
        for (int step = 0; step < path.depth(); step++) {
            Field field = type.fields().get(path.ordinal(step));
            if (field.nullable()) {
                return true;
            }
            if (field.type() instanceof RecordType nested) {
                type = nested;
            }
        }
        return false;
    }

    /** Tells whether it is the index over {@code _id}, which every collection has. */
    boolean isPrimary() {
        return keys.size() == 1 && keys.containsKey("_id");
    }

    /** Tells whether the server describes an index like this, whatever its name. */
    boolean isLike(BsonDocument described) {
        BsonDocument filter = described.containsKey("partialFilterExpression")
                ? described.getDocument("partialFilterExpression")
                : null;
        return directions(described.getDocument("key")).equals(directions(keys))
                && described.getBoolean("unique", BsonBoolean.FALSE).getValue() == unique
                && java.util.Objects.equals(filter, only)
                && !described.getBoolean("sparse", BsonBoolean.FALSE).getValue()
                && !described.containsKey("collation");
    }

    /** Returns its keys as a command names them. */
    String shownKeys() {
        return keys.toJson();
    }

    /** Returns its options as a command names them. */
    String shownOptions() {
        BsonDocument options = new BsonDocument("name", new BsonString(name));
        if (unique) {
            options.put("unique", BsonBoolean.TRUE);
        }
        if (only != null) {
            options.put("partialFilterExpression", only);
        }
        return options.toJson();
    }

    private static String directions(BsonDocument keys) {
        StringBuilder text = new StringBuilder();
        keys.forEach((name, direction) -> text.append(name)
                .append(direction.isNumber() && direction.asNumber().doubleValue() < 0 ? "-" : "+")
                .append(';'));
        return text.toString();
    }

    IndexModel model() {
        IndexOptions options = new IndexOptions().name(name).unique(unique);
        if (only != null) {
            options.partialFilterExpression(only);
        }
        return new IndexModel(keys, options);
    }
}
