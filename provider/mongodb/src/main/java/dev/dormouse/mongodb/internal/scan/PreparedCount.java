package dev.dormouse.mongodb.internal.scan;

import com.mongodb.MongoException;
import dev.dormouse.mongodb.internal.failure.DriverFailures;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/**
 * The number of a table's records, which the server counts.
 *
 * @param table the table
 * @param slots the ids of the slots that get the number
 */
record PreparedCount(TableDefinition table, List<Integer> slots) implements PreparedPlan {

    /** Takes counts of rows, without groups, over all records of a table. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        return plan instanceof Aggregate aggregate
                        && aggregate.keys().isEmpty()
                        && aggregate.calls().stream().allMatch(PreparedCount::countsRows)
                        && aggregate.input() instanceof Scan scan
                        && scan.access() instanceof Access.Full
                ? Optional.of(new PreparedCount(
                        scan.table(),
                        aggregate.output().stream().map(slot -> slot.id()).toList()))
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
    long count(CountCursor cursor, MongoTransaction transaction) {
        try {
            return transaction.find(
                    cursor,
                    transaction.form(table),
                    session -> session == null
                            ? transaction.collection(table).countDocuments(new BsonDocument())
                            : transaction.collection(table).countDocuments(session, new BsonDocument()));
        } catch (MongoException e) {
            throw DriverFailures.mapped(e, table.name());
        }
    }

    @Override
    public String describe() {
        return "number of records of " + table.name();
    }
}
