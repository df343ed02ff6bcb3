package dev.dormouse.mongodb.internal.scan;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.document.DocumentView;
import dev.dormouse.mongodb.internal.document.Projection;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.mongodb.internal.transaction.OpenFind;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The documents of one find, batch by batch: puts each that passes the conditions into the scan's slot. */
final class FindCursor implements RowCursor, OpenFind {

    private enum State {
        NEW,
        OPEN,
        CLOSED,
        ENDED
    }

    /** How many documents a reply may bring; a server ends a reply at 16 MB anyway. Its own first one would end at 101. */
    private static final int BATCH = 10_000;

    private final PreparedFind plan;
    private final MongoTransaction transaction;
    private final Frame frame;
    private final Counters counters;
    private final TableForm form;
    private final Evaluator[] conditions;
    private final Queue<DocumentView> fetched = new ArrayDeque<>();
    private @Nullable MongoCursor<RawBsonDocument> cursor;
    private @Nullable Find find;
    private long toSkip;
    private long left;
    private State state = State.NEW;

    FindCursor(PreparedFind plan, MongoTransaction transaction, Frame frame, Counters counters) {
        this.plan = plan;
        this.transaction = transaction;
        this.frame = frame;
        this.counters = counters;
        this.form = transaction.form(plan.scan().table());
        this.conditions = plan.conditions().toArray(Evaluator[]::new);
    }

    private void begin() {
        release();
        find = plan.find(form, frame);
        toSkip = plan.page().offset(frame);
        left = plan.page().count(frame);
        state = State.OPEN;
        if (find == null || left == 0) {
            return;
        }
        Find found = find;
        cursor = transaction.find(this, form, session -> open(found, session));
        if (found.sorted() != null) {
            fetchRest();
            List<DocumentView> sorted = new ArrayList<>(fetched);
            sorted.sort(found.sorted().comparator(found.reverse()));
            fetched.clear();
            fetched.addAll(sorted);
        }
    }

    private MongoCursor<RawBsonDocument> open(Find found, @Nullable ClientSession session) {
        MongoCollection<RawBsonDocument> collection = transaction.collection(form.table());
        FindIterable<RawBsonDocument> documents =
                session == null ? collection.find(found.filter()) : collection.find(session, found.filter());
        Projection projection = plan.projection();
        if (projection != null) {
            documents.projection(projection.document());
        }
        if (found.sort() != null) {
            documents.sort(found.sort());
        }
        if (found.isExact()) {
            if (toSkip > 0 && toSkip < Integer.MAX_VALUE) {
                documents.skip((int) toSkip);
                toSkip = 0;
            }
            if (toSkip == 0 && left < Integer.MAX_VALUE) {
                documents.limit((int) left);
            }
        }
        return documents.batchSize(BATCH).allowDiskUse(true).iterator();
    }

    private @Nullable DocumentView fetch() {
        DocumentView ready = fetched.poll();
        if (ready != null || cursor == null) {
            return ready;
        }
        try {
            return cursor.hasNext() ? form.view(cursor.next(), plan.projection()) : null;
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, form.table().name());
        }
    }

    @Override
    public boolean next() {
        if (state != State.OPEN) {
            checkOpen();
            begin();
        }
        while (left > 0) {
            DocumentView record = fetch();
            if (record == null) {
                return false;
            }
            frame.step();
            count();
            if (isInside(record)) {
                frame.set(plan.scan().slot().id(), record);
                if (passes() && --toSkip < 0) {
                    counters.row();
                    left--;
                    return true;
                }
            }
        }
        return false;
    }

    private void count() {
        if (!plan.access().isByKey()) {
            counters.entryVisited();
        }
        if (plan.access().isByKey() || plan.access().isByIndex()) {
            counters.recordFetched();
        }
    }

    private boolean isInside(RecordView record) {
        Find current = find;
        return current == null
                || current.ranges().isEmpty()
                || current.ranges().stream().anyMatch(range -> range.contains(record));
    }

    private boolean passes() {
        for (Evaluator condition : conditions) {
            if (condition.test(frame) != Truth.TRUE) {
                return false;
            }
        }
        return true;
    }

    private void checkOpen() {
        if (state == State.ENDED) {
            throw new StoreException(StoreMessages.NOT_ACTIVE.text("its cursor was still open"));
        }
        if (state == State.CLOSED) {
            throw new AssertionError("the cursor is closed");
        }
    }

    @Override
    public void rewind() {
        checkOpen();
        begin();
    }

    @Override
    public void fetchRest() {
        MongoCursor<RawBsonDocument> open = cursor;
        if (open == null) {
            return;
        }
        try {
            while (open.hasNext()) {
                fetched.add(form.view(open.next(), plan.projection()));
            }
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, form.table().name());
        }
        open.close();
        cursor = null;
    }

    private void release() {
        fetched.clear();
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    @Override
    public void end() {
        if (state != State.CLOSED) {
            state = State.ENDED;
            release();
        }
    }

    @Override
    public void close() {
        if (state == State.NEW || state == State.OPEN) {
            release();
            transaction.closed(this);
        }
        state = State.CLOSED;
    }
}
