package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.failure.LmdbMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.SequenceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The generators of numbers: their state is in this process, the one that writes. Every batch of commits carries the marks of those that gave numbers since, so that
 * no number of a committed transaction comes twice.
 */
final class Numbers {

    /**
     * A generator whose mark is to be written.
     *
     * @param name the generator
     * @param next the number that it gives next
     * @param sequence its definition, unless it numbers rows
     */
    record Mark(String name, long next, Optional<SequenceDefinition> sequence) {}

    private static final class Counter {
        private final Optional<SequenceDefinition> sequence;
        private final long step;
        private long next;

        Counter(Optional<SequenceDefinition> sequence, long next) {
            this.sequence = sequence;
            this.step = sequence.map(SequenceDefinition::increment).orElse(1);
            this.next = next;
        }

        synchronized long take(String name, int count) {
            long first = next;
            try {
                next = Math.addExact(first, Math.multiplyExact(step, (long) count));
            } catch (ArithmeticException e) {
                throw new StoreException(LmdbMessages.NUMBERS_EXHAUSTED.text(name), e);
            }
            return first;
        }

        synchronized long next() {
            return next;
        }
    }

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /** Takes numbers of a sequence; {@code start} is asked for the first one when the sequence is used first. */
    long take(String name, SequenceDefinition sequence, int count, LongSupplier start) {
        Counter counter = counters.get(name);
        if (counter == null || !counter.sequence.equals(Optional.of(sequence))) {
            counter = counters.compute(
                    name,
                    (key, present) -> present != null && present.sequence.equals(Optional.of(sequence))
                            ? present
                            : new Counter(Optional.of(sequence), start.getAsLong()));
        }
        return take(name, counter, count);
    }

    /** Takes the next number for a row. */
    long takeRow(String name, LongSupplier start) {
        Counter counter = counters.get(name);
        if (counter == null) {
            counter = counters.computeIfAbsent(name, key -> new Counter(Optional.empty(), start.getAsLong()));
        }
        return take(name, counter, 1);
    }

    private long take(String name, Counter counter, int count) {
        long first = counter.take(name, count);
        used.add(name);
        return first;
    }

    /** Returns the marks that the present batch must carry. */
    List<Mark> due() {
        if (used.isEmpty()) {
            return List.of();
        }
        List<Mark> marks = new ArrayList<>();
        for (String name : List.copyOf(used)) {
            used.remove(name);
            Counter counter = counters.get(name);
            if (counter != null) {
                marks.add(new Mark(name, counter.next(), counter.sequence));
            }
        }
        return marks;
    }

    /** Takes marks back that were not committed. */
    void again(List<Mark> marks) {
        marks.forEach(mark -> used.add(mark.name()));
    }

    /** Forgets a sequence that was dropped. */
    void forget(String name) {
        counters.remove(name);
        used.remove(name);
    }
}
