package dev.dormouse.mongodb.internal.scan;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import dev.dormouse.mongodb.internal.document.TableForm;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Aggregate;
import dev.dormouse.store.plan.Assignment;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Slot;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Groups of the records that a find would bring, and what is computed of each group, by the server: only where it says exactly what the engine would say. What
 * turns up while it runs (a filter that lets more through, a value that is not of its field's type, a sum that no integer holds) leaves it to the engine.
 *
 * @param find the find
 * @param keys what groups
 * @param calls what is computed a group
 */
record PreparedGroup(PreparedFind find, List<Key> keys, List<GroupCall> calls) implements PreparedPlan {

    private static final int BATCH = 10_000;
    private static final String ID = "_id";

    /** Types whose equal values are equal in BSON, each in one form. */
    private static final Set<BasicType> GROUPED =
            Set.of(BasicType.BOOLEAN, BasicType.INTEGER, BasicType.LONG, BasicType.STRING, BasicType.UUID);

    /** A field that groups, and the slot that gets it. */
    record Key(int slot, FieldPath path) {
        BasicType type() {
            return (BasicType) path.type();
        }
    }

    /** Takes groups over the records of one table. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        return plan instanceof Aggregate aggregate
                ? PreparedFind.ofFilter(aggregate.input()).flatMap(find -> prepare(find, aggregate))
                : Optional.empty();
    }

    private static Optional<PreparedPlan> prepare(PreparedFind find, Aggregate aggregate) {
        Slot records = find.scan().slot();
        TableForm form = TableForm.of(find.scan().table());
        List<Key> keys = new ArrayList<>();
        for (Assignment key : aggregate.keys()) {
            if (!(key.value() instanceof Expression.FieldValue field)
                    || !field.slot().equals(records)
                    || !(field.path().type() instanceof BasicType type)
                    || !GROUPED.contains(type)) {
                return Optional.empty();
            }
            keys.add(new Key(key.slot().id(), field.path()));
        }
        List<GroupCall> calls = new ArrayList<>();
        for (Aggregate.Call call : aggregate.calls()) {
            Optional<GroupCall> taken = GroupCall.of(call, records, form);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            calls.add(taken.get());
        }
        return Optional.of(new PreparedGroup(find, keys, calls));
    }

    /** Asks the server. */
    AggregateIterable<BsonDocument> ofServer(
            Find found, MongoTransaction transaction, @Nullable ClientSession session) {
        MongoCollection<RawBsonDocument> collection =
                transaction.collection(found.form().table());
        List<BsonDocument> pipeline = pipeline(found);
        AggregateIterable<BsonDocument> groups = session == null
                ? collection.aggregate(pipeline, BsonDocument.class)
                : collection.aggregate(session, pipeline, BsonDocument.class);
        return groups.batchSize(BATCH).allowDiskUse(true);
    }

    private List<BsonDocument> pipeline(Find found) {
        BsonDocument group = new BsonDocument(ID, id(found.form()));
        for (int i = 0; i < calls.size(); i++) {
            calls.get(i).put(group, "c" + i, found.form());
        }
        List<BsonDocument> stages = new ArrayList<>();
        if (!found.filter().isEmpty()) {
            stages.add(new BsonDocument("$match", found.filter()));
        }
        stages.add(new BsonDocument("$group", group));
        return stages;
    }

    /** What is absent groups with what is null; in a document only where it is said. */
    private BsonValue id(TableForm form) {
        if (keys.isEmpty()) {
            return BsonNull.VALUE;
        }
        if (keys.size() == 1) {
            return field(form, keys.get(0).path());
        }
        BsonDocument id = new BsonDocument();
        for (int i = 0; i < keys.size(); i++) {
            id.put("k" + i, orNull(field(form, keys.get(i).path())));
        }
        return id;
    }

    static BsonString field(TableForm form, FieldPath path) {
        return new BsonString("$" + form.name(path));
    }

    private static BsonValue orNull(BsonValue value) {
        return new BsonDocument("$ifNull", new BsonArray(List.of(value, BsonNull.VALUE)));
    }

    /** Returns the values of a group in the order of the slots. */
    @Nullable
    Object[] row(BsonDocument group) {
        @Nullable Object[] row = new Object[keys.size() + calls.size()];
        for (int i = 0; i < keys.size(); i++) {
            BsonValue key = group.get(ID, BsonNull.VALUE);
            row[i] = GroupCall.value(
                    keys.get(i).type(),
                    keys.size() == 1 ? key : key.asDocument().get("k" + i, BsonNull.VALUE));
        }
        for (int i = 0; i < calls.size(); i++) {
            row[keys.size() + i] = calls.get(i).result(group, "c" + i);
        }
        return row;
    }

    /** Returns what there is without any record: no group, or the one of all records. */
    List<@Nullable Object[]> none() {
        return keys.isEmpty()
                ? List.<@Nullable Object[]>of(
                        calls.stream().map(GroupCall::ofNone).toArray())
                : List.of();
    }

    void fill(Frame frame, @Nullable Object[] row) {
        for (int i = 0; i < keys.size(); i++) {
            frame.set(keys.get(i).slot(), row[i]);
        }
        for (int i = 0; i < calls.size(); i++) {
            frame.set(calls.get(i).slot(), row[keys.size() + i]);
        }
    }

    @Override
    public boolean mayBeUndecided() {
        return true;
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new GroupCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    @Override
    public String describe() {
        return "groups of " + find.describe();
    }
}
