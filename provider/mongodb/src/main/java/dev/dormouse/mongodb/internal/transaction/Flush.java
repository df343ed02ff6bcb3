package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Sends the changes of one flush: rounds in which no record comes twice, in each one bulk write a collection. Used once. */
final class Flush {

    private static final BulkWriteOptions ORDERED = new BulkWriteOptions().ordered(true);

    private final Workplace place;
    private final Locks locks;
    private final @Nullable ClientSession session;
    private final FlushedReferences references;

    Flush(Workplace place, Locks locks, @Nullable ClientSession session) {
        this.place = place;
        this.locks = locks;
        this.session = session;
        this.references = new FlushedReferences(place, session);
    }

    /**
     * Writes and checks.
     *
     * @throws MongoException if the server or the way to it fails
     * @throws ConflictException if another transaction was first
     */
    void run(List<Change> changes) {
        references.before(changes);
        Map<TableDefinition, TableWrites> round = new LinkedHashMap<>();
        for (Change change : changes) {
            TableDefinition table = place.newest(change.table());
            Key key = WriteFailures.key(change);
            TableWrites writes = writes(round, table);
            if (!writes.add(change, key)) {
                send(round);
                writes(round, table).add(change, key);
            }
        }
        send(round);
        references.check(changes);
    }

    private TableWrites writes(Map<TableDefinition, TableWrites> round, TableDefinition table) {
        return round.computeIfAbsent(table, t -> new TableWrites(place.forms().form(t), locks.reader()));
    }

    private void send(Map<TableDefinition, TableWrites> round) {
        round.values().forEach(this::send);
        round.clear();
    }

    private void send(TableWrites writes) {
        List<WriteModel<RawBsonDocument>> models = writes.models();
        if (models.isEmpty()) {
            return;
        }
        MongoCollection<RawBsonDocument> collection =
                place.forms().collection(writes.form().table());
        BulkWriteResult result;
        try {
            result = session == null
                    ? collection.bulkWrite(models, ORDERED)
                    : collection.bulkWrite(session, models, ORDERED);
        } catch (MongoException e) {
            if (WriteFailures.isConflict(e)) {
                throw new ConflictException(writes.changes(), e);
            }
            if (WriteFailures.meetsMark(e)) {
                removeForgottenMarks(writes);
                throw new ConflictException(writes.changes(), e);
            }
            if (e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)) {
                throw e;
            }
            throw WriteFailures.mapped(e, writes);
        }
        if (result.wasAcknowledged() && writes.missesAny(result)) {
            throw stale(writes);
        }
    }

    /** The server has ended the transaction, so this looks from outside. */
    private void removeForgottenMarks(TableWrites writes) {
        TableForm form = writes.form();
        List<Key> keys = writes.changes().stream()
                .filter(Change.Patch.class::isInstance)
                .map(WriteFailures::key)
                .toList();
        Map<Key, RawBsonDocument> documents = new HashMap<>();
        place.forms()
                .collection(form.table())
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.LOCAL)
                .find(form.byKeys(keys))
                .forEach(document -> documents.put(form.table().keyOf(form.view(document)), document));
        locks.areMarked(form.table(), documents);
    }

    /** Finds out which record was not there, or not as its guard demands, or locked by a reader. */
    private RuntimeException stale(TableWrites writes) {
        TableForm form = writes.form();
        Map<Key, RecordView> there = new HashMap<>();
        Map<Key, RawBsonDocument> documents = new HashMap<>();
        List<Change> guarded = writes.changes().stream()
                .filter(change -> !(change instanceof Change.Insert))
                .toList();
        List<Key> keys = guarded.stream().map(WriteFailures::key).toList();
        MongoCollection<RawBsonDocument> collection = place.forms().collection(form.table());
        (session == null ? collection.find(form.byKeys(keys)) : collection.find(session, form.byKeys(keys)))
                .forEach(document -> {
                    RecordView view = form.view(document);
                    there.put(form.table().keyOf(view), view);
                    documents.put(form.table().keyOf(view), document);
                });
        if (locks.areMarked(form.table(), documents)) {
            return new ConflictException(writes.changes(), null);
        }
        for (Change change : guarded) {
            if (change instanceof Change.Delete && !there.containsKey(WriteFailures.key(change))) {
                continue;
            }
            StaleRecordException stale = stale(change, there.get(WriteFailures.key(change)));
            if (stale != null) {
                return stale;
            }
        }
        Change last = guarded.stream()
                .filter(Change.Delete.class::isInstance)
                .findFirst()
                .orElse(guarded.get(0));
        return gone(last);
    }

    private static @Nullable StaleRecordException stale(Change change, @Nullable RecordView record) {
        if (record == null) {
            return gone(change);
        }
        if (guard(change) instanceof Guard.Version version) {
            Object found = record.get(version.path());
            if (!Objects.equals(found, version.expected()) && !Objects.equals(found, newVersion(change, version))) {
                return new StaleRecordException(
                        change.table().name(),
                        WriteFailures.key(change),
                        StoreMessages.VERSION_CHANGED.text(
                                WriteFailures.key(change), change.table(), version.expected()));
            }
        }
        return change instanceof Change.Delete ? gone(change) : null;
    }

    private static StaleRecordException gone(Change change) {
        Key key = WriteFailures.key(change);
        return new StaleRecordException(
                change.table().name(), key, StoreMessages.RECORD_GONE.text(key, change.table()));
    }

    private static Guard guard(Change change) {
        if (change instanceof Change.Patch patch) {
            return patch.guard();
        }
        return change instanceof Change.Delete delete ? delete.guard() : ((Change.Verify) change).guard();
    }

    private static @Nullable Object newVersion(Change change, Guard.Version version) {
        if (change instanceof Change.Patch patch) {
            for (FieldChange field : patch.fields()) {
                if (field instanceof FieldChange.Set set && set.path().equals(version.path())) {
                    return set.value();
                }
            }
        }
        return version.expected();
    }
}
