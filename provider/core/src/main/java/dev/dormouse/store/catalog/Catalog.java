package dev.dormouse.store.catalog;

import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a store's schema. Immutable and thread-safe; what is derived from the definitions is computed once. */
public final class Catalog {

    /** A catalog of nothing. */
    public static final Catalog EMPTY = new Catalog(0, Map.of(), Map.of());

    private final long version;
    private final Map<String, TableDefinition> tables;
    private final Map<String, SequenceDefinition> sequences;
    private final int lastTableId;
    private final Map<Integer, TableDefinition> byId = new HashMap<>();
    private final Map<Integer, List<Reference>> outgoing = new HashMap<>();
    private final Map<Integer, List<Reference>> incoming = new HashMap<>();

    /**
     * Makes a catalog in which no table was ever dropped.
     *
     * @param version grows with every change; plans are cached under it
     * @param tables the tables by folded name
     * @param sequences the sequences by folded name
     */
    public Catalog(long version, Map<String, TableDefinition> tables, Map<String, SequenceDefinition> sequences) {
        this(version, tables, sequences, 0);
    }

    /**
     * Makes a catalog.
     *
     * @param version grows with every change; plans are cached under it
     * @param tables the tables by folded name
     * @param sequences the sequences by folded name
     * @param lastTableId the highest number that a table ever had, if higher than those of the tables; kept with the catalog, so that none is used twice
     */
    public Catalog(
            long version,
            Map<String, TableDefinition> tables,
            Map<String, SequenceDefinition> sequences,
            int lastTableId) {
        this.version = version;
        this.lastTableId = Math.max(
                lastTableId,
                tables.values().stream().mapToInt(TableDefinition::id).max().orElse(0));
        this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        this.sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        for (TableDefinition table : tables.values()) {
            byId.put(table.id(), table);
        }
        for (TableDefinition table : tables.values()) {
            for (ForeignKeyDefinition foreignKey : table.foreignKeys()) {
                TableDefinition target = this.tables.get(folded(foreignKey.target()));
                if (target != null) {
                    Reference.resolve(table, foreignKey, target).ifPresent(this::add);
                }
            }
        }
    }

    private void add(Reference reference) {
        outgoing.computeIfAbsent(reference.source().id(), id -> new ArrayList<>())
                .add(reference);
        incoming.computeIfAbsent(reference.target().id(), id -> new ArrayList<>())
                .add(reference);
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

    /** Returns the version, which grows with every change. */
    public long version() {
        return version;
    }

    /** Returns the tables by folded name. */
    public Map<String, TableDefinition> tables() {
        return tables;
    }

    /** Returns the sequences by folded name. */
    public Map<String, SequenceDefinition> sequences() {
        return sequences;
    }

    /** Returns the highest number that a table ever had. */
    public int lastTableId() {
        return lastTableId;
    }

    /** Returns the table with this name, case folded. */
    public Optional<TableDefinition> table(String name) {
        return Optional.ofNullable(tables.get(folded(name)));
    }

    /** Returns the table with this number, or null. */
    public @Nullable TableDefinition table(int id) {
        return byId.get(id);
    }

    /** Returns the sequence with this name, case folded. */
    public Optional<SequenceDefinition> sequence(String name) {
        return Optional.ofNullable(sequences.get(folded(name)));
    }

    /** Returns the references of a table to others, or to itself. */
    public List<Reference> outgoing(int table) {
        return outgoing.getOrDefault(table, List.of());
    }

    /** Returns the references of others, or of itself, to a table. */
    public List<Reference> incoming(int table) {
        return incoming.getOrDefault(table, List.of());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog catalog
                && version == catalog.version
                && lastTableId == catalog.lastTableId
                && tables.equals(catalog.tables)
                && sequences.equals(catalog.sequences);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(version);
    }

    @Override
    public String toString() {
        return "version " + version + ": " + tables.keySet() + ", sequences " + sequences.keySet();
    }
}
