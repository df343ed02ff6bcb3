package dev.dormouse.mongodb.internal.scan;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The number of the records that a find would bring, which the server counts. Where its filter is not sure, their keys and what is to be tested come here and are counted.
 *
 * @param find the find
 * @param slots the ids of the slots that get the number
 */
record PreparedCount(PreparedFind find, List<Integer> slots) implements PreparedPlan {

    /** Takes counts of rows, without groups, over the records of one table. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        return plan instanceof Aggregate aggregate
                        && aggregate.keys().isEmpty()
                        && aggregate.calls().stream().allMatch(PreparedCount::countsRows)
                ? PreparedFind.ofKeys(aggregate.input())
                        .map(find -> new PreparedCount(
                                find,
                                aggregate.output().stream()
                                        .map(slot -> slot.id())
                                        .toList()))
                : Optional.empty();
    }

    private static boolean countsRows(Aggregate.Call call) {
        return call.function() == Aggregate.Function.COUNT
                && !call.distinct()
                && call.argument().equals(Expression.Literal.TRUE);
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new CountCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    /** Asks the server. */
    static long ofServer(Find find, MongoTransaction transaction, @Nullable ClientSession session) {
        MongoCollection<RawBsonDocument> collection =
                transaction.collection(find.form().table());
        return session == null
                ? collection.countDocuments(find.filter())
                : collection.countDocuments(session, find.filter());
    }

    @Override
    public String describe() {
        return "number of " + find.describe();
    }
}
