package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a shared lock leaves on its document for as long as it is held: a document with the holders, which the writes of all others demand to be absent. It is
 * written outside of the holder's transaction, so that several may hold it and a writer whose snapshot is older conflicts.
 */
final class ReadMarks {

    private static final String FIELD = "dormouse:readers";
    private static final String BY = "by";
    private static final String HOLDERS = FIELD + "." + BY;
    private static final long PAUSE = 10;

    private final Workplace place;

    ReadMarks(Workplace place) {
        this.place = place;
    }

    /** Adds to the filter of a write that nobody else has a mark. */
    static BsonDocument demanded(BsonDocument filter, @Nullable ObjectId own) {
        BsonArray allowed = new BsonArray(List.of(BsonNull.VALUE));
        if (own != null) {
            allowed.add(new BsonDocument(BY, new BsonArray(List.of(new BsonObjectId(own)))));
        }
        return filter.append(FIELD, own == null ? BsonNull.VALUE : new BsonDocument("$in", allowed));
    }

    /** Adds to an update what changes nothing where there is no mark, and fails where there is one: nothing can be pulled out of a document. */
    static void refuse(BsonDocument operators) {
        operators.append("$pull", new BsonDocument(FIELD, BsonNull.VALUE));
    }

    /** Returns who has a mark on a document, without this owner. */
    static Set<ObjectId> ofOthers(RawBsonDocument document, @Nullable ObjectId own) {
        Set<ObjectId> owners = new HashSet<>();
        for (BsonValue each : document.getDocument(FIELD, new BsonDocument()).getArray(BY, new BsonArray())) {
            owners.add(each.asObjectId().getValue());
        }
        owners.remove(own);
        return owners;
    }

    /** Returns the update that takes all marks away, for who has the record alone. */
    static BsonDocument removal() {
        return new BsonDocument("$unset", new BsonDocument(FIELD, new BsonString("")));
    }

    /** Tells whether two states of a document differ in no more than marks. */
    static boolean areAlike(RawBsonDocument one, @Nullable RawBsonDocument other) {
        return one.equals(other) || (other != null && without(one).equals(without(other)));
    }

    private static BsonDocument without(RawBsonDocument document) {
        BsonDocument rest = document.decode(new org.bson.codecs.BsonDocumentCodec());
        rest.remove(FIELD);
        return rest;
    }

    /** Puts a mark, waiting for the transaction that writes the document. */
    void put(TableDefinition table, Key key, ObjectId owner, long deadline) {
        TableForm form = place.forms().form(table);
        BsonDocument add = new BsonDocument("$addToSet", new BsonDocument(HOLDERS, new BsonObjectId(owner)));
        while (true) {
            try {
                write(form, key, add);
                return;
            } catch (MongoException e) {
                if (!WriteFailures.isConflict(e) && !DriverFailures.isTransient(e)) {
                    throw DriverFailures.mapped(e, table.name());
                }
                if (System.nanoTime() > deadline) {
                    throw new LockTimeoutException(StoreMessages.LOCK_TIMEOUT.text(key + "' of '" + table, 0));
                }
            }
            pause();
        }
    }

    /** In a transaction of its own a write that meets another's fails at once, instead of waiting on the server. */
    private void write(TableForm form, Key key, BsonDocument update) {
        MongoCollection<RawBsonDocument> collection = place.forms().collection(form.table());
        if (!place.connection().options().transactional()) {
            collection.updateOne(form.byKey(key), update);
            return;
        }
        try (ClientSession session = place.connection().client().startSession()) {
            session.startTransaction(com.mongodb.TransactionOptions.builder()
                    .writeConcern(place.connection().database().getWriteConcern())
                    .build());
            collection.updateOne(session, form.byKey(key), update);
            session.commitTransaction();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes the marks of some owners away; of the last one the field goes too. */
    void remove(TableDefinition table, List<Key> keys, Collection<ObjectId> owners) {
        BsonArray going = new BsonArray();
        owners.forEach(owner -> going.add(new BsonObjectId(owner)));
        BsonDocument left =
                new BsonDocument("$setDifference", new BsonArray(List.of(new BsonString("$" + HOLDERS), going)));
        BsonDocument staying = new BsonDocument(
                "$cond",
                new BsonArray(List.of(
                        new BsonDocument("$eq", new BsonArray(List.of(left, new BsonArray()))),
                        new BsonString("$$REMOVE"),
                        new BsonDocument(BY, left))));
        BsonDocument marked = new BsonDocument(HOLDERS, new BsonDocument("$in", going));
        BsonDocument filter = new BsonDocument(
                "$and", new BsonArray(List.of(place.forms().form(table).byKeys(keys), marked)));
        DriverFailures.guarded(table.name(), () -> place.forms()
                .collection(table)
                .updateMany(filter, List.of(new BsonDocument("$set", new BsonDocument(FIELD, staying)))));
    }
}
