package dev.dormouse.internal.context.generate;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.store.Store;
import jakarta.persistence.PersistenceException;

/** The numbers of one sequence, taken from the store in blocks of the allocation size. Thread-safe. */
final class SequenceBlocks {

    private final Store store;
    private final String sequence;
    private final int allocationSize;
    private long next;
    private int increment;
    private int left;

    SequenceBlocks(Store store, String sequence, int allocationSize) {
        this.store = store;
        this.sequence = sequence;
        this.allocationSize = Math.max(1, allocationSize);
    }

    synchronized long next(EntityType type) {
        if (left == 0) {
            increment = store.catalog()
                    .sequence(sequence)
                    .orElseThrow(
                            () -> new PersistenceException(ContextMessages.NO_SEQUENCE.text(type.name(), sequence)))
                    .increment();
            next = store.take(sequence, allocationSize);
            left = allocationSize;
        }
        long number = next;
        next += increment;
        left--;
        return number;
    }
}
