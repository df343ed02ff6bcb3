package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import dev.dormouse.mongodb.internal.constraint.ReferenceCheck;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The references that a flush makes or ends, checked at its end: one find for each reference, none where its fields did not change. Used once. */
final class FlushedReferences {

    private final Workplace place;
    private final Catalog catalog;
    private final @Nullable ClientSession session;
    private final ReferenceCheck check;
    private final Map<Reference, Set<Key>> left = new LinkedHashMap<>();

    FlushedReferences(Workplace place, @Nullable ClientSession session) {
        this.place = place;
        this.catalog = place.catalog().get();
        this.session = session;
        this.check = new ReferenceCheck(place.forms(), session);
    }

    /** Notes what others may refer to in records that go or change. */
    void before(List<Change> changes) {
        Map<TableDefinition, List<Change>> byTable = new LinkedHashMap<>();
        for (Change change : changes) {
            if (!(change instanceof Change.Insert)
                    && !catalog.incoming(change.table().id()).isEmpty()) {
                byTable.computeIfAbsent(place.newest(change.table()), t -> new ArrayList<>())
                        .add(change);
            }
        }
        byTable.forEach((table, some) -> {
            for (Reference reference : catalog.incoming(table.id())) {
                if (reference.targetIndex().isEmpty()) {
                    noteKeys(reference, table, some);
                } else {
                    noteValues(reference, table, some);
                }
            }
        });
    }

    private Set<Key> left(Reference reference) {
        return left.computeIfAbsent(reference, r -> new LinkedHashSet<>());
    }

    private void noteKeys(Reference reference, TableDefinition table, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Delete delete) {
                Object[] values = new Object[reference.targetPaths().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = delete.key()
                            .part(table.primaryKey()
                                    .indexOf(reference.targetPaths().get(i)));
                }
                left(reference).add(Key.of(values));
            }
        }
    }

    /** The values of another unique index must be read before they go. */
    private void noteValues(Reference reference, TableDefinition table, List<Change> changes) {
        List<Key> keys = changes.stream()
                .filter(change -> change instanceof Change.Delete
                        || (change instanceof Change.Patch patch && touches(patch, reference.targetPaths())))
                .map(WriteFailures::key)
                .toList();
        for (RecordView record : read(table, keys)) {
            left(reference).addAll(ReferenceCheck.values(reference.targetPaths(), record));
        }
    }

    private List<RecordView> read(TableDefinition table, List<Key> keys) {
        List<RecordView> records = new ArrayList<>();
        if (!keys.isEmpty()) {
            TableForm form = place.forms().form(table);
            MongoCollection<RawBsonDocument> collection = place.forms().collection(table);
            (session == null ? collection.find(form.byKeys(keys)) : collection.find(session, form.byKeys(keys)))
                    .forEach(document -> records.add(form.view(document)));
        }
        return records;
    }

    private static boolean touches(Change.Patch patch, List<FieldPath> paths) {
        return patch.fields().stream().anyMatch(field -> paths.stream().anyMatch(field.path()::overlaps));
    }

    /** Checks both directions in the state after the flush. */
    void check(List<Change> changes) {
        Map<Reference, Set<Key>> made = new LinkedHashMap<>();
        Map<Integer, Set<Key>> inserted = new LinkedHashMap<>();
        Map<TableDefinition, List<Key>> reread = new LinkedHashMap<>();
        for (Change change : changes) {
            Set<Key> own = inserted.computeIfAbsent(change.table().id(), id -> new HashSet<>());
            if (change instanceof Change.Insert insert) {
                own.add(WriteFailures.key(insert));
                for (Reference reference : catalog.outgoing(change.table().id())) {
                    made.computeIfAbsent(reference, r -> new LinkedHashSet<>())
                            .addAll(ReferenceCheck.values(reference.foreignKey().paths(), insert.record()));
                }
            } else if (change instanceof Change.Delete delete) {
                own.remove(delete.key());
            } else if (change instanceof Change.Patch patch) {
                addPatched(patch, made, reread);
            }
        }
        reread.forEach((table, keys) -> addStored(table, keys, made));
        made.forEach((reference, values) -> check.checkTargets(reference, without(reference, values, inserted)));
        left.forEach(check::checkReferrers);
    }

    private void addPatched(Change.Patch patch, Map<Reference, Set<Key>> made, Map<TableDefinition, List<Key>> reread) {
        for (Reference reference : catalog.outgoing(patch.table().id())) {
            List<FieldPath> paths = reference.foreignKey().paths();
            if (!touches(patch, paths)) {
                continue;
            }
            if (paths.size() == 1 && patch.fields().stream().allMatch(f -> isPlain(f, paths.get(0)))) {
                Set<Key> values = made.computeIfAbsent(reference, r -> new LinkedHashSet<>());
                patch.fields().forEach(field -> addNew(field, paths.get(0), values));
            } else {
                reread.computeIfAbsent(place.newest(patch.table()), t -> new ArrayList<>())
                        .add(patch.key());
            }
        }
    }

    /** Tells whether the change itself says what the field will be. */
    private static boolean isPlain(FieldChange field, FieldPath path) {
        return field.path().equals(path) || !field.path().overlaps(path);
    }

    private static void addNew(FieldChange field, FieldPath path, Set<Key> values) {
        if (!field.path().equals(path)) {
            return;
        }
        if (field instanceof FieldChange.Append append) {
            append.elements().forEach(element -> values.add(Key.of(element)));
        } else if (field instanceof FieldChange.Set set && set.value() instanceof List<?> elements) {
            elements.forEach(element -> values.add(Key.of(element)));
        } else if (field instanceof FieldChange.Set set && set.value() != null) {
            values.add(Key.of(set.value()));
        }
    }

    private void addStored(TableDefinition table, List<Key> keys, Map<Reference, Set<Key>> made) {
        for (RecordView record : read(table, keys)) {
            for (Reference reference : catalog.outgoing(table.id())) {
                made.computeIfAbsent(reference, r -> new LinkedHashSet<>())
                        .addAll(ReferenceCheck.values(reference.foreignKey().paths(), record));
            }
        }
    }

    /** What the same flush inserted, and did not delete again, is there. */
    private static Set<Key> without(Reference reference, Set<Key> values, Map<Integer, Set<Key>> inserted) {
        Set<Key> own = inserted.get(reference.target().id());
        if (own == null || !reference.targetPaths().equals(reference.target().primaryKey())) {
            return values;
        }
        Set<Key> rest = new LinkedHashSet<>(values);
        rest.removeAll(own);
        return rest;
    }
}
