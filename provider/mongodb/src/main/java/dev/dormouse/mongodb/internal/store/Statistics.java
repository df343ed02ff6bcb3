package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.transaction.Workplace;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Counts for the planner: the server's count of documents, and distinct keys in the first documents of the collection. */
final class Statistics {

    private static final int SAMPLED = 1000;
    private static final int SHOWN = 300;

    private final Workplace place;

    Statistics(Workplace place) {
        this.place = place;
    }

    TableStatistics of(TableDefinition table) {
        MongoCollection<RawBsonDocument> collection = place.forms().collection(table);
        return DriverFailures.guarded(table.name(), () -> {
            long records = collection.estimatedDocumentCount();
            return new TableStatistics(records, distinctKeys(table, collection, records));
        });
    }

    /** Returns some records, each once. */
    List<RecordView> sample(TableDefinition table) {
        TableForm form = place.forms().form(table);
        Map<Key, RecordView> sample = new LinkedHashMap<>();
        DriverFailures.guarded(table.name(), () -> {
            place.forms()
                    .collection(table)
                    .aggregate(List.of(Aggregates.sample(SHOWN)))
                    .forEach(document -> {
                        RecordView view = form.view(document);
                        sample.put(table.keyOf(view), view);
                    });
            return true;
        });
        return List.copyOf(sample.values());
    }

    private Map<String, Long> distinctKeys(
            TableDefinition table, MongoCollection<RawBsonDocument> collection, long records) {
        Map<String, Long> distinct = new HashMap<>();
        for (IndexDefinition index : table.indexes()) {
            if (index.unique()) {
                distinct.put(index.name(), records);
            } else if (index.parts().stream().noneMatch(part -> part.path().isArray())) {
                long sampled = sampled(place.forms().form(table), index, collection);
                distinct.put(
                        index.name(),
                        records <= SAMPLED || sampled < SAMPLED / 2 ? sampled : sampled * records / SAMPLED);
            }
        }
        return distinct;
    }

    private static long sampled(TableForm form, IndexDefinition index, MongoCollection<RawBsonDocument> collection) {
        BsonDocument key = new BsonDocument();
        int number = 0;
        for (String field : form.order(index.parts()).keySet()) {
            key.put("k" + number++, new BsonString("$" + field));
        }
        BsonDocument counted = collection
                .aggregate(
                        List.of(Aggregates.limit(SAMPLED), Aggregates.group(key), Aggregates.count("keys")),
                        BsonDocument.class)
                .first();
        return counted == null ? 0 : counted.getNumber("keys").longValue();
    }
}
