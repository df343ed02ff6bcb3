package dev.dormouse.mongodb.internal.transaction;

import dev.dormouse.mongodb.internal.lock.LockHolder;
import dev.dormouse.store.Change;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pessimistic locks of one transaction. */
final class Locks {

    private final Workplace place;
    private final Set<String> held = new LinkedHashSet<>();
    private @Nullable LockHolder holder;

    Locks(Workplace place) {
        this.place = place;
    }

    private LockHolder holder() {
        if (holder == null) {
            holder = LockHolder.ofThisThread();
        }
        return holder;
    }

    void acquire(TableDefinition table, Key key, LockStrength strength, Duration timeout) {
        String id = id(table, key);
        // A shared one after an exclusive one is there already, but the exclusive one would be lost by asking.
        if (held.contains(exclusive(id))) {
            return;
        }
        place.leases().acquire(holder(), id, key + "' of '" + table, strength, timeout);
        held.add(id);
        if (strength == LockStrength.EXCLUSIVE) {
            held.add(exclusive(id));
        }
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

    void release() {
        List<String> ids = held.stream().filter(id -> !id.startsWith("!")).toList();
        if (!ids.isEmpty()) {
            held.clear();
            place.leases().release(holder(), ids);
        }
    }
}
