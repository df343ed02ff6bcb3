package dev.dormouse.mongodb.internal.lock;

import dev.dormouse.store.LockStrength;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * One try to get a lock: an update that the server does as a whole, so that of two tries one is first.
 *
 * @param holder who wants it
 * @param strength how strong
 * @param leaseMillis how long it holds
 * @param waits whether to be noted as a waiter where it is not to be had
 */
record LockRequest(LockHolder holder, LockStrength strength, long leaseMillis, boolean waits) {

    static final String HOLDERS = "holders";
    static final String WAITERS = "waiters";
    static final String OWNER = "owner";
    static final String UNTIL = "until";

    private static final long WAITER_MILLIS = 2000;
    private static final String NOW = "$$NOW";
    private static final String EXCLUSIVE = "exclusive";

    /** Returns the update: drops who is over, adds this holder if the others allow it, else perhaps this waiter. */
    List<BsonDocument> update() {
        return List.of(
                set(HOLDERS, living(HOLDERS), WAITERS, living(WAITERS)),
                new BsonDocument("$set", new BsonDocument("free", isFree())),
                set(HOLDERS, added(HOLDERS, "$free"), WAITERS, added(WAITERS, isWaiter())),
                new BsonDocument("$set", new BsonDocument("expires", latest())),
                new BsonDocument("$unset", new BsonString("free")));
    }

    private static BsonDocument set(String first, BsonValue value, String second, BsonValue other) {
        return new BsonDocument("$set", new BsonDocument(first, value).append(second, other));
    }

    private static BsonDocument call(String operator, BsonValue... arguments) {
        return new BsonDocument(operator, new BsonArray(List.of(arguments)));
    }

    private static BsonString field(String name) {
        return new BsonString(name);
    }

    /** Those whose time is not over, without this one. */
    private BsonDocument living(String list) {
        return filtered(
                call("$ifNull", field("$" + list), new BsonArray()),
                call("$and", call("$gt", field("$$each.until"), field(NOW)), isOther()));
    }

    private BsonDocument isOther() {
        return call("$ne", field("$$each.owner"), new BsonObjectId(holder.owner()));
    }

    private static BsonDocument filtered(BsonValue input, BsonDocument condition) {
        return new BsonDocument(
                "$filter",
                new BsonDocument("input", input)
                        .append("as", new BsonString("each"))
                        .append("cond", condition));
    }

    private BsonDocument isFree() {
        BsonValue inTheWay = strength == LockStrength.EXCLUSIVE
                ? field("$" + HOLDERS)
                : filtered(field("$" + HOLDERS), call("$eq", field("$$each." + EXCLUSIVE), BsonBoolean.TRUE));
        return call("$eq", new BsonDocument("$size", inTheWay), new BsonInt64(0));
    }

    private BsonDocument isWaiter() {
        return call("$and", BsonBoolean.valueOf(waits), call("$not", field("$free")));
    }

    private BsonDocument added(String list, Object condition) {
        BsonValue when = condition instanceof String name ? field(name) : (BsonValue) condition;
        long millis = list.equals(HOLDERS) ? leaseMillis : WAITER_MILLIS;
        BsonDocument entry = holder.document()
                .append(EXCLUSIVE, BsonBoolean.valueOf(strength == LockStrength.EXCLUSIVE))
                .append(UNTIL, call("$add", field(NOW), new BsonInt64(millis)));
        return call(
                "$cond",
                when,
                call("$concatArrays", field("$" + list), new BsonArray(List.of(entry))),
                field("$" + list));
    }

    /** After this time the server may remove the document. */
    private BsonDocument latest() {
        return call("$add", field(NOW), new BsonInt64(leaseMillis + WAITER_MILLIS));
    }
}
