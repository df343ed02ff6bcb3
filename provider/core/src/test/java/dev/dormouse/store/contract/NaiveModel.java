package dev.dormouse.store.contract;

import dev.dormouse.store.Change;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a store of two tables should hold, written down as plainly as possible: people with a unique name, and orders that refer to people. Transactions are
 * lists of changes that are played over the committed state again and again.
 */
final class NaiveModel {

    /** Both tables: records by key. */
    record State(TreeMap<Key, Record> people, TreeMap<Key, Record> orders) {
        State() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        State copy() {
            return new State(new TreeMap<>(people), new TreeMap<>(orders));
        }

        TreeMap<Key, Record> of(boolean person) {
            return person ? people : orders;
        }
    }

    /** What a transaction did to one record, and whether the store had it when it began to. */
    private record Pending(boolean person, Key key, boolean existed, List<Change> changes) {

        /** Tells whether the constrained field, the second of both tables, is among what changed. */
        boolean changesConstrained() {
            return changes.stream()
                    .anyMatch(change -> change instanceof Change.Patch patch
                            ? patch.fields().stream()
                                    .anyMatch(field -> field.path().ordinal(0) == 1)
                            : change instanceof Change.Insert);
        }
    }

    /** A change was refused. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One transaction at read-committed. */
    final class Transaction {
        private final List<Pending> pending = new ArrayList<>();

        State view() {
            State view = committed.copy();
            pending.forEach(p -> play(view, p));
            return view;
        }

        void apply(boolean person, Key key, Change change) {
            State before = view();
            boolean there = before.of(person).containsKey(key);
            if (there == (change instanceof Change.Insert)) {
                throw new RefusedException();
            }
            Pending known = pending.stream()
                    .filter(p -> p.person == person && p.key.equals(key))
                    .findFirst()
                    .orElse(null);
            if (known != null && !known.existed && change instanceof Change.Delete) {
                pending.remove(known);
            } else if (known != null) {
                known.changes.add(change);
            } else {
                pending.add(
                        new Pending(person, key, !(change instanceof Change.Insert), new ArrayList<>(List.of(change))));
            }
            State after = view();
            pending.stream()
                    .filter(p -> p.person == person && p.key.equals(key) && p.changesConstrained())
                    .forEach(p -> checkRecord(after, person, key));
            if (person && change instanceof Change.Delete) {
                checkUnreferred(after, key);
            }
        }

        void commit() {
            for (Pending p : pending) {
                if (committed.of(p.person).containsKey(p.key) != p.existed) {
                    throw new RefusedException();
                }
            }
            State after = view();
            for (Pending p : pending) {
                if (p.changesConstrained()) {
                    checkRecord(after, p.person, p.key);
                }
                if (p.person && !after.people.containsKey(p.key)) {
                    checkUnreferred(after, p.key);
                }
            }
            committed = after;
        }
    }

    private State committed = new State();

    State committed() {
        return committed;
    }

    Transaction begin() {
        return new Transaction();
    }

    private static void play(State state, Pending pending) {
        TreeMap<Key, Record> table = state.of(pending.person);
        for (Change change : pending.changes) {
            if (change instanceof Change.Insert insert) {
                table.put(pending.key, insert.record().copy());
            } else if (change instanceof Change.Delete) {
                table.remove(pending.key);
            } else if (change instanceof Change.Patch patch && table.containsKey(pending.key)) {
                table.put(pending.key, patched(Objects.requireNonNull(table.get(pending.key)), patch));
            }
        }
    }

    private static Record patched(Record before, Change.Patch patch) {
        Record after = before.copy();
        for (FieldChange change : patch.fields()) {
            if (change instanceof FieldChange.Set set) {
                after.set(set.path(), set.value());
            } else {
                List<Object> elements = new ArrayList<>();
                if (after.get(change.path()) instanceof List<?> old) {
                    elements.addAll(old);
                }
                if (change instanceof FieldChange.Append append) {
                    elements.addAll(append.elements());
                } else if (change instanceof FieldChange.Remove remove) {
                    remove.elements().forEach(elements::remove);
                }
                after.set(change.path(), elements);
            }
        }
        return after;
    }

    private static void checkRecord(State state, boolean person, Key key) {
        Record record = state.of(person).get(key);
        if (record == null) {
            return;
        }
        Object value = record.value(1);
        if (value != null && (person ? isDuplicate(state, key, value) : !state.people.containsKey(Key.of(value)))) {
            throw new RefusedException();
        }
    }

    private static boolean isDuplicate(State state, Key key, @Nullable Object name) {
        for (Map.Entry<Key, Record> other : state.people.entrySet()) {
            if (!other.getKey().equals(key) && Objects.equals(other.getValue().value(1), name)) {
                return true;
            }
        }
        return false;
    }

    private static void checkUnreferred(State state, Key person) {
        for (Record order : state.orders.values()) {
            Object value = order.value(1);
            if (value != null && Key.of(value).equals(person) && !state.people.containsKey(person)) {
                throw new RefusedException();
            }
        }
    }
}
