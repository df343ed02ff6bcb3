package dev.dormouse.mongodb.internal.failure;

import dev.dormouse.failure.Message;

/** The messages of the MongoDB store, DORM0900 to DORM0999. */
public final class MongoMessages {

    public static final Message NOT_YET =
            new Message(999, "Not supported yet on MongoDB: '%s'. Use a store on LMDB for it.");

    private MongoMessages() {}
}
