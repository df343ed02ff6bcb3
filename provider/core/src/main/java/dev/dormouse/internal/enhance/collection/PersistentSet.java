package dev.dormouse.internal.enhance.collection;

import dev.dormouse.store.type.Truth;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/**
 * A lazy set. {@code size}, {@code isEmpty}, {@code contains} and iterations do not load all elements where the loader can tell; nor does {@code
 * add}, once the loader can tell that the element is not there.
 */
public final class PersistentSet<E> extends AbstractSet<E> implements PersistentCollection, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient SetContent content = new SetContent();
    private final transient CollectionState state;
    private transient int changes;

    private PersistentSet(CollectionRole role, @Nullable Object owner, @Nullable CollectionLoader loader) {
        state = new CollectionState(role, content, owner, loader);
    }

    /** Makes a set that loads its elements when they are needed. */
    public static <E> PersistentSet<E> unloaded(CollectionRole role, Object owner, CollectionLoader loader) {
        return new PersistentSet<>(role, owner, loader);
    }

    /** Makes a set of elements none of which is stored. */
    public static <E> PersistentSet<E> ofNew(CollectionRole role, Object owner, Collection<? extends E> elements) {
        PersistentSet<E> set = new PersistentSet<>(role, owner, null);
        set.state.fill(elements);
        set.state.markNew();
        return set;
    }

    static <E> PersistentSet<E> detached(CollectionRole role) {
        return new PersistentSet<>(role, null, null);
    }

    @Override
    public CollectionState dormouseState() {
        return state;
    }

    @Override
    public int size() {
        return state.isLoaded() ? content.set.size() : state.size();
    }

    @Override
    public boolean isEmpty() {
        return state.isLoaded() ? content.set.isEmpty() : state.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        Truth known = state.contains(element);
        if (known == Truth.UNKNOWN) {
            state.load();
            return content.set.contains(element);
        }
        return known == Truth.TRUE;
    }

    @Override
    public boolean add(E element) {
        if (!state.isLoaded()) {
            Truth known = state.contains(element);
            if (known == Truth.TRUE) {
                return false;
            }
            if (known == Truth.FALSE && state.queue(element)) {
                changes++;
                return true;
            }
        }
        state.load();
        if (content.set.contains(element)) {
            return false;
        }
        state.beforeChange();
        changes++;
        return content.set.add(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        state.load();
        if (!content.set.contains(element)) {
            return false;
        }
        state.beforeChange();
        changes++;
        return content.set.remove(element);
    }

    @Override
    public void clear() {
        state.load();
        if (!content.set.isEmpty()) {
            state.beforeChange();
            changes++;
            content.set.clear();
        }
    }

    @Override
    public Iterator<E> iterator() {
        return state.iterator(() -> new TrackingIterator<>(content.set.iterator(), state), () -> changes);
    }

    @Override
    public Spliterator<E> spliterator() {
        Iterator<E> elements = iterator();
        return state.isLoaded() ? super.spliterator() : new PartialSpliterator<>(elements);
    }

    @Override
    public Object[] toArray() {
        state.load();
        return super.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        state.load();
        return super.toArray(array);
    }

    private Object writeReplace() {
        return state.isLoaded() || state.isAttached() ? new LinkedHashSet<>(this) : UnloadedCollection.set(state);
    }

    private static final class SetContent implements Content {
        /** Most sets are never loaded. */
        private Set<@Nullable Object> set = Set.of();

        @Override
        public Collection<?> elements() {
            return set;
        }

        @Override
        public void fill(Collection<?> elements) {
            set = new LinkedHashSet<>(elements);
        }

        @Override
        public boolean append(@Nullable Object element) {
            return set.add(element);
        }
    }
}
