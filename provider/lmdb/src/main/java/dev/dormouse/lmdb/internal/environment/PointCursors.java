package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The cursors by which a reading transaction looks single keys up, one a map, kept from snapshot to snapshot. The binding has a short way to native functions
 * of up to three pointers: that is a step of a cursor, but no look-up in a map. And a key beside the last one needs no search from the root.
 */
final class PointCursors {

    /** Most work touches a few maps. */
    private static final int MANY = 64;

    private static final class Point {
        private final NativeMap map;
        private final NativeCursor cursor;
        private long snapshot;

        private Point(NativeMap map, NativeCursor cursor, long snapshot) {
            this.map = map;
            this.cursor = cursor;
            this.snapshot = snapshot;
        }
    }

    private final IdentityHashMap<NativeMap, Point> points = new IdentityHashMap<>(4);
    private @Nullable Point last;
    private long snapshot;

    /** Tells that the transaction has gone on to another snapshot. */
    void moved() {
        snapshot++;
    }

    /** Returns the cursor of a map, somewhere. */
    NativeCursor of(NativeMap map, NativeTransaction txn) {
        Point point = last;
        if (point == null || point.map != map) {
            point = found(map, txn);
            last = point;
        }
        if (point.snapshot != snapshot) {
            point.cursor.renew(txn);
            point.snapshot = snapshot;
        }
        return point.cursor;
    }

    private Point found(NativeMap map, NativeTransaction txn) {
        Point known = points.get(map);
        if (known == null) {
            if (points.size() == MANY) {
                close();
            }
            known = new Point(map, map.cursor(txn), snapshot);
            points.put(map, known);
        }
        return known;
    }

    void close() {
        points.values().forEach(point -> point.cursor.close());
        points.clear();
        last = null;
    }
}
