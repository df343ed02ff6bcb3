package dev.dormouse.mongodb.internal.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import dev.dormouse.mongodb.internal.document.BsonText;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Finds out which documents keep an index from being unique. */
final class Duplicates {

    private static final int SHOWN = 5;

    private Duplicates() {}

    /** Returns the ids of documents that agree, a few groups of them. */
    static String text(MongoCollection<RawBsonDocument> collection, ServerIndex index) {
        BsonDocument values = new BsonDocument();
        int number = 0;
        for (String field : index.keys().keySet()) {
            values.put("k" + number++, new BsonString("$" + field));
        }
        List<Bson> pipeline = new ArrayList<>();
        if (index.only() != null) {
            pipeline.add(Aggregates.match(index.only()));
        }
        pipeline.add(Aggregates.group(values, Accumulators.push("ids", "$_id"), Accumulators.sum("count", 1)));
        pipeline.add(Aggregates.match(Filters.gt("count", 1)));
        pipeline.add(Aggregates.limit(SHOWN));
        List<String> groups = new ArrayList<>();
        for (BsonDocument group : collection.aggregate(pipeline, BsonDocument.class)) {
            groups.add(BsonText.of(group.get("ids")));
        }
        return String.join("; ", groups);
    }
}
