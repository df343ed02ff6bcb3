package dev.dormouse.internal.enhance.collection;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Iterates over loaded elements and reports removals. */
final class TrackingIterator<E> implements Iterator<E> {

    private final Iterator<? extends @Nullable Object> elements;
    private final CollectionState state;

    TrackingIterator(Iterator<? extends @Nullable Object> elements, CollectionState state) {
        this.elements = elements;
        this.state = state;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    @SuppressWarnings("unchecked")
    public E next() {
        return (E) elements.next();
    }

    @Override
    public void remove() {
        state.beforeChange();
        elements.remove();
    }
}
