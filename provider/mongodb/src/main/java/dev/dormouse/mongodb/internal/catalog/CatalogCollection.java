package dev.dormouse.mongodb.internal.catalog;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.ErrorCodes;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;

/** The stored catalog. Thread-safe. */
public final class CatalogCollection {

    /** The name of the collection. */
    public static final String NAME = "dormouse.catalog";

    private static final String ID = "catalog";
    private static final int FORMAT = 1;

    private final MongoCollection<Document> collection;

    /** Makes one for a database. */
    public CatalogCollection(MongoDatabase database) {
        this.collection = database.getCollection(NAME);
    }

    /** Reads the newest catalog; an empty one where there is none yet. */
    public Catalog read() {
        Document document = DriverFailures.guarded(
                NAME, () -> collection.find(Filters.eq("_id", ID)).first());
        if (document == null) {
            return Catalog.EMPTY;
        }
        Number format = document.get("format", Number.class);
        if (format != null && format.intValue() > FORMAT) {
            throw new StoreException(MongoMessages.NEWER_FORMAT.text(NAME, format, FORMAT));
        }
        try {
            return catalog(document);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new StoreException(MongoMessages.CORRUPT_CATALOG.text(e.getMessage()), e);
        }
    }

    private static Catalog catalog(Document document) {
        Map<String, TableDefinition> tables = new LinkedHashMap<>();
        for (Document each : document.getList("tables", Document.class)) {
            TableDefinition table = Definitions.table(each);
            tables.put(Catalog.folded(table.name()), table);
        }
        Map<String, SequenceDefinition> sequences = new LinkedHashMap<>();
        for (Document each : document.getList("sequences", Document.class)) {
            SequenceDefinition sequence = Definitions.sequence(each);
            sequences.put(Catalog.folded(sequence.name()), sequence);
        }
        return new Catalog(document.getLong("version"), tables, sequences, document.getInteger("lastTableId"));
    }

    /**
     * Replaces the catalog.
     *
     * @param before the version that it must still have
     * @throws StoreException if another process changed it meanwhile
     */
    public void write(Catalog catalog, long before) {
        Document document = new Document("_id", ID)
                .append("format", FORMAT)
                .append("version", catalog.version())
                .append("lastTableId", catalog.lastTableId())
                .append(
                        "tables",
                        catalog.tables().values().stream()
                                .map(Definitions::write)
                                .toList())
                .append(
                        "sequences",
                        catalog.sequences().values().stream()
                                .map(Definitions::write)
                                .toList());
        boolean replaced = DriverFailures.guarded(NAME, () -> replace(document, before));
        if (!replaced) {
            throw new StoreException(MongoMessages.SCHEMA_RACE.text(collection.getNamespace()));
        }
    }

    private boolean replace(Document document, long before) {
        try {
            return collection
                                    .replaceOne(
                                            Filters.and(Filters.eq("_id", ID), Filters.eq("version", before)),
                                            document,
                                            new ReplaceOptions().upsert(before == Catalog.EMPTY.version()))
                                    .getModifiedCount()
                            + (before == Catalog.EMPTY.version() ? 1 : 0)
                    > 0;
        } catch (MongoWriteException e) {
            if (e.getCode() == ErrorCodes.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
