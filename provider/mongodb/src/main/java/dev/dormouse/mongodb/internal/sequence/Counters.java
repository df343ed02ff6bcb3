package dev.dormouse.mongodb.internal.sequence;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.ErrorCodes;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;

/** The numbers of a database. Thread-safe. */
public final class Counters {

    /** The name of the collection. */
    public static final String NAME = "dormouse.counters";

    private static final String LAST = "last";
    private static final int ROWS = 1000;

    private final MongoDatabase database;
    private final TableForms forms;
    private final Map<Integer, Rows> rows = new HashMap<>();

    /** What is left of a block of row numbers. */
    private static final class Rows {
        private long next;
        private long end;
    }

    /** Makes the numbers of a database. */
    public Counters(MongoDatabase database, TableForms forms) {
        this.database = database;
        this.forms = forms;
    }

    /** Takes numbers of a sequence, which is in the catalog; returns the first. */
    public long take(Catalog catalog, SequenceDefinition sequence, int count) {
        return sequence.row().isPresent()
                ? takeOfRow(catalog, sequence, sequence.row().get(), count)
                : raise(
                        database.getCollection(NAME, BsonDocument.class),
                        new BsonDocument("_id", new BsonString(Catalog.folded(sequence.name()))),
                        LAST,
                        sequence,
                        count);
    }

    private long takeOfRow(Catalog catalog, SequenceDefinition sequence, GeneratorRow row, int count) {
        TableDefinition table = catalog.table(row.table())
                .orElseThrow(() -> new StoreException(StoreMessages.NO_SUCH_TABLE.text(row.table())));
        FieldPath key = path(table, row, row.keyColumn());
        FieldPath value = path(table, row, row.valueColumn());
        if (!table.primaryKey().equals(List.of(key))) {
            throw new StoreException(
                    StoreMessages.GENERATOR_TABLE.text(table.name(), row.keyColumn(), row.valueColumn()));
        }
        TableForm form = forms.form(table);
        return raise(
                database.getCollection(table.name(), BsonDocument.class),
                form.byKey(Key.of(row.key())),
                form.name(value),
                sequence,
                count);
    }

    private static FieldPath path(TableDefinition table, GeneratorRow row, String column) {
        FieldPath known = table.columns().get(column);
        if (known != null) {
            return known;
        }
        try {
            return table.path(column);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    StoreMessages.GENERATOR_TABLE.text(table.name(), row.keyColumn(), row.valueColumn()), e);
        }
    }

    /** Raises the last number that was given, and returns the first of those that are given now. */
    private static long raise(
            MongoCollection<BsonDocument> collection,
            BsonDocument filter,
            String field,
            SequenceDefinition sequence,
            int count) {
        BsonValue last = new BsonDocument(
                "$ifNull",
                new BsonArray(
                        List.of(new BsonString("$" + field), new BsonInt64(sequence.first() - sequence.increment()))));
        BsonDocument raised = new BsonDocument(
                "$add", new BsonArray(List.of(last, new BsonInt64((long) count * sequence.increment()))));
        BsonDocument after = DriverFailures.guarded(
                collection.getNamespace().getFullName(),
                () -> update(collection, filter, new BsonDocument("$set", new BsonDocument(field, raised))));
        BsonValue number = after.get(field);
        if (number == null || number.getBsonType() != BsonType.INT64) {
            throw new StoreException(MongoMessages.NUMBERS_EXHAUSTED.text(sequence.name()));
        }
        return number.asInt64().getValue() - (long) (count - 1) * sequence.increment();
    }

    private static BsonDocument update(
            MongoCollection<BsonDocument> collection, BsonDocument filter, BsonDocument update) {
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        while (true) {
            try {
                BsonDocument after = collection.findOneAndUpdate(filter, List.of(update), options);
                if (after == null) {
                    throw new AssertionError("an upsert returned nothing");
                }
                return after;
            } catch (MongoCommandException e) {
                // Two first ones at once: one of them finds the other's document when it tries again.
                if (e.getCode() != ErrorCodes.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    /** Returns a number for a row of a table without a key. */
    public synchronized long nextRow(TableDefinition table) {
        Rows block = rows.computeIfAbsent(table.id(), id -> new Rows());
        if (block.next == block.end) {
            SequenceDefinition sequence =
                    new SequenceDefinition("rows/" + table.id(), 1, 1, java.util.Optional.empty());
            block.next = raise(
                    database.getCollection(NAME, BsonDocument.class),
                    new BsonDocument("_id", new BsonString(sequence.name())),
                    LAST,
                    sequence,
                    ROWS);
            block.end = block.next + ROWS;
        }
        return block.next++;
    }

    /** Forgets where a sequence was. */
    public void drop(String name) {
        DriverFailures.guarded(NAME, () -> database.getCollection(NAME)
                .deleteOne(new BsonDocument("_id", new BsonString(Catalog.folded(name)))));
    }
}
