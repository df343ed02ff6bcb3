package dev.dormouse.mongodb.internal.transaction;

import dev.dormouse.mongodb.internal.lock.LockHolder;
import dev.dormouse.store.Change;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The pessimistic locks of one transaction. */
final class Locks {

    private final Workplace place;
    private final ReadMarks marks;
    private final Set<String> held = new LinkedHashSet<>();
    private final Map<TableDefinition, List<Key>> marked = new LinkedHashMap<>();
    private @Nullable LockHolder holder;

    Locks(Workplace place) {
        this.place = place;
        this.marks = new ReadMarks(place);
    }

    private LockHolder holder() {
        if (holder == null) {
            holder = LockHolder.ofThisThread();
        }
        return holder;
    }

    /** Returns the owner of the marks on documents, null where there are none. */
    @Nullable
    ObjectId reader() {
        return marked.isEmpty() ? null : holder().owner();
    }

    boolean isHeld(TableDefinition table, Key key) {
        return held.contains(id(table, key));
    }

    void acquire(TableDefinition table, Key key, LockStrength strength, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        String id = id(table, key);
        // A shared one after an exclusive one is there already, but the exclusive one would be lost by asking.
        if (held.contains(exclusive(id)) || (strength == LockStrength.SHARED && held.contains(id))) {
            return;
        }
        place.leases().acquire(holder(), id, key + "' of '" + table, strength, timeout);
        held.add(id);
        if (strength == LockStrength.EXCLUSIVE) {
            held.add(exclusive(id));
        }
        if (strength == LockStrength.SHARED || !place.connection().options().transactional()) {
            mark(table, key, id, deadline);
        }
    }

    private void mark(TableDefinition table, Key key, String id, long deadline) {
        try {
            marks.put(table, key, holder().owner(), deadline);
            marked.computeIfAbsent(table, t -> new ArrayList<>()).add(key);
        } catch (LockTimeoutException e) {
            held.remove(id);
            held.remove(exclusive(id));
            place.leases().release(holder(), List.of(id));
            throw e;
        }
    }

    /**
     * Tells whether another has marked one of these documents; marks whose owners are gone are taken away.
     *
     * @param documents those that a write should have met, by their keys
     */
    boolean areMarked(TableDefinition table, Map<Key, RawBsonDocument> documents) {
        Map<Key, Set<ObjectId>> others = new HashMap<>();
        documents.forEach((key, document) -> {
            Set<ObjectId> owners = ReadMarks.ofOthers(document, reader());
            if (!owners.isEmpty()) {
                others.put(key, owners);
            }
        });
        if (others.isEmpty()) {
            return false;
        }
        Set<ObjectId> gone = new HashSet<>();
        others.values().forEach(gone::addAll);
        gone.removeAll(place.leases()
                .living(others.keySet().stream().map(key -> id(table, key)).toList()));
        if (!gone.isEmpty()) {
            marks.remove(table, List.copyOf(others.keySet()), gone);
        }
        return true;
    }

    private static String exclusive(String id) {
        return "!" + id;
    }

    private static String id(TableDefinition table, Key key) {
        KeyBuffer buffer = new KeyBuffer();
        KeyEncoder.primaryKey(buffer, table, key);
        return table.name() + "/" + HexFormat.of().formatHex(buffer.toBytes());
    }

    /** Returns one of these changes whose record another transaction has locked. */
    Optional<Change> heldByOthers(List<Change> changes) {
        Map<String, Change> ids = new LinkedHashMap<>();
        changes.forEach(change -> ids.put(id(place.newest(change.table()), WriteFailures.key(change)), change));
        return place.leases().heldByOthers(holder(), ids.keySet()).map(ids::get);
    }

    /** Gives all locks back. What cannot be reached ends with its lease. */
    void release() {
        List<String> ids = held.stream().filter(id -> !id.startsWith("!")).toList();
        if (ids.isEmpty()) {
            return;
        }
        held.clear();
        try {
            marked.forEach((table, keys) -> marks.remove(table, keys, List.of(holder().owner())));
            marked.clear();
            place.leases().release(holder(), ids);
        } catch (StoreException e) {
            System.getLogger(Locks.class.getName())
                    .log(System.Logger.Level.WARNING, "locks could not be given back before their lease ends", e);
        }
    }
}
