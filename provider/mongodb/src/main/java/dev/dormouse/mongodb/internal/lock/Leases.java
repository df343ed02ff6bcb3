package dev.dormouse.mongodb.internal.lock;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.failure.ErrorCodes;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** The locks of a database. Thread-safe. */
public final class Leases {

    /** The name of the collection. */
    public static final String NAME = "dormouse.locks";

    private static final long FIRST_PAUSE = 2;
    private static final long LONGEST_PAUSE = 50;

    private final MongoCollection<BsonDocument> collection;
    private final Duration lease;
    private final AtomicBoolean indexed = new AtomicBoolean();

    /** Makes the locks of a database, which end by themselves after a time. */
    public Leases(MongoDatabase database, Duration lease) {
        this.collection = database.getCollection(NAME, BsonDocument.class);
        this.lease = lease;
    }

    /**
     * Gets a lock, or waits for it.
     *
     * @param id the name of the lock
     * @param shown how the lock is called in messages
     * @throws LockTimeoutException if it is not to be had in time, or never would be
     */
    public void acquire(LockHolder holder, String id, String shown, LockStrength strength, Duration timeout) {
        if (indexed.compareAndSet(false, true)) {
            DriverFailures.guarded(
                    NAME,
                    () -> collection.createIndex(
                            Indexes.ascending("expires"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean patient = !timeout.isZero();
        LockRequest request = new LockRequest(holder, strength, lease.toMillis(), patient);
        long pause = FIRST_PAUSE;
        while (true) {
            BsonDocument lock = attempt(id, request);
            if (entries(lock, LockRequest.HOLDERS).stream().anyMatch(each -> holder.is(each.asDocument()))) {
                return;
            }
            long left = deadline - System.nanoTime();
            boolean hopeless = isHopeless(holder, lock, left < 0 || !patient);
            if (hopeless || !patient || left < 0) {
                release(holder, List.of(id));
                throw new LockTimeoutException(
                        hopeless
                                ? StoreMessages.LOCK_CYCLE.text(shown)
                                : StoreMessages.LOCK_TIMEOUT.text(shown, timeout.toMillis()));
            }
            pause(Math.min(pause, TimeUnit.NANOSECONDS.toMillis(left) + 1), shown);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private BsonDocument attempt(String id, LockRequest request) {
        while (true) {
            try {
                BsonDocument lock = collection.findOneAndUpdate(
                        Filters.eq("_id", id),
                        request.update(),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
                if (lock == null) {
                    throw new AssertionError("an upsert returned nothing");
                }
                return lock;
            } catch (MongoCommandException e) {
                // Two first tries at once: one of them finds the other's document when it tries again.
                if (e.getCode() != ErrorCodes.DUPLICATE_KEY) {
                    throw DriverFailures.mapped(e, NAME);
                }
            } catch (MongoException e) {
                throw DriverFailures.mapped(e, NAME);
            }
        }
    }

    private static BsonArray entries(BsonDocument lock, String list) {
        return lock.getArray(list, new BsonArray());
    }

    private boolean isHopeless(LockHolder holder, BsonDocument lock, boolean timeIsUp) {
        for (BsonValue each : entries(lock, LockRequest.HOLDERS)) {
            if (holder.isSameThread(each.asDocument())) {
                return true;
            }
        }
        return !timeIsUp
                && new WaitGraph(DriverFailures.guarded(
                                NAME, () -> collection.find().into(new ArrayList<>())))
                        .isYoungestInCircle(holder.owner());
    }

    private static void pause(long millis, String shown) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException(StoreMessages.LOCK_INTERRUPTED.text(shown));
        }
    }

    /** Gives locks back, and places among the waiters. */
    public void release(LockHolder holder, Collection<String> ids) {
        BsonDocument own = new BsonDocument(LockRequest.OWNER, new org.bson.BsonObjectId(holder.owner()));
        DriverFailures.guarded(
                NAME,
                () -> collection.updateMany(
                        Filters.in("_id", ids),
                        Updates.combine(
                                Updates.pull(LockRequest.HOLDERS, own), Updates.pull(LockRequest.WAITERS, own))));
    }

    /** Returns the owners of these locks whose time is not over. */
    public Set<ObjectId> living(Collection<String> ids) {
        BsonDocument inTime = new BsonDocument(
                "$filter",
                new BsonDocument("input", new BsonString("$" + LockRequest.HOLDERS))
                        .append("as", new BsonString("each"))
                        .append(
                                "cond",
                                new BsonDocument(
                                        "$gt",
                                        new BsonArray(List.of(
                                                new BsonString("$$each." + LockRequest.UNTIL),
                                                new BsonString("$$NOW"))))));
        Set<ObjectId> owners = new HashSet<>();
        DriverFailures.guarded(NAME, () -> collection
                        .find(Filters.in("_id", ids))
                        .projection(new BsonDocument(LockRequest.HOLDERS, inTime))
                        .into(new ArrayList<>()))
                .forEach(lock -> entries(lock, LockRequest.HOLDERS)
                        .forEach(each -> owners.add(
                                each.asDocument().getObjectId(LockRequest.OWNER).getValue())));
        return owners;
    }

    /** Returns one of these locks that another holds. */
    public Optional<String> heldByOthers(LockHolder holder, Collection<String> ids) {
        ObjectId own = holder.owner();
        BsonDocument held = DriverFailures.guarded(NAME, () -> collection
                .find(Filters.and(
                        Filters.in("_id", ids),
                        Filters.elemMatch(LockRequest.HOLDERS, Filters.ne(LockRequest.OWNER, own))))
                .first());
        return Optional.ofNullable(held).map(lock -> lock.getString("_id").getValue());
    }
}
