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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One version of a store's schema. Immutable and thread-safe; what is derived from the definitions is computed once, when it is asked for. */
public final class Catalog {

    /** A catalog of nothing. */
    public static final Catalog EMPTY = new Catalog(0, Map.of(), Map.of());

    private final long version;
    private final Map<String, TableDefinition> tables;
    private final Map<String, SequenceDefinition> sequences;
    private final int lastTableId;
    private final Map<Integer, TableDefinition> byId = new HashMap<>();
    private final Map<Integer, List<Reference>> outgoing = new ConcurrentHashMap<>();
    private volatile @Nullable Map<Integer, List<Reference>> incoming;

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

    /** Returns the table that has this id of its own. */
    public Optional<TableDefinition> table(UUID storeId) {
        return tables.values().stream()
                .filter(table -> table.storeId().filter(storeId::equals).isPresent())
                .findFirst();
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
        List<Reference> known = outgoing.get(table);
        return known == null ? outgoing.computeIfAbsent(table, this::resolve) : known;
    }

    private List<Reference> resolve(int id) {
        TableDefinition table = byId.get(id);
        List<Reference> references = new ArrayList<>();
        if (table != null) {
            for (ForeignKeyDefinition foreignKey : table.foreignKeys()) {
                TableDefinition target = tables.get(folded(foreignKey.target()));
                if (target != null) {
                    Reference.resolve(table, foreignKey, target).ifPresent(references::add);
                }
            }
        }
        return List.copyOf(references);
    }

    /** Returns the references of others, or of itself, to a table. */
    public List<Reference> incoming(int table) {
        Map<Integer, List<Reference>> known = incoming;
        if (known == null) {
            known = new HashMap<>();
            for (TableDefinition source : tables.values()) {
                for (Reference reference : outgoing(source.id())) {
                    known.computeIfAbsent(reference.target().id(), id -> new ArrayList<>())
                            .add(reference);
                }
            }
            incoming = known;
        }
        return known.getOrDefault(table, List.of());
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
