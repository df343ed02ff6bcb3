package dev.dormouse.internal.context.load;

import dev.dormouse.internal.enhance.collection.CollectionState;
import dev.dormouse.internal.layout.ToManyLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a large collection as far as a program iterates over it. */
final class CollectionBeginning {

    /** How many elements are read first at least; a collection of fewer is loaded by that. */
    private static final int FEW = 64;
    /** How many times as many are read next: each request passes over what was read before, so there must be few. */
    private static final int GROWTH = 4;

    private final CollectionReader reader;
    private final CollectionParts parts;
    private final Hydration hydration;

    CollectionBeginning(CollectionReader reader, CollectionParts parts, Hydration hydration) {
        this.reader = reader;
        this.parts = parts;
        this.hydration = hydration;
    }

    CollectionState.@Nullable Page of(CollectionState collection, CollectionState.@Nullable Page known) {
        ToManyLocation location = parts.paged(collection);
        if (location == null) {
            return null;
        }
        CollectionState.Page read = collection.beginning();
        boolean isCurrent = read != null && reader.isUnchangedSince(read.moment(), location);
        if (known == null) {
            return isCurrent ? read : reader.isAlone(collection) ? first(collection, location) : null;
        }
        if (read == null || !isCurrent || read.moment() != known.moment()) {
            return null;
        }
        return read.end() > known.end() ? read : more(collection, location, read);
    }

    private CollectionState.@Nullable Page first(CollectionState collection, ToManyLocation location) {
        long moment = hydration.context().writes();
        int count = Math.max(FEW, hydration.unloaded().limit());
        List<?> elements = parts.read(collection, location, 0, count);
        if (elements == null) {
            return null;
        }
        return kept(collection, new CollectionState.Page(0, elements, moment), elements.size() < count);
    }

    /** The last known element is read again: if it is not where it was, the collection is another one by now. */
    private CollectionState.@Nullable Page more(
            CollectionState collection, ToManyLocation location, CollectionState.Page known) {
        int count = known.end() * (GROWTH - 1) + 1;
        List<?> elements = parts.read(collection, location, known.end() - 1, count);
        CollectionState.Page joined = elements == null ? null : collection.joined(known, elements);
        return elements == null || joined == null ? null : kept(collection, joined, elements.size() < count);
    }

    private CollectionState.@Nullable Page kept(
            CollectionState collection, CollectionState.Page beginning, boolean isAll) {
        if (isAll) {
            collection.fill(beginning.elements());
            return null;
        }
        hydration.context().accessed(collection);
        collection.beginning(beginning);
        return beginning;
    }
}
