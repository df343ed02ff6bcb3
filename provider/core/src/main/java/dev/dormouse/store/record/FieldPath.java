package dev.dormouse.store.record;

import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import dev.dormouse.store.type.StoreType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a record to one of its fields, through nested records, by name and by ordinal. Ordinals never change their meaning, so a
 * path stays good when its table is widened.
 *
 * <p>A path may lead through one array of nested records to a basic field of its elements. Such a path has as many values as there are elements,
 * its type is an array of theirs, and only indexes and references have it: a record is read by {@link #array()}, its elements by {@link #inElement()}.
 */
public final class FieldPath {

    private final List<String> names;
    private final int[] ordinals;
    private final StoreType type;
    private final @Nullable FieldPath array;
    private final @Nullable FieldPath inElement;

    private FieldPath(List<String> names, int[] ordinals, StoreType type) {
        this.names = List.copyOf(names);
        this.ordinals = ordinals;
        this.type = type;
        this.array = null;
        this.inElement = null;
    }

    private FieldPath(FieldPath array, FieldPath inElement) {
        this.names = joined(array.names, inElement.names);
        this.ordinals = Arrays.copyOf(array.ordinals, names.size());
        System.arraycopy(inElement.ordinals, 0, ordinals, array.ordinals.length, inElement.ordinals.length);
        this.type = new ArrayType(inElement.type);
        this.array = array;
        this.inElement = inElement;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /**
     * Resolves names against the type of a record.
     *
     * @throws IllegalArgumentException if a name is unknown, or leads through something that is neither a nested record nor an array of them
     */
    public static FieldPath of(RecordType root, List<String> names) {
        int[] ordinals = new int[names.size()];
        StoreType type = root;
        for (int i = 0; i < ordinals.length; i++) {
            if (type instanceof ArrayType of && of.element() instanceof RecordType element) {
                FieldPath inElement = of(element, names.subList(i, names.size()));
                if (inElement.type instanceof BasicType) {
                    return new FieldPath(
                            new FieldPath(names.subList(0, i), Arrays.copyOf(ordinals, i), type), inElement);
                }
            }
            if (!(type instanceof RecordType record) || record.ordinal(names.get(i)) < 0) {
                throw new IllegalArgumentException("Unknown field: '" + String.join(".", names)
                        + "'. A path must lead through nested records to a field. Known here: " + type);
            }
            ordinals[i] = record.ordinal(names.get(i));
            type = record.fields().get(ordinals[i]).type();
        }
        return new FieldPath(names, ordinals, type);
    }

    /** Resolves names against the type of a record; see {@link #of(RecordType, List)}. */
    public static FieldPath of(RecordType root, String... names) {
        return of(root, List.of(names));
    }

    /** Returns the paths of all basic fields and arrays of a record, nested ones in place, in ordinal order. */
    public static List<FieldPath> leaves(RecordType root) {
        List<FieldPath> leaves = new ArrayList<>();
        collect(root, new FieldPath(List.of(), new int[0], root), leaves);
        return leaves;
    }

    private static void collect(RecordType type, FieldPath prefix, List<FieldPath> leaves) {
        List<Field> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            FieldPath path = prefix.child(i, fields.get(i));
            if (path.type instanceof RecordType nested) {
                collect(nested, path, leaves);
            } else {
                leaves.add(path);
            }
        }
    }

    private FieldPath child(int ordinal, Field field) {
        List<String> longer = new ArrayList<>(names);
        longer.add(field.name());
        int[] further = Arrays.copyOf(ordinals, ordinals.length + 1);
        further[ordinals.length] = ordinal;
        return new FieldPath(longer, further, field.type());
    }

    /** Returns the names from the record to the field. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of steps; 1 is a field of the record itself. */
    public int depth() {
        return ordinals.length;
    }

    /** Returns the ordinal of one step, 0 being the outermost. */
    public int ordinal(int step) {
        return ordinals[step];
    }

    /** Returns the type of the field. */
    public StoreType type() {
        return type;
    }

    /** Tells whether one of two paths of the same record leads to the other's field or through it. */
    public boolean overlaps(FieldPath other) {
        int shared = Math.min(ordinals.length, other.ordinals.length);
        for (int step = 0; step < shared; step++) {
            if (ordinals[step] != other.ordinals[step]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the array that this path leads through, or null. */
    public @Nullable FieldPath array() {
        return array;
    }

    /** Returns the rest of a path that leads through an array: from an element to the field; null for another path. */
    public @Nullable FieldPath inElement() {
        return inElement;
    }

    /** Tells whether the field holds several values. */
    public boolean isArray() {
        return type instanceof ArrayType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath path && Arrays.equals(ordinals, path.ordinals) && names.equals(path.names);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ordinals);
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
