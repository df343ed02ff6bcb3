package dev.dormouse.internal.enhance.collection;

import java.util.AbstractList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A part of a list that was read without the others. Once the list is loaded, or is to be changed through the part, it is an ordinary view of it. */
final class ListPage<E> extends AbstractList<E> implements RandomAccess {

    private final PersistentList<E> list;
    private final int from;
    private final List<?> elements;
    private final int changesBefore;
    private @Nullable List<E> view;

    ListPage(PersistentList<E> list, int from, List<?> elements) {
        this.list = list;
        this.from = from;
        this.elements = elements;
        this.changesBefore = list.structuralChanges();
    }

    private List<E> view() {
        List<E> known = view;
        if (known == null) {
            if (list.structuralChanges() != changesBefore) {
                throw new ConcurrentModificationException();
            }
            known = list.loadedSubList(from, from + elements.size());
            view = known;
        }
        return known;
    }

    @Override
    public int size() {
        return view == null ? elements.size() : view.size();
    }

    @Override
    @SuppressWarnings("unchecked")
    public E get(int index) {
        return list.dormouseState().isLoaded() ? view().get(index) : (E) elements.get(index);
    }

    @Override
    public E set(int index, E element) {
        return view().set(index, element);
    }

    @Override
    public void add(int index, E element) {
        view().add(index, element);
    }

    @Override
    public E remove(int index) {
        return view().remove(index);
    }

    @Override
    public void clear() {
        view().clear();
    }
}
