package dev.dormouse.lmdb.internal.environment;

import dev.dormouse.lmdb.internal.binding.NativeCursor;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The cursors by which a writing transaction reads and writes single keys, one a map, for the reasons of {@link PointCursors}. They end with the transaction, so
 * that a map gets one when it turns out to be used more than now and then. LMDB keeps them right when the map is written otherwise.
 */
final class WritingCursors {

    /** Opening a cursor costs about as much as this many calls by key cost more than calls of a cursor. */
    private static final int WORTH_OPENING = 4;

    private static final class Use {
        private int calls;
        private @Nullable NativeCursor cursor;
    }

    private final IdentityHashMap<NativeMap, Use> uses = new IdentityHashMap<>(4);

    /** Returns the cursor of a map, somewhere; null if the map is to be called by key yet. */
    @Nullable
    NativeCursor of(NativeMap map, NativeTransaction txn) {
        Use use = uses.get(map);
        if (use == null) {
            use = new Use();
            uses.put(map, use);
        }
        NativeCursor open = use.cursor;
        if (open == null && ++use.calls > WORTH_OPENING) {
            open = map.cursor(txn);
            use.cursor = open;
        }
        return open;
    }

    /** Returns the cursor of a map where it stands; null if it has none. */
    @Nullable
    NativeCursor opened(NativeMap map) {
        Use use = uses.get(map);
        return use == null ? null : use.cursor;
    }

    /** Closes all, before the transaction ends or another one begins in it. */
    void close() {
        for (Use use : uses.values()) {
            NativeCursor open = use.cursor;
            if (open != null) {
                use.cursor = null;
                open.close();
            }
        }
    }
}
