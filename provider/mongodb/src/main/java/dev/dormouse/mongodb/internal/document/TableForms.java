package dev.dormouse.mongodb.internal.document;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.dormouse.store.record.TableDefinition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.RawBsonDocument;

/** The collections of a database, and the forms of their documents. Thread-safe. */
public final class TableForms {

    private static final int MOST = 10_000;

    private final MongoDatabase database;
    private final Map<TableDefinition, TableForm> forms = new ConcurrentHashMap<>();

    /** Makes one for a database. */
    public TableForms(MongoDatabase database) {
        this.database = database;
    }

    /** Returns the form of a table. */
    public TableForm form(TableDefinition table) {
        TableForm known = forms.get(table);
        if (known != null) {
            return known;
        }
        if (forms.size() >= MOST) {
            forms.clear();
        }
        return forms.computeIfAbsent(table, TableForm::of);
    }

    /** Returns the collection of a table. */
    public MongoCollection<RawBsonDocument> collection(TableDefinition table) {
        return database.getCollection(table.name(), RawBsonDocument.class);
    }
}
