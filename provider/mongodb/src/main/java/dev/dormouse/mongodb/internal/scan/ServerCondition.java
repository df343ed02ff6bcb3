package dev.dormouse.mongodb.internal.scan;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A condition that the server tests: once its values are known, a filter. Never less passes than is true. Immutable. */
interface ServerCondition {

    /**
     * Returns the filter, empty where everything passes.
     *
     * @return null where the condition cannot be true
     */
    @Nullable
    BsonDocument filter(Binding binding);
}
