package dev.dormouse.mongodb.internal.lock;

import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/**
 * Who holds locks: one transaction.
 *
 * @param owner its name among all processes; later ones are greater
 * @param thread the thread that runs it
 */
public record LockHolder(ObjectId owner, long thread) {

    private static final String PROCESS = UUID.randomUUID().toString();

    /** Makes the holder for a transaction of this thread. */
    public static LockHolder ofThisThread() {
        return new LockHolder(new ObjectId(), Thread.currentThread().getId());
    }

    BsonDocument document() {
        return new BsonDocument(LockRequest.OWNER, new BsonObjectId(owner))
                .append("process", new BsonString(PROCESS))
                .append("thread", new BsonInt64(thread));
    }

    /** Tells whether a holder or waiter is this one. */
    boolean is(BsonDocument entry) {
        return entry.getObjectId(LockRequest.OWNER).getValue().equals(owner);
    }

    /** Tells whether another holder belongs to the same thread. */
    boolean isSameThread(BsonDocument entry) {
        return entry.getString("process").getValue().equals(PROCESS)
                && entry.getNumber("thread").longValue() == thread;
    }
}
