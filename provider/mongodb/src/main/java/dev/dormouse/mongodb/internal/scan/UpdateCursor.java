package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.document.Updates;
import dev.dormouse.mongodb.internal.transaction.ManyUpdate;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.EvaluationException;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.writeset.WellFormed;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A row for each record that one command updated. */
final class UpdateCursor implements RowCursor {

    private static final int TO_SEND = -1;

    private final PreparedUpdate plan;
    private final MongoTransaction transaction;
    private final Frame frame;
    private final Counters counters;
    private final TableForm form;
    private long left = TO_SEND;

    UpdateCursor(PreparedUpdate plan, MongoTransaction transaction, Frame frame, Counters counters) {
        this.plan = plan;
        this.transaction = transaction;
        this.frame = frame;
        this.counters = counters;
        this.form = transaction.form(plan.find().scan().table());
    }

    @Override
    public boolean next() {
        if (left == TO_SEND) {
            left = send();
        }
        if (left == 0) {
            return false;
        }
        left--;
        counters.row();
        return true;
    }

    private long send() {
        Find found = plan.find().find(form, frame);
        if (found == null) {
            return 0;
        }
        if (!found.isExact()) {
            throw new UndecidedException();
        }
        ManyUpdate update = new ManyUpdate(form, found.filter(), operators(), leavesType());
        return transaction.update(update).orElseThrow(UndecidedException::new);
    }

    /** What is wrong with a value matters only where there is a record, which the engine finds out. */
    private BsonDocument operators() {
        List<FieldChange> changes = new ArrayList<>();
        BsonDocument added = new BsonDocument();
        try {
            for (FieldUpdate field : plan.fields()) {
                if (field.isAdded()) {
                    added.put(form.name(field.path()), field.added(frame));
                } else {
                    FieldChange.Set set =
                            new FieldChange.Set(field.path(), field.value().value(frame));
                    WellFormed.check(form.table(), set);
                    changes.add(set);
                }
            }
        } catch (EvaluationException | StoreException e) {
            throw new UndecidedException();
        }
        BsonDocument operators = changes.isEmpty() ? new BsonDocument() : operators(changes);
        return added.isEmpty() ? operators : operators.append("$inc", added);
    }

    private BsonDocument operators(List<FieldChange> changes) {
        List<Updates.Update> updates = Updates.of(form, changes);
        if (updates.size() != 1 || updates.get(0).isPipeline()) {
            throw new UndecidedException();
        }
        return updates.get(0).operators();
    }

    private @Nullable BsonDocument leavesType() {
        BsonArray any = new BsonArray();
        plan.fields().stream().filter(FieldUpdate::isAdded).forEach(field -> any.add(field.leavesType(form, frame)));
        return any.isEmpty() ? null : new BsonDocument("$or", any);
    }

    @Override
    public void rewind() {
        throw new AssertionError("a statement runs once");
    }

    @Override
    public void close() {
        left = 0;
    }
}
