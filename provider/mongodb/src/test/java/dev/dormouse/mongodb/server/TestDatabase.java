package dev.dormouse.mongodb.server;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own for each test class that registers one in a static field: empty at first, dropped at last. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private String name = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        name = SharedServer.get().freshName();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        raw().drop();
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns its address. */
    public String url() {
        return SharedServer.get().url(name);
    }

    /** Returns the address with further options. */
    public String url(String options) {
        String url = url();
        return url + (url.contains("?") ? "&" : "?") + options;
    }

    /** Returns the database as the driver sees it. */
    public MongoDatabase raw() {
        return SharedServer.get().client().getDatabase(name);
    }

    /** Returns the documents of a collection as they are stored, in the order of their ids. */
    public List<BsonDocument> documents(String collection) {
        MongoCollection<BsonDocument> documents = raw().getCollection(collection, BsonDocument.class);
        return documents.find().sort(new org.bson.Document("_id", 1)).into(new ArrayList<>());
    }
}
