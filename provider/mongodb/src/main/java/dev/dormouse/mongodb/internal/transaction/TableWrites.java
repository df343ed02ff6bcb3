package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.Updates;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one flush to one collection, none of a record twice: deletes, then updates, then inserts, so that what one gives up another can take. Two
 * updates may swap unique values: the fields get values that nobody else has first.
 */
final class TableWrites {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int MOST_KEYS = 1_000;

    private final TableForm form;
    private final @Nullable ObjectId reader;
    private final List<Change.Delete> deletes = new ArrayList<>();
    private final List<Change> updates = new ArrayList<>();
    private final List<Change.Insert> inserts = new ArrayList<>();
    private final Set<Key> keys = new HashSet<>();
    private final List<Change> origins = new ArrayList<>();
    private int matches;

    /**
     * Makes none yet.
     *
     * @param reader whose marks of shared locks are not in the way, null if there are none
     */
    TableWrites(TableForm form, @Nullable ObjectId reader) {
        this.form = form;
        this.reader = reader;
    }

    TableForm form() {
        return form;
    }

    /** Adds a change; false if one of the same record is there already. */
    boolean add(Change change, Key key) {
        if (!keys.add(key)) {
            return false;
        }
        if (change instanceof Change.Insert insert) {
            inserts.add(insert);
        } else if (change instanceof Change.Delete delete) {
            deletes.add(delete);
        } else {
            updates.add(change);
        }
        return true;
    }

    /** Returns the writes in their order. */
    List<WriteModel<RawBsonDocument>> models() {
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>();
        origins.clear();
        matches = 0;
        addDeletes(models);
        addReleases(models);
        for (Change update : updates) {
            if (update instanceof Change.Patch patch) {
                addPatch(models, patch);
            } else if (update instanceof Change.Verify verify) {
                BsonDocument filter = guarded(verify.key(), verify.guard());
                for (Updates.Update each : Updates.touch()) {
                    addUpdate(models, verify, filter, each);
                }
            }
        }
        for (Change.Insert insert : inserts) {
            RawBsonDocument document = form.document(insert.record());
            checkSize(document, insert);
            add(models, new InsertOneModel<>(document), insert);
        }
        return models;
    }

    /** In the order of their keys: the server steps over what the same transaction deleted behind the one that it looks for. */
    private void addDeletes(List<WriteModel<RawBsonDocument>> models) {
        deletes.sort(Comparator.comparing(Change.Delete::key));
        Map<Guard, List<Change.Delete>> together = new LinkedHashMap<>();
        deletes.forEach(delete -> together.computeIfAbsent(delete.guard(), guard -> new ArrayList<>())
                .add(delete));
        together.forEach((guard, all) -> {
            for (int from = 0; from < all.size(); from += MOST_KEYS) {
                List<Change.Delete> some = all.subList(from, Math.min(from + MOST_KEYS, all.size()));
                BsonDocument filter =
                        form.byKeys(some.stream().map(Change.Delete::key).toList());
                putGuard(filter, guard);
                add(models, new DeleteManyModel<>(ReadMarks.demanded(filter, reader)), some.get(0));
            }
        });
    }

    /** Where the key alone finds the record, the server plans nothing; the update itself then fails where there is a mark. */
    private void addPatch(List<WriteModel<RawBsonDocument>> models, Change.Patch patch) {
        List<Updates.Update> updates = Updates.of(form, patch.fields());
        BsonDocument filter = guarded(patch.key(), patch.guard());
        boolean byKeyAlone = reader == null
                && !form.isKeyInFields()
                && !(patch.guard() instanceof Guard.Version)
                && updates.stream().noneMatch(Updates.Update::isPipeline);
        if (!byKeyAlone) {
            ReadMarks.demanded(filter, reader);
        }
        for (Updates.Update each : updates) {
            if (byKeyAlone) {
                ReadMarks.refuse(each.operators());
            }
            addUpdate(models, patch, filter, each);
            filter = form.byKey(patch.key());
        }
    }

    private void checkSize(RawBsonDocument document, Change.Insert insert) {
        int size = document.getByteBuffer().remaining();
        if (size > LARGEST) {
            throw new StoreException(
                    MongoMessages.DOCUMENT_TOO_LARGE.text(form.table().keyOf(insert.record()), form.table(), size));
        }
    }

    private void addUpdate(
            List<WriteModel<RawBsonDocument>> models, Change change, BsonDocument filter, Updates.Update update) {
        matches++;
        add(
                models,
                update.isPipeline()
                        ? new UpdateOneModel<>(filter, update.pipeline())
                        : new UpdateOneModel<>(filter, update.operators()),
                change);
    }

    private void add(List<WriteModel<RawBsonDocument>> models, WriteModel<RawBsonDocument> model, Change origin) {
        models.add(model);
        origins.add(origin);
    }

    private BsonDocument guarded(Key key, Guard guard) {
        BsonDocument filter = form.byKey(key);
        putGuard(filter, guard);
        return filter;
    }

    private void putGuard(BsonDocument filter, Guard guard) {
        if (guard instanceof Guard.Version version) {
            form.putEqual(filter, version.path(), version.expected());
        }
    }

    private void addReleases(List<WriteModel<RawBsonDocument>> models) {
        for (IndexDefinition index : form.table().indexes()) {
            List<Change.Patch> moving = index.unique() ? moving(index) : List.of();
            if (!moving.isEmpty() && moving.size() + inserts.size() > 1) {
                moving.forEach(patch -> addRelease(models, index, patch));
            }
        }
    }

    private void addRelease(List<WriteModel<RawBsonDocument>> models, IndexDefinition index, Change.Patch patch) {
        FieldChange.Set set = moved(index, patch).findFirst().orElseThrow();
        BsonDocument field = new BsonDocument(form.name(set.path()), new BsonObjectId());
        BsonDocument release = new BsonDocument(set.value() == null ? "$unset" : "$set", field);
        addUpdate(models, patch, ReadMarks.demanded(form.byKey(patch.key()), reader), Updates.Update.of(release));
    }

    private List<Change.Patch> moving(IndexDefinition index) {
        List<Change.Patch> moving = new ArrayList<>();
        for (Change update : updates) {
            if (update instanceof Change.Patch patch
                    && moved(index, patch).findAny().isPresent()) {
                moving.add(patch);
            }
        }
        return moving;
    }

    /** Returns how a patch sets parts of an index. Where it sets a whole nested record, its old value stays until it does. */
    private static Stream<FieldChange.Set> moved(IndexDefinition index, Change.Patch patch) {
        return patch.fields().stream()
                .filter(FieldChange.Set.class::isInstance)
                .map(FieldChange.Set.class::cast)
                .filter(set -> !set.path().isArray()
                        && index.parts().stream().map(IndexPart::path).anyMatch(set.path()::equals));
    }

    /** Returns the change that a write came from. */
    Change origin(int write) {
        return origins.get(write);
    }

    /** Returns the changes in the order of their writes. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>(deletes);
        changes.addAll(updates);
        changes.addAll(inserts);
        return changes;
    }

    /** Tells whether a record was not there, or not as its guard demands. */
    boolean missesAny(BulkWriteResult result) {
        return result.getMatchedCount() != matches || result.getDeletedCount() != deletes.size();
    }
}
