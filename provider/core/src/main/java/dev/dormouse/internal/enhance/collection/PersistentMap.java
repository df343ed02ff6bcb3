package dev.dormouse.internal.enhance.collection;

import dev.dormouse.store.type.Truth;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lazy map. {@code size}, {@code isEmpty}, {@code containsKey}, {@code containsValue} and {@code get} do not load the entries where the loader can tell, iterations not all. */
public final class PersistentMap<K, V> extends AbstractMap<K, V> implements PersistentCollection, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient MapContent content = new MapContent();
    private final transient CollectionState state;
    private transient int changes;

    private PersistentMap(CollectionRole role, @Nullable Object owner, @Nullable CollectionLoader loader) {
        state = new CollectionState(role, content, owner, loader);
    }

    /** Makes a map that loads its entries when they are needed. */
    public static <K, V> PersistentMap<K, V> unloaded(CollectionRole role, Object owner, CollectionLoader loader) {
        return new PersistentMap<>(role, owner, loader);
    }

    /** Makes a map of entries none of which is stored. */
    public static <K, V> PersistentMap<K, V> ofNew(
            CollectionRole role, Object owner, Map<? extends K, ? extends V> entries) {
        PersistentMap<K, V> map = new PersistentMap<>(role, owner, null);
        map.state.fill(entries.entrySet());
        map.state.markNew();
        return map;
    }

    static <K, V> PersistentMap<K, V> detached(CollectionRole role) {
        return new PersistentMap<>(role, null, null);
    }

    @Override
    public CollectionState dormouseState() {
        return state;
    }

    @Override
    public int size() {
        return state.isLoaded() ? content.map.size() : state.size();
    }

    @Override
    public boolean isEmpty() {
        return state.isLoaded() ? content.map.isEmpty() : state.isEmpty();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        Truth known = state.containsKey(key);
        if (known == Truth.UNKNOWN) {
            state.load();
            return content.map.containsKey(key);
        }
        return known == Truth.TRUE;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        Truth known = state.contains(value);
        if (known == Truth.UNKNOWN) {
            state.load();
            return content.map.containsValue(value);
        }
        return known == Truth.TRUE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        Collection<?> known = state.valueOf(key);
        if (known != null) {
            return known.isEmpty() ? null : (V) known.iterator().next();
        }
        state.load();
        return (V) content.map.get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V put(K key, V value) {
        state.load();
        if (content.map.containsKey(key) && Objects.equals(content.map.get(key), value)) {
            return (V) replaceEqual(key, value);
        }
        state.beforeChange();
        changes += content.map.containsKey(key) ? 0 : 1;
        return (V) content.map.put(key, value);
    }

    /** An equal value may still be another entity. */
    private @Nullable Object replaceEqual(K key, V value) {
        if (content.map.get(key) != value) {
            state.beforeChange();
        }
        return content.map.put(key, value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(@Nullable Object key) {
        state.load();
        if (!content.map.containsKey(key)) {
            return null;
        }
        state.beforeChange();
        changes++;
        return (V) content.map.remove(key);
    }

    @Override
    public void clear() {
        state.load();
        if (!content.map.isEmpty()) {
            state.beforeChange();
            changes++;
            content.map.clear();
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new EntrySet();
    }

    private Object writeReplace() {
        return state.isLoaded() || state.isAttached() ? new LinkedHashMap<>(this) : UnloadedCollection.map(state);
    }

    private final class EntrySet extends AbstractSet<Entry<K, V>> {
        @Override
        public Iterator<Entry<K, V>> iterator() {
            Iterator<Entry<K, V>> entries = state.iterator(
                    () -> new TrackingIterator<>(content.map.entrySet().iterator(), state), () -> changes);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public Entry<K, V> next() {
                    return new TrackingEntry<>(entries.next(), PersistentMap.this);
                }

                @Override
                public void remove() {
                    entries.remove();
                }
            };
        }

        @Override
        public int size() {
            return PersistentMap.this.size();
        }

        @Override
        public boolean isEmpty() {
            return PersistentMap.this.isEmpty();
        }
    }

    private static final class TrackingEntry<K, V> extends SimpleEntry<K, V> {
        private static final long serialVersionUID = 1L;
        private final transient Map<K, V> map;

        TrackingEntry(Entry<K, V> entry, Map<K, V> map) {
            super(entry);
            this.map = map;
        }

        @Override
        public V setValue(V value) {
            map.put(getKey(), value);
            return super.setValue(value);
        }
    }

    private static final class MapContent implements Content {
        private Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>(0);

        @Override
        public Collection<?> elements() {
            List<Entry<?, ?>> entries = new ArrayList<>(map.size());
            map.forEach((key, value) -> entries.add(new SimpleImmutableEntry<>(key, value)));
            return entries;
        }

        @Override
        public void fill(Collection<?> elements) {
            map = new LinkedHashMap<>();
            elements.forEach(this::append);
        }

        @Override
        public boolean append(@Nullable Object element) {
            Entry<?, ?> entry = (Entry<?, ?>) Objects.requireNonNull(element);
            return map.put(entry.getKey(), entry.getValue()) == null;
        }
    }
}
