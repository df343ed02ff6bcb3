package dev.dormouse.mongodb.internal.constraint;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.TableForms;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Looks for what is referred to and for who refers, many at a time. Used by one thread. */
public final class ReferenceCheck {

    private static final int AT_ONCE = 5000;

    private final TableForms forms;
    private final @Nullable ClientSession session;

    /** Makes one that looks into a session's transaction, or at the committed state. */
    public ReferenceCheck(TableForms forms, @Nullable ClientSession session) {
        this.forms = forms;
        this.session = session;
    }

    /** Returns the values at these paths, once for each element of an array; none if one is null. */
    public static Set<Key> values(List<FieldPath> paths, RecordView record) {
        FieldPath through = paths.get(0).array();
        if (through == null) {
            return ownValues(paths, record);
        }
        Set<Key> values = new LinkedHashSet<>();
        if (record.get(through) instanceof List<?> elements) {
            List<FieldPath> inElement = paths.stream()
                    .map(path -> Objects.requireNonNull(path.inElement()))
                    .toList();
            elements.forEach(element -> values.addAll(ownValues(inElement, (RecordView) element)));
        }
        return values;
    }

    private static Set<Key> ownValues(List<FieldPath> paths, RecordView record) {
        List<Object[]> rows = new ArrayList<>(1);
        rows.add(new Object[paths.size()]);
        for (int i = 0; i < paths.size(); i++) {
            Object value = record.get(paths.get(i));
            if (value == null) {
                return Set.of();
            }
            List<Object[]> longer = new ArrayList<>();
            for (Object each : value instanceof List<?> elements ? elements : List.of(value)) {
                for (Object[] row : rows) {
                    Object[] copy = row.clone();
                    copy[i] = each;
                    longer.add(copy);
                }
            }
            rows = longer;
        }
        Set<Key> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(Key.of(row)));
        return keys;
    }

    /** Checks that all these values are there to be referred to. */
    public void checkTargets(Reference reference, Collection<Key> values) {
        missingTarget(reference, values).ifPresent(missing -> {
            throw new ConstraintViolationException(
                    Kind.FOREIGN_KEY,
                    reference.source().name(),
                    reference.foreignKey().name(),
                    StoreMessages.MISSING_TARGET.text(
                            missing,
                            reference.source().name(),
                            reference.target().name(),
                            reference.foreignKey().name()));
        });
    }

    /** Checks that nobody refers to any of these values, unless another record has it. */
    public void checkReferrers(Reference reference, Collection<Key> values) {
        if (values.isEmpty() || !isAnyReferred(reference, values)) {
            return;
        }
        Set<Key> referred = existing(reference.source(), reference.foreignKey().paths(), values);
        missingTarget(reference, referred).ifPresent(gone -> {
            throw new ConstraintViolationException(
                    Kind.FOREIGN_KEY,
                    reference.source().name(),
                    reference.foreignKey().name(),
                    StoreMessages.STILL_REFERRED_TO.text(
                            gone,
                            reference.target().name(),
                            reference.source().name(),
                            reference.foreignKey().name()));
        });
    }

    private boolean isAnyReferred(Reference reference, Collection<Key> values) {
        TableForm form = forms.form(reference.source());
        BsonDocument filter = form.among(reference.foreignKey().paths(), List.copyOf(values));
        return open(form, filter)
                        .projection(projection(form, reference.foreignKey().paths()))
                        .limit(1)
                        .first()
                != null;
    }

    private FindIterable<RawBsonDocument> open(TableForm form, BsonDocument filter) {
        MongoCollection<RawBsonDocument> collection = forms.collection(form.table());
        return session == null ? collection.find(filter) : collection.find(session, filter);
    }

    private Optional<Key> missingTarget(Reference reference, Collection<Key> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Set<Key> there = existing(reference.target(), reference.targetPaths(), values);
        return values.stream().filter(value -> !there.contains(value)).findFirst();
    }

    /** Returns which of these values some record has at these paths. */
    private Set<Key> existing(TableDefinition table, List<FieldPath> paths, Collection<Key> values) {
        Set<Key> there = new HashSet<>();
        Set<Key> wanted = new HashSet<>(values);
        TableForm form = forms.form(table);
        List<Key> list = List.copyOf(wanted);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            List<Key> some = list.subList(from, Math.min(list.size(), from + AT_ONCE));
            find(form, form.among(paths, some), paths).forEach(record -> {
                for (Key value : values(paths, record)) {
                    if (wanted.contains(value)) {
                        there.add(value);
                    }
                }
            });
        }
        return there;
    }

    private List<RecordView> find(TableForm form, BsonDocument filter, List<FieldPath> paths) {
        List<RecordView> records = new ArrayList<>();
        open(form, filter)
                .projection(projection(form, paths))
                .batchSize(AT_ONCE)
                .forEach(d -> records.add(form.view(d)));
        return records;
    }

    private static BsonDocument projection(TableForm form, List<FieldPath> paths) {
        BsonDocument fields = new BsonDocument();
        for (FieldPath path : paths) {
            form.storedNames(path).forEach(name -> fields.put(name, new BsonInt32(1)));
        }
        return fields;
    }

    /** Checks that every record of the source finds its target. */
    public void checkAll(Reference reference) {
        TableForm form = forms.form(reference.source());
        List<FieldPath> paths = reference.foreignKey().paths();
        Set<Key> pending = new LinkedHashSet<>();
        try (MongoCursor<RawBsonDocument> all = forms.collection(reference.source())
                .find()
                .projection(projection(form, paths))
                .iterator()) {
            while (all.hasNext()) {
                pending.addAll(values(paths, form.view(all.next())));
                if (pending.size() >= AT_ONCE) {
                    checkTargets(reference, pending);
                    pending.clear();
                }
            }
        }
        checkTargets(reference, pending);
    }
}
