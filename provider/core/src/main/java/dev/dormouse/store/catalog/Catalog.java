package dev.dormouse.store.catalog;

import dev.dormouse.store.record.TableDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a store's schema.
 *
 * @param version grows with every change; plans are cached under it
 * @param tables the tables by folded name
 * @param sequences the sequences by folded name
 */
public record Catalog(long version, Map<String, TableDefinition> tables, Map<String, SequenceDefinition> sequences) {

    /** A catalog of nothing. */
    public static final Catalog EMPTY = new Catalog(0, Map.of(), Map.of());

    /** Copies the maps. */
    public Catalog {
        tables = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        sequences = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
    }

    /** Makes a catalog of these definitions. */
    public static Catalog of(
            long version, Collection<TableDefinition> tables, Collection<SequenceDefinition> sequences) {
        Map<String, TableDefinition> byName = new LinkedHashMap<>();
        tables.forEach(t -> byName.put(folded(t.name()), t));
        Map<String, SequenceDefinition> sequencesByName = new LinkedHashMap<>();
        sequences.forEach(s -> sequencesByName.put(folded(s.name()), s));
        return new Catalog(version, byName, sequencesByName);
    }

    /** Returns a name as it is matched. */
    public static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Returns the table with this name, case folded. */
    public Optional<TableDefinition> table(String name) {
        return Optional.ofNullable(tables.get(folded(name)));
    }

    /** Returns the sequence with this name, case folded. */
    public Optional<SequenceDefinition> sequence(String name) {
        return Optional.ofNullable(sequences.get(folded(name)));
    }
}
