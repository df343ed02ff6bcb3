package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.spill.SpillMap;
import dev.dormouse.store.writeset.spill.SpillView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An ordered map of a transaction's own: in memory, and what was too much for it in a spilled map, over which the one in memory counts. Walks and snapshots see it
 * as it was when they began, and are closed.
 *
 * @param <V> the values
 */
final class OwnMap<V> {

    /** About what a key costs in memory beside its bytes and its value. */
    private static final int NODE = 100;

    private final KeyMap<V> memory = new KeyMap<>();
    private final OwnForm<V> form;
    private final Spilling spilling;
    private long held;
    private @Nullable SpillMap spilled;
    private @Nullable SpillView current;

    OwnMap(OwnForm<V> form, Spilling spilling) {
        this.form = form;
        this.spilling = spilling;
    }

    @Nullable
    V get(KeyBuffer key) {
        V own = memory.get(key);
        SpillMap below = spilled;
        return own != null || below == null ? own : spilled(below, key.array(), key.length());
    }

    @Nullable
    V get(byte[] key) {
        V own = memory.get(key);
        SpillMap below = spilled;
        return own != null || below == null ? own : spilled(below, key, key.length);
    }

    private @Nullable V spilled(SpillMap below, byte[] key, int length) {
        SpillView view = current;
        if (view == null) {
            view = below.view();
            current = view;
        }
        return decoded(form, view, key, length);
    }

    private static <V> @Nullable V decoded(OwnForm<V> form, SpillView view, byte[] key, int length) {
        byte[] value = view.get(key, length);
        return value == null ? null : form.decode(Arrays.copyOf(key, length), length, value);
    }

    void put(byte[] key, V value) {
        memory.put(key, value);
        if (spilling.isBounded()) {
            long weight = NODE + key.length + form.weight(value);
            held += weight;
            spilling.hold(weight);
        }
    }

    void remove(byte[] key, int keyLength) {
        memory.remove(key);
        SpillMap below = spilled;
        if (below != null) {
            forgetView();
            below.remove(key, keyLength);
        }
    }

    void clear() {
        forgetMemory();
        SpillMap below = spilled;
        if (below != null) {
            forgetView();
            below.clear();
        }
    }

    private void forgetMemory() {
        memory.clear();
        spilling.release(held);
        held = 0;
    }

    private void forgetView() {
        SpillView view = current;
        if (view != null) {
            current = null;
            view.close();
        }
    }

    /** Tells whether what is in memory is worth moving for itself. */
    boolean isLarge() {
        return spilling.isLarge(held);
    }

    /** Moves what is in memory out of it. */
    void spill() {
        if (memory.size() == 0) {
            return;
        }
        SpillMap below = spilled;
        if (below == null) {
            below = form.map(spilling.area());
            spilled = below;
        }
        forgetView();
        below.putAll(new MemoryEntries<>(memory.walk(KeyRange.ALL, false), form));
        forgetMemory();
    }

    /** Walks what is in memory only: whatever is kept beside values is kept there. */
    KeyMap.Walk<V> walkMemory() {
        return memory.walk(KeyRange.ALL, false);
    }

    OwnWalk<V> walk(KeyRange range, boolean reverse) {
        KeyMap.Walk<V> own = memory.walk(range, reverse);
        SpillMap below = spilled;
        return new OwnWalk<>(own, form, below == null ? null : below.view(), range, reverse);
    }

    /** Returns the map as it is now. */
    Snapshot<V> snapshot() {
        SpillMap below = spilled;
        return new Snapshot<>(memory.copy(), form, below == null ? null : below.view());
    }

    /**
     * The map as it was once.
     *
     * @param <V> the values
     */
    static final class Snapshot<V> implements AutoCloseable {

        private final KeyMap<V> memory;
        private final OwnForm<V> form;
        private final @Nullable SpillView view;

        private Snapshot(KeyMap<V> memory, OwnForm<V> form, @Nullable SpillView view) {
            this.memory = memory;
            this.form = form;
            this.view = view;
        }

        @Nullable
        V get(KeyBuffer key) {
            V own = memory.get(key);
            return own != null || view == null ? own : decoded(form, view, key.array(), key.length());
        }

        @Override
        public void close() {
            if (view != null) {
                view.close();
            }
        }
    }
}
