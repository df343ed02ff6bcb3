package dev.dormouse.mongodb.internal.scan;

import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bulk update that is one command of the server: of what a find would bring, and of fields that no other record depends on.
 *
 * @param find the find
 * @param fields what is set
 */
record PreparedUpdate(PreparedFind find, List<FieldUpdate> fields) implements PreparedPlan {

    /** Takes an update of the records of one table by values that the server finds as the engine would. */
    static Optional<PreparedPlan> prepare(Plan plan) {
        return plan instanceof Modify modify && modify.action() instanceof Modify.Action.Update update
                ? PreparedFind.ofFilter(modify.input())
                        .filter(find ->
                                find.scan().slot().equals(modify.target().slot()))
                        .flatMap(find -> prepare(find, update))
                : Optional.empty();
    }

    private static Optional<PreparedPlan> prepare(PreparedFind find, Modify.Action.Update update) {
        List<FieldUpdate> fields = new ArrayList<>();
        for (Modify.FieldAssignment assignment : update.assignments()) {
            Optional<FieldUpdate> field = FieldUpdate.of(assignment, find.scan());
            if (field.isEmpty() || othersDependOn(assignment.path(), find.scan().table())) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(new PreparedUpdate(find, fields));
    }

    /** Unique values may be handed from record to record, references are checked: both needs to know the records. */
    private static boolean othersDependOn(FieldPath path, TableDefinition table) {
        Stream<FieldPath> unique = table.indexes().stream()
                .filter(index -> index.unique())
                .flatMap(index -> index.parts().stream())
                .map(IndexPart::path);
        Stream<FieldPath> referring = table.foreignKeys().stream().flatMap(key -> key.paths().stream());
        return Stream.concat(unique, referring).anyMatch(path::overlaps);
    }

    @Override
    public boolean mayBeUndecided() {
        return true;
    }

    @Override
    public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
        return new UpdateCursor(this, (MongoTransaction) transaction, frame, counters);
    }

    @Override
    public String describe() {
        return "update of " + find.describe();
    }
}
