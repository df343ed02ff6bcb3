package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SequenceDefinition;
import dev.dormouse.store.catalog.SequenceDefinition.GeneratorRow;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.GeneratorRows;
import dev.dormouse.store.writeset.IndexedMaps;
import dev.dormouse.store.writeset.WritableMaps;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The state of sequences and row numbers, which no rollback takes back. Thread-safe. */
final class MemoryNumbers {

    private record Counter(SequenceDefinition sequence, AtomicLong next) {}

    private final Map<Integer, AtomicLong> rows = new ConcurrentHashMap<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, Long> shown = new HashMap<>();

    long nextRow(TableDefinition table) {
        return rows.computeIfAbsent(table.id(), id -> new AtomicLong()).incrementAndGet();
    }

    synchronized long take(String name, int count, IndexedMaps newest) {
        SequenceDefinition sequence = newest.catalog()
                .sequence(name)
                .orElseThrow(() -> new StoreException(StoreMessages.NO_SUCH_SEQUENCE.text(name)));
        Counter counter = counters.get(Catalog.folded(name));
        if (counter == null || !counter.sequence.equals(sequence)) {
            counter = new Counter(sequence, new AtomicLong(first(sequence, newest)));
            counters.put(Catalog.folded(name), counter);
        }
        return counter.next.getAndAdd((long) count * sequence.increment());
    }

    private static long first(SequenceDefinition sequence, IndexedMaps newest) {
        return sequence.row().stream()
                .flatMapToLong(row -> GeneratorRows.last(newest, row).stream())
                .map(last -> last + sequence.increment())
                .findFirst()
                .orElse(sequence.first());
    }

    /** Forgets sequences that are no longer what they were. */
    synchronized void catalogChanged(Catalog catalog) {
        counters.values().removeIf(counter -> !catalog.sequence(counter.sequence.name())
                .filter(counter.sequence::equals)
                .isPresent());
        shown.keySet().retainAll(counters.keySet());
    }

    /**
     * Writes the state of TABLE generators that moved since it was shown. Called by the writer.
     *
     * @return what was written, for {@link #shown} as soon as it is committed
     */
    synchronized Map<String, Long> write(WritableMaps maps) {
        Map<String, Long> written = new HashMap<>();
        counters.forEach((name, counter) -> {
            long next = counter.next.get();
            GeneratorRow row = counter.sequence.row().orElse(null);
            if (row != null && !Long.valueOf(next).equals(shown.get(name))) {
                GeneratorRows.write(maps, row, next - counter.sequence.increment());
                written.put(name, next);
            }
        });
        return written;
    }

    /** Takes note of what a commit has written. */
    synchronized void shown(Map<String, Long> written) {
        shown.putAll(written);
    }
}
