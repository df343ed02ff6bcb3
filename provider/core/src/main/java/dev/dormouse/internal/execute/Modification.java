package dev.dormouse.internal.execute;

import dev.dormouse.internal.execute.operator.Operator;
import dev.dormouse.internal.execute.operator.Run;
import dev.dormouse.store.Change;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.UndecidedException;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.compile.ExpressionCompiler;
import dev.dormouse.store.plan.Modify;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bulk update or delete. All rows are read before the first record changes, so that no change is met by its own statement; all changes go to
 * the store in one list, so that references among them are checked against their common result.
 */
final class Modification {

    private final Operator input;
    private final TableDefinition table;
    private final int slot;
    private final boolean delete;
    private final List<FieldPath> paths;
    private final List<Evaluator> values;
    private final boolean whole;
    private final @Nullable Modification instead;

    private Modification(
            Operator input, Modify modify, List<Evaluator> values, boolean whole, @Nullable Modification instead) {
        this.input = input;
        this.table = modify.target().table();
        this.slot = modify.target().slot().id();
        this.delete = modify.action() instanceof Modify.Action.Delete;
        this.paths = modify.action() instanceof Modify.Action.Update update
                ? update.assignments().stream()
                        .map(Modify.FieldAssignment::path)
                        .toList()
                : List.of();
        this.values = values;
        this.whole = whole;
        this.instead = instead;
    }

    /** Makes one whose rows the engine turns into changes. */
    static Modification ofRows(Operator input, Modify modify, ExpressionCompiler compiler) {
        List<Evaluator> values = modify.action() instanceof Modify.Action.Update update
                ? update.assignments().stream()
                        .map(a -> compiler.compile(a.value()))
                        .toList()
                : List.of();
        return new Modification(input, modify, values, false, null);
    }

    /**
     * Makes one that the store runs whole: a row for each record that it modified.
     *
     * @param instead what modifies where the store cannot decide; null if it always can
     */
    static Modification whole(Operator prepared, Modify modify, @Nullable Modification instead) {
        return new Modification(prepared, modify, List.of(), true, instead);
    }

    /** Returns what gives the rows. */
    Operator input() {
        return input;
    }

    /** Modifies, and returns how many records. */
    long apply(Run run, List<Change> changes) {
        if (whole) {
            return countOrInstead(run);
        }
        if (!changes.isEmpty()) {
            run.transaction().apply(changes);
        }
        return changes.size();
    }

    private long countOrInstead(Run run) {
        try {
            return count(run);
        } catch (UndecidedException e) {
            if (instead == null) {
                throw new AssertionError("undecided, which was not announced: " + table, e);
            }
            return instead.apply(run, instead.changes(run));
        }
    }

    private long count(Run run) {
        long count = 0;
        try (RowCursor rows = input.open(run)) {
            while (rows.next()) {
                count++;
            }
        }
        return count;
    }

    /** Returns what is to be modified; none of a statement that the store runs whole. */
    List<Change> changes(Run run) {
        List<Change> changes = new ArrayList<>();
        if (whole) {
            return changes;
        }
        Set<Key> modified = new HashSet<>();
        Frame frame = run.frame();
        try (RowCursor rows = input.open(run)) {
            while (rows.next()) {
                RecordView record = (RecordView) frame.slot(slot);
                if (record == null) {
                    throw new AssertionError("a row without the record to modify: " + table);
                }
                Key key = table.keyOf(record);
                if (modified.add(key)) {
                    run.rowKept("modify");
                    changes.add(change(key, frame));
                }
            }
        }
        return changes;
    }

    private Change change(Key key, Frame frame) {
        if (delete) {
            return new Change.Delete(table, key, Change.Guard.Unchanged.INSTANCE);
        }
        List<Change.FieldChange> fields = new ArrayList<>(paths.size());
        for (int i = 0; i < paths.size(); i++) {
            Object value = values.get(i).value(frame);
            Object own = value instanceof RecordView view ? view.copy() : value;
            fields.add(new Change.FieldChange.Set(paths.get(i), own instanceof List<?> list ? decoded(list) : own));
        }
        return new Change.Patch(table, key, fields, Change.Guard.Unchanged.INSTANCE);
    }

    /** Copies an array, which may be a view of the record that it was read from. */
    private static List<Object> decoded(List<?> elements) {
        Record copy = Record.of(elements);
        copy = copy.copy();
        return new ArrayList<>((List<?>) Objects.requireNonNull(copy.value(0)));
    }
}
