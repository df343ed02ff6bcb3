package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The cursors by which a reading transaction walks ranges. Those that are given back, one a map, serve the next walk, from snapshot to snapshot. */
final class RangeCursors {

    private static final class Idle {
        private @Nullable NativeCursor cursor;
        private long snapshot;
    }

    private final IdentityHashMap<NativeMap, Idle> idle = new IdentityHashMap<>(4);
    private long snapshot;

    /** Tells that the transaction has gone on to another snapshot. */
    void moved() {
        snapshot++;
    }

    /** Returns a cursor on the present snapshot, somewhere, which nobody else gets until it is given back. */
    NativeCursor take(NativeMap map, NativeTransaction txn) {
        Idle known = idle.get(map);
        NativeCursor cursor = known == null ? null : known.cursor;
        if (known == null || cursor == null) {
            return map.cursor(txn);
        }
        known.cursor = null;
        if (known.snapshot != snapshot) {
            cursor.renew(txn);
        }
        return cursor;
    }

    /** Takes a cursor back, which belongs to the present snapshot. */
    void giveBack(NativeMap map, NativeCursor cursor) {
        Idle known = idle.get(map);
        if (known == null) {
            known = new Idle();
            idle.put(map, known);
        }
        if (known.cursor == null) {
            known.cursor = cursor;
            known.snapshot = snapshot;
        } else {
            cursor.close();
        }
    }

    void close() {
        for (Idle each : idle.values()) {
            if (each.cursor != null) {
                each.cursor.close();
            }
        }
        idle.clear();
    }
}
