package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import dev.dormouse.mongodb.internal.document.TableForm;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One update of all documents that a filter finds. It fails where one of them is marked by a shared lock.
 *
 * @param form the documents
 * @param filter which of them
 * @param operators what is done to each
 * @param refused which of them it fails for, null for none
 */
public record ManyUpdate(TableForm form, BsonDocument filter, BsonDocument operators, @Nullable BsonDocument refused) {

    /** No element can be pulled out of an id, so that this fails for whatever it finds. */
    private static final BsonDocument FAILING = new BsonDocument("$pull", new BsonDocument("_id", BsonNull.VALUE));

    private static final BulkWriteOptions ORDERED = new BulkWriteOptions().ordered(true);

    /** Adds that documents with a mark are refused. */
    public ManyUpdate {
        ReadMarks.refuse(operators);
    }

    /** Sends it, and returns how many documents it found. */
    long run(Workplace place, ClientSession session) {
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>();
        if (refused != null) {
            BsonDocument both =
                    filter.isEmpty() ? refused : new BsonDocument("$and", new BsonArray(List.of(filter, refused)));
            models.add(new UpdateManyModel<>(both, FAILING));
        }
        models.add(new UpdateManyModel<>(filter, operators));
        return place.forms()
                .collection(form.table())
                .bulkWrite(session, models, ORDERED)
                .getMatchedCount();
    }
}
