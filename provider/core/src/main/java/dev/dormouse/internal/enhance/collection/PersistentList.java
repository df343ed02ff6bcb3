package dev.dormouse.internal.enhance.collection;

import dev.dormouse.store.type.Truth;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/**
 * A lazy list, of attributes of type {@code Collection} and {@code List}. {@code size}, {@code isEmpty}, {@code contains}, {@code get},
 * {@code subList}, iterations and {@code add} do not load all elements where the attribute and the loader allow it.
 */
public final class PersistentList<E> extends AbstractList<E>
        implements PersistentCollection, RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    private final transient ListContent content = new ListContent();
    private final transient CollectionState state;

    private PersistentList(CollectionRole role, @Nullable Object owner, @Nullable CollectionLoader loader) {
        state = new CollectionState(role, content, owner, loader);
    }

    /** Makes a list that loads its elements when they are needed. */
    public static <E> PersistentList<E> unloaded(CollectionRole role, Object owner, CollectionLoader loader) {
        return new PersistentList<>(role, owner, loader);
    }

    /** Makes a list of elements none of which is stored. */
    public static <E> PersistentList<E> ofNew(CollectionRole role, Object owner, Collection<? extends E> elements) {
        PersistentList<E> list = new PersistentList<>(role, owner, null);
        list.state.fill(elements);
        list.state.markNew();
        return list;
    }

    static <E> PersistentList<E> detached(CollectionRole role) {
        return new PersistentList<>(role, null, null);
    }

    @Override
    public CollectionState dormouseState() {
        return state;
    }

    @Override
    public int size() {
        return state.isLoaded() ? content.list.size() : state.size();
    }

    @Override
    public boolean isEmpty() {
        return state.isLoaded() ? content.list.isEmpty() : state.isEmpty();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        Truth known = state.contains(element);
        if (known == Truth.UNKNOWN) {
            state.load();
            return content.list.contains(element);
        }
        return known == Truth.TRUE;
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        CollectionState.Page page = index < 0 ? null : state.pageWith(index);
        if (page != null) {
            return (E) page.elements().get(Objects.checkIndex(index, page.end()) - page.from());
        }
        state.load();
        return (E) content.list.get(index);
    }

    @Override
    public List<E> subList(int from, int to) {
        List<?> some = from >= 0 && from < to ? state.elements(from, to - from) : null;
        return some == null || some.size() < to - from ? super.subList(from, to) : new ListPage<>(this, from, some);
    }

    List<E> loadedSubList(int from, int to) {
        state.load();
        return super.subList(from, to);
    }

    /** Returns how many times elements were added or removed. */
    int structuralChanges() {
        return modCount;
    }

    @Override
    public boolean add(E element) {
        if (state.queue(element)) {
            modCount++;
        } else {
            add(loadedSize(), element);
        }
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        elements.forEach(this::add);
        return !elements.isEmpty();
    }

    @Override
    public void add(int index, E element) {
        state.beforeChange();
        modCount++;
        content.list.add(index, element);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E set(int index, E element) {
        state.beforeChange();
        return (E) content.list.set(index, element);
    }

    @Override
    @SuppressWarnings("unchecked")
    public E remove(int index) {
        state.beforeChange();
        modCount++;
        return (E) content.list.remove(index);
    }

    @Override
    public Iterator<E> iterator() {
        return state.iterator(super::iterator, this::structuralChanges);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        state.load();
        return super.listIterator(index);
    }

    @Override
    public Spliterator<E> spliterator() {
        Iterator<E> elements = iterator();
        return state.isLoaded() ? super.spliterator() : new PartialSpliterator<>(elements);
    }

    @Override
    public Object[] toArray() {
        state.load();
        return content.list.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        state.load();
        return content.list.toArray(array);
    }

    @Override
    public void clear() {
        if (loadedSize() > 0) {
            state.beforeChange();
            modCount++;
            content.list.clear();
        }
    }

    private int loadedSize() {
        state.load();
        return content.list.size();
    }

    private Object writeReplace() {
        return state.isLoaded() || state.isAttached() ? new ArrayList<>(this) : UnloadedCollection.list(state);
    }

    private static final class ListContent implements Content {
        private List<@Nullable Object> list = new ArrayList<>(0);

        @Override
        public Collection<?> elements() {
            return list;
        }

        @Override
        public void fill(Collection<?> elements) {
            list = new ArrayList<>(elements);
        }

        @Override
        public boolean append(@Nullable Object element) {
            return list.add(element);
        }
    }
}
