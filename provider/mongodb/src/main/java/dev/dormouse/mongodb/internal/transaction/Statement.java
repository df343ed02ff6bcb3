package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.store.Change;
import dev.dormouse.store.Change.Guard;
import dev.dormouse.store.StaleRecordException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The snapshot that the cursors of one statement share before the server's transaction begins; kept until the next one, for what must not have changed since. */
final class Statement {

    private final Workplace place;
    private @Nullable ClientSession session;

    Statement(Workplace place) {
        this.place = place;
    }

    ClientSession session() {
        if (session == null) {
            session = place.connection()
                    .client()
                    .startSession(ClientSessionOptions.builder().snapshot(true).build());
        }
        return session;
    }

    void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** Checks that the records which a bulk statement changes were, when the server's transaction began, as the statement saw them. */
    void checkUnchanged(List<Change> changes, ServerTransaction server) {
        ClientSession seen = session;
        if (seen == null) {
            return;
        }
        Map<TableDefinition, List<Key>> keys = new LinkedHashMap<>();
        for (Change change : changes) {
            if (isGuarded(change)) {
                keys.computeIfAbsent(place.newest(change.table()), t -> new ArrayList<>())
                        .add(WriteFailures.key(change));
            }
        }
        keys.forEach((table, some) -> check(table, some, seen));
    }

    private static boolean isGuarded(Change change) {
        return (change instanceof Change.Patch patch && patch.guard() instanceof Guard.Unchanged)
                || (change instanceof Change.Delete delete && delete.guard() instanceof Guard.Unchanged);
    }

    /** Others cannot change these records any more: this transaction has written them. */
    private void check(TableDefinition table, List<Key> keys, ClientSession seen) {
        TableForm form = place.forms().form(table);
        MongoCollection<RawBsonDocument> collection = place.forms().collection(table);
        Map<Key, RawBsonDocument> before = new HashMap<>();
        collection
                .find(seen, form.byKeys(keys))
                .batchSize(keys.size() + 1)
                .forEach(document -> before.put(key(form, document), document));
        Map<Key, RawBsonDocument> now = new HashMap<>();
        DriverFailures.guarded(table.name(), () -> {
            // Also what another committed that the majority, or a secondary, has not seen yet.
            collection
                    .withReadPreference(ReadPreference.primary())
                    .withReadConcern(ReadConcern.LOCAL)
                    .find(form.byKeys(keys))
                    .batchSize(keys.size() + 1)
                    .forEach(document -> now.put(key(form, document), document));
            return true;
        });
        for (Key key : keys) {
            RawBsonDocument then = before.get(key);
            if (then == null || !ReadMarks.areAlike(then, now.get(key))) {
                throw new StaleRecordException(table.name(), key, StoreMessages.RECORD_CHANGED.text(key, table.name()));
            }
        }
    }

    private static Key key(TableForm form, RawBsonDocument document) {
        return form.table().keyOf(form.view(document));
    }
}
