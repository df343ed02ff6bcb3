package dev.dormouse.internal.schema;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.record.DocumentForm;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.ForeignKeyDefinition;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.RecordType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares a table that exists with the one that is wanted. */
final class TableComparison {

    private final TableDefinition existing;
    private final TableDefinition wanted;
    private final SchemaDifferences differences;
    /** Where a wanted field is: at the place where the table keeps the column, which may be another. */
    private final Map<String, FieldPath> moved = new HashMap<>();
    /** The columns that got other names, by their old ones. */
    private final Map<String, String> columnsOfLinks;

    TableComparison(TableDefinition existing, TableDefinition wanted, SchemaDifferences differences) {
        this.existing = existing;
        this.wanted = wanted;
        this.differences = differences;
        this.columnsOfLinks = columnsOfLinks();
        Map<String, FieldPath> columns = new HashMap<>();
        existing.columns().forEach((name, path) -> columns.put(Catalog.folded(name), path));
        columnsOfLinks.forEach((before, after) -> columns.put(
                Catalog.folded(after), Objects.requireNonNull(existing.columns().get(before))));
        wanted.columns().forEach((name, path) -> {
            FieldPath found = columns.get(Catalog.folded(name));
            if (found != null) {
                moved.put(path.toString(), found);
            }
        });
    }

    /** The columns of a join table that is known by its id are told by their places: by default they are named after entities. */
    private Map<String, String> columnsOfLinks() {
        Map<String, String> renamed = new HashMap<>();
        boolean isKnown = wanted.storeId().isPresent() && wanted.storeId().equals(existing.storeId());
        if (isKnown && DocumentForm.of(wanted).filter(DocumentForm.LINK::equals).isPresent()) {
            List<String> has = List.copyOf(existing.columns().keySet());
            List<String> needs = List.copyOf(wanted.columns().keySet());
            for (int i = 0; i < Math.min(has.size(), needs.size()); i++) {
                if (!isAmong(has, needs.get(i)) && !isAmong(needs, has.get(i))) {
                    renamed.put(has.get(i), needs.get(i));
                }
            }
        }
        return renamed;
    }

    private static boolean isAmong(List<String> names, String name) {
        return names.stream().anyMatch(other -> Catalog.folded(other).equals(Catalog.folded(name)));
    }

    /** Adds what differs, references apart: their targets may be missing still. */
    void compare() {
        Optional<UUID> has = existing.storeId();
        Optional<UUID> needs = wanted.storeId();
        if (has.isPresent() && needs.isPresent() && !has.equals(needs)) {
            differences.conflict(SchemaMessages.OTHER_STORE_ID, existing.name(), has.get(), needs.get());
            return;
        }
        if (has.isEmpty()) {
            needs.ifPresent(id -> differences.missing(SchemaMessages.STORE_ID_MISSING, existing.name(), id));
        }
        if (existing.layout() != wanted.layout()) {
            differences.conflict(SchemaMessages.OTHER_LAYOUT, existing.name(), existing.layout(), wanted.layout());
            return;
        }
        Set<String> keyHas =
                existing.primaryKey().stream().map(FieldPath::toString).collect(Collectors.toSet());
        List<String> keyNeeds = wanted.primaryKey().stream().map(this::place).toList();
        if (!keyHas.equals(Set.copyOf(keyNeeds))) {
            differences.conflict(SchemaMessages.OTHER_KEY, existing.name(), existing.primaryKey(), keyNeeds);
            return;
        }
        wanted.columns().forEach(this::compareColumn);
        RecordType wider = wider();
        Map<String, String> options = new LinkedHashMap<>(existing.options());
        options.putAll(wanted.options());
        TableDefinition widened = existing.withType(wider, columns(wider)).withOptions(options);
        if (!wider.equals(existing.type()) || !options.equals(existing.options()) || !columnsOfLinks.isEmpty()) {
            differences.change(new SchemaChange.WidenTable(widened));
        }
        Set<String> taken =
                existing.indexes().stream().map(IndexDefinition::name).collect(Collectors.toSet());
        wanted.indexes().forEach(index -> compareIndex(widened, index, taken));
    }

    /** Returns the type with what it lacks. A column that exists takes in longer values where the mapping says so; it is never made narrower, for records that are there. */
    private RecordType wider() {
        TypeMerge merge = new TypeMerge(existing.name(), moved, differences);
        RecordType wider = merge.merge(existing.type(), wanted.type());
        for (FieldPath path : wanted.columns().values()) {
            FieldPath found = moved.get(path.toString());
            if (found != null) {
                wider = merge.admitting(wider, found.names(), TypeMerge.limit(wanted.type(), path.names()));
            }
        }
        return wider;
    }

    private void compareColumn(String column, FieldPath path) {
        FieldPath found = moved.get(path.toString());
        if (found != null && !found.type().equals(path.type())) {
            differences.conflict(SchemaMessages.OTHER_TYPE, existing.name(), column, found.type(), path.type());
        }
    }

    private String place(FieldPath path) {
        return moved.getOrDefault(path.toString(), path).toString();
    }

    private Map<String, FieldPath> columns(RecordType wider) {
        Map<String, FieldPath> columns = new LinkedHashMap<>();
        existing.columns()
                .forEach((name, path) ->
                        columns.put(columnsOfLinks.getOrDefault(name, name), FieldPath.of(wider, path.names())));
        wanted.columns().forEach((name, path) -> {
            if (!moved.containsKey(path.toString()) && TypeMerge.has(wider, path.names())) {
                columns.put(name, FieldPath.of(wider, path.names()));
            }
        });
        return columns;
    }

    private void compareIndex(TableDefinition widened, IndexDefinition index, Set<String> taken) {
        List<IndexPart> parts = new ArrayList<>();
        for (IndexPart part : index.parts()) {
            List<String> names =
                    moved.getOrDefault(part.path().toString(), part.path()).names();
            if (!TypeMerge.has(widened.type(), names)) {
                return;
            }
            parts.add(new IndexPart(FieldPath.of(widened.type(), names), part.descending()));
        }
        boolean isThere =
                existing.indexes().stream().anyMatch(i -> i.parts().equals(parts) && (i.unique() || !index.unique()));
        if (!isThere) {
            String name = index.name();
            for (int i = 2; !taken.add(name); i++) {
                name = index.name() + "_" + i;
            }
            differences.missing(SchemaMessages.INDEX_MISSING, name, existing.name(), parts);
            differences.change(
                    new SchemaChange.CreateIndex(existing.name(), new IndexDefinition(0, name, parts, index.unique())));
        }
    }

    /** Adds the references that are missing. */
    void compareReferences(Function<String, TableDefinition> widenedTables) {
        TableDefinition widened = widenedTables.apply(wanted.name());
        for (ForeignKeyDefinition reference : wanted.foreignKeys()) {
            List<String> places = reference.paths().stream().map(this::place).toList();
            boolean isThere = existing.foreignKeys().stream()
                    .anyMatch(f ->
                            f.paths().stream().map(FieldPath::toString).toList().equals(places)
                                    && Catalog.folded(f.target()).equals(Catalog.folded(reference.target())));
            if (!isThere) {
                List<FieldPath> paths = places.stream().map(widened::path).toList();
                differences.missing(SchemaMessages.REFERENCE_MISSING, reference.name(), existing.name(), paths);
                differences.change(new SchemaChange.CreateForeignKey(
                        existing.name(),
                        new ForeignKeyDefinition(
                                reference.name(), paths, reference.target(), reference.targetPaths())));
            }
        }
    }
}
