package dev.dormouse.mongodb.internal.scan;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCursor;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.mongodb.internal.transaction.OpenFind;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The groups of one run. All come before the first is given, so that the engine can still make them. */
final class GroupCursor implements RowCursor, OpenFind {

    private final PreparedGroup plan;
    private final MongoTransaction transaction;
    private final Frame frame;
    private final Counters counters;
    private final TableForm form;
    private @Nullable List<@Nullable Object[]> rows;
    private int at;
    private boolean ended;

    GroupCursor(PreparedGroup plan, MongoTransaction transaction, Frame frame, Counters counters) {
        this.plan = plan;
        this.transaction = transaction;
        this.frame = frame;
        this.counters = counters;
        this.form = transaction.form(plan.find().scan().table());
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        if (rows == null) {
            rows = fetch();
        }
        if (at == rows.size()) {
            return false;
        }
        frame.step();
        plan.fill(frame, rows.get(at++));
        counters.row();
        return true;
    }

    private List<@Nullable Object[]> fetch() {
        Find found = plan.find().find(form, frame);
        if (found == null) {
            return plan.none();
        }
        if (!found.isExact()) {
            throw new UndecidedException();
        }
        try {
            List<@Nullable Object[]> all = transaction.find(this, form, session -> {
                List<@Nullable Object[]> groups = new ArrayList<>();
                try (MongoCursor<BsonDocument> cursor =
                        plan.ofServer(found, transaction, session).iterator()) {
                    while (cursor.hasNext()) {
                        frame.step();
                        groups.add(plan.row(cursor.next()));
                    }
                }
                return groups;
            });
            return all.isEmpty() ? plan.none() : all;
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, form.table().name());
        }
    }

    @Override
    public void rewind() {
        rows = null;
        at = 0;
    }

    @Override
    public void fetchRest() {
        // All were fetched.
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void close() {
        ended = true;
        transaction.closed(this);
    }
}
