package dev.dormouse.internal.enhance.collection;

import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over a collection that is not loaded, by its beginning, of which more is read where the iteration comes to its end. Once the collection is loaded, by
 * whomever, it goes on in what that gave.
 */
final class PartialIterator<E> implements Iterator<E> {

    private final CollectionState state;
    private final Supplier<Iterator<E>> loaded;
    private final IntSupplier changes;
    private final int changesBefore;
    private CollectionState.Page beginning;
    private int next;
    private @Nullable Iterator<E> rest;
    private boolean isOther;

    /**
     * Makes one.
     *
     * @param beginning what was read of the collection
     * @param loaded gives an iterator over the loaded elements
     * @param changes tells how many times elements were added or removed
     */
    PartialIterator(
            CollectionState state, CollectionState.Page beginning, Supplier<Iterator<E>> loaded, IntSupplier changes) {
        this.state = state;
        this.beginning = beginning;
        this.loaded = loaded;
        this.changes = changes;
        this.changesBefore = changes.getAsInt();
    }

    @Override
    public boolean hasNext() {
        Iterator<E> behind = behind();
        return behind == null || behind.hasNext();
    }

    @Override
    @SuppressWarnings("unchecked")
    public E next() {
        Iterator<E> behind = behind();
        return behind == null ? (E) beginning.elements().get(next++) : behind.next();
    }

    @Override
    public void remove() {
        if (rest == null && next == 0) {
            throw new IllegalStateException("next was not called");
        }
        state.load();
        Iterator<E> behind = behind();
        if (behind == null || isOther) {
            throw new ConcurrentModificationException();
        }
        behind.remove();
    }

    /** Returns what is behind the elements that were given; null while the next one is in the beginning. */
    private @Nullable Iterator<E> behind() {
        if (rest == null) {
            if (changes.getAsInt() != changesBefore) {
                throw new ConcurrentModificationException();
            }
            if (next == beginning.end()) {
                CollectionState.Page more = state.beginningBehind(beginning);
                if (more == null) {
                    state.load();
                } else {
                    beginning = more;
                }
            }
            rest = state.isLoaded() ? behindGiven() : null;
        }
        return rest;
    }

    private Iterator<E> behindGiven() {
        ElementDifference difference = new ElementDifference(state.role());
        Iterator<E> all = loaded.get();
        for (Object given : beginning.elements().subList(0, next)) {
            if (!all.hasNext() || !difference.isSame(all.next(), given)) {
                isOther = true;
                return others(difference);
            }
        }
        return all;
    }

    /** Somebody else changed the collection meanwhile: each element is given once. */
    @SuppressWarnings("unchecked")
    private Iterator<E> others(ElementDifference difference) {
        Iterator<?> others = Collections.unmodifiableList(difference.missing(
                        state.elements(), beginning.elements().subList(0, next)))
                .iterator();
        return (Iterator<E>) others;
    }
}
