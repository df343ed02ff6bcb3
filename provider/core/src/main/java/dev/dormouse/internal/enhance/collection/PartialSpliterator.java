package dev.dormouse.internal.enhance.collection;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives the elements of a collection that is not loaded one after the other. Who would share them out to threads gets them all at once, read by his own. */
final class PartialSpliterator<E> implements Spliterator<E> {

    private final Iterator<E> elements;
    private @Nullable Spliterator<E> shared;

    PartialSpliterator(Iterator<E> elements) {
        this.elements = elements;
    }

    @Override
    public boolean tryAdvance(Consumer<? super E> action) {
        if (shared != null) {
            return shared.tryAdvance(action);
        }
        if (!elements.hasNext()) {
            return false;
        }
        action.accept(elements.next());
        return true;
    }

    @Override
    public @Nullable Spliterator<E> trySplit() {
        if (shared == null) {
            List<E> all = new ArrayList<>();
            elements.forEachRemaining(all::add);
            shared = all.spliterator();
        }
        return shared.trySplit();
    }

    @Override
    public long estimateSize() {
        return shared == null ? Long.MAX_VALUE : shared.estimateSize();
    }

    @Override
    public int characteristics() {
        return ORDERED;
    }
}
