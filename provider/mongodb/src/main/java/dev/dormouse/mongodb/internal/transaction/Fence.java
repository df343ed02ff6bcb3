package dev.dormouse.mongodb.internal.transaction;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.Updates;
import dev.dormouse.store.LockTimeoutException;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;

/** A write that changes nothing, after a pessimistic lock was had: it keeps those from the record who never asked for the lock. */
final class Fence {

    private static final long PAUSE = 10;

    private final Workplace place;
    private final ServerTransaction server;
    private final TableDefinition table;
    private final Key key;

    Fence(Workplace place, ServerTransaction server, TableDefinition table, Key key) {
        this.place = place;
        this.server = server;
        this.table = table;
        this.key = key;
    }

    /** Puts it; while another writes the record, tries again until the deadline if nothing is lost by beginning again. */
    void put(long deadline) {
        server.use(table.id());
        while (true) {
            boolean fresh = server.isFresh();
            try {
                server.touch(this::write);
                return;
            } catch (MongoException e) {
                if (!WriteFailures.isConflict(e)) {
                    throw e;
                }
                if (fresh) {
                    server.startOver();
                }
                if (!fresh || System.nanoTime() > deadline) {
                    throw new LockTimeoutException(StoreMessages.LOCK_TIMEOUT.text(key + "' of '" + table, 0));
                }
                pause();
            }
        }
    }

    private boolean write(ClientSession session) {
        TableForm form = place.forms().form(table);
        List<WriteModel<RawBsonDocument>> models = new ArrayList<>();
        for (Updates.Update update : Updates.touch()) {
            models.add(new UpdateOneModel<>(form.byKey(key), update.operators()));
        }
        // Who has the lock alone finds only marks that were left behind, or its own.
        models.add(new UpdateOneModel<>(form.byKey(key), ReadMarks.removal()));
        place.forms().collection(table).bulkWrite(session, models, new BulkWriteOptions().ordered(true));
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
