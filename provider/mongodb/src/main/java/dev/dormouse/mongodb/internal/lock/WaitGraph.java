package dev.dormouse.mongodb.internal.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** Who waits for whom, as the lock documents say. Used once. */
final class WaitGraph {

    private final Map<ObjectId, Set<ObjectId>> waitsFor = new HashMap<>();

    WaitGraph(List<BsonDocument> locks) {
        for (BsonDocument lock : locks) {
            for (ObjectId waiter : owners(lock, LockRequest.WAITERS)) {
                waitsFor.computeIfAbsent(waiter, w -> new HashSet<>()).addAll(owners(lock, LockRequest.HOLDERS));
            }
        }
    }

    private static List<ObjectId> owners(BsonDocument lock, String list) {
        List<ObjectId> owners = new ArrayList<>();
        for (BsonValue each : lock.getArray(list, new BsonArray())) {
            owners.add(each.asDocument().getObjectId(LockRequest.OWNER).getValue());
        }
        return owners;
    }

    /** Tells whether an owner waits for itself, and is the one of its circle that gives up: the greatest. */
    boolean isYoungestInCircle(ObjectId owner) {
        Set<ObjectId> after = reachable(owner);
        return after.contains(owner)
                && after.stream()
                        .filter(other -> reachable(other).contains(owner))
                        .allMatch(other -> other.compareTo(owner) <= 0);
    }

    private Set<ObjectId> reachable(ObjectId from) {
        Set<ObjectId> seen = new HashSet<>();
        List<ObjectId> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (ObjectId next : waitsFor.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
