package dev.dormouse.internal.enhance.collection;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The elements behind a persistent collection, reached without its loading and its tracking of changes. */
interface Content {

    /** Returns the elements, for a map its entries as a copy; a view otherwise. */
    Collection<?> elements();

    /** Replaces all elements. */
    void fill(Collection<?> elements);

    /** Adds one at the end; false if it is there already and may be there only once. */
    boolean append(@Nullable Object element);
}
