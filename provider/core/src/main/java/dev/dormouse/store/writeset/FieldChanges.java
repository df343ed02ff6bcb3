package dev.dormouse.store.writeset;

import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies and merges changes of fields. */
final class FieldChanges {

    private FieldChanges() {}

    /** Changes a record. */
    static void apply(Record record, List<FieldChange> changes) {
        for (FieldChange change : changes) {
            FieldPath path = change.path();
            if (change instanceof FieldChange.Set set) {
                record.set(path, set.value() instanceof Record nested ? nested.copy() : set.value());
            } else if (change instanceof FieldChange.Append append) {
                List<Object> elements = elements(record, path);
                elements.addAll(append.elements());
                record.set(path, elements);
            } else if (change instanceof FieldChange.Remove remove) {
                List<Object> elements = elements(record, path);
                remove.elements().forEach(element -> removeOne(elements, path, element));
                record.set(path, elements);
            }
        }
    }

    private static List<Object> elements(Record record, FieldPath path) {
        return record.get(path) instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
    }

    private static void removeOne(List<Object> elements, FieldPath path, Object element) {
        for (int i = 0; i < elements.size(); i++) {
            if (equal(path, elements.get(i), element)) {
                elements.remove(i);
                return;
            }
        }
    }

    private static boolean equal(FieldPath path, @Nullable Object a, Object b) {
        if (path.type() instanceof ArrayType array && array.element() instanceof BasicType type) {
            return ValueOrder.compare(type, a, b) == 0;
        }
        return b.equals(a);
    }

    /** Returns earlier changes followed by later ones, without those that a later Set makes void. */
    static List<FieldChange> merge(List<FieldChange> earlier, List<FieldChange> later) {
        List<FieldChange> merged = new ArrayList<>(earlier.size() + later.size());
        for (FieldChange change : earlier) {
            if (!isOverwritten(change, later)) {
                merged.add(change);
            }
        }
        merged.addAll(later);
        return merged;
    }

    private static boolean isOverwritten(FieldChange change, List<FieldChange> later) {
        for (FieldChange next : later) {
            if (next instanceof FieldChange.Set set
                    && set.path().depth() <= change.path().depth()
                    && set.path().overlaps(change.path())
                    && (isNull(change) || makesWhatIsAround(set))) {
                return true;
            }
        }
        return false;
    }

    /** A null makes no record around it where there is none; the earlier value that it replaces may have made one. */
    private static boolean makesWhatIsAround(FieldChange.Set set) {
        return set.path().depth() == 1 || set.value() != null;
    }

    private static boolean isNull(FieldChange change) {
        return change instanceof FieldChange.Set set && set.value() == null;
    }

    static boolean touch(List<FieldChange> changes, FieldPath path) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).path().overlaps(path)) {
                return true;
            }
        }
        return false;
    }

    static boolean touch(List<FieldChange> changes, IndexDefinition index) {
        for (int i = 0; i < index.parts().size(); i++) {
            if (touch(changes, index.parts().get(i).path())) {
                return true;
            }
        }
        return false;
    }

    static boolean touch(List<FieldChange> changes, List<FieldPath> paths) {
        for (FieldPath path : paths) {
            if (touch(changes, path)) {
                return true;
            }
        }
        return false;
    }
}
