package dev.dormouse.store.record;

import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into the range of encoded keys that they describe: the first parts equal, the next one bounded by the order of values, whatever the
 * direction of the part. Not thread-safe.
 */
public final class KeyRangeBuilder {

    private record Part(BasicType type, boolean marked, boolean descending) {}

    private record Bound(@Nullable Object value, boolean inclusive) {}

    private final List<FieldPath> key;
    private final @Nullable IndexDefinition index;
    private final KeyBuffer prefix = new KeyBuffer();
    private int next;
    private @Nullable Bound from;
    private @Nullable Bound to;
    private boolean nulls;
    private boolean nothing;

    private KeyRangeBuilder(List<FieldPath> key, @Nullable IndexDefinition index) {
        this.key = key;
        this.index = index;
    }

    /** Begins a range of a primary key. */
    public static KeyRangeBuilder primaryKey(TableDefinition table) {
        return new KeyRangeBuilder(table.primaryKey(), null);
    }

    /** Begins a range of an index. */
    public static KeyRangeBuilder index(IndexDefinition index) {
        return new KeyRangeBuilder(List.of(), index);
    }

    private Part part(int number) {
        if (index == null) {
            return new Part((BasicType) key.get(number).type(), false, false);
        }
        IndexPart part = index.parts().get(number);
        return new Part(basic(part.path()), true, part.descending());
    }

    private static BasicType basic(FieldPath path) {
        return (BasicType) (path.type() instanceof ArrayType array ? array.element() : path.type());
    }

    /** Demands that the next part equals a value, null being a value of an index and never of a primary key. */
    public KeyRangeBuilder equalTo(@Nullable Object value) {
        nothing |= !encode(prefix, part(next), value);
        next++;
        return this;
    }

    /** Bounds the part after the equal ones from below. From null, exclusive: all that have a value. */
    public KeyRangeBuilder from(@Nullable Object value, boolean inclusive) {
        from = new Bound(value, inclusive);
        return this;
    }

    /** Bounds the part after the equal ones from above. Without a bound from below this leaves nulls out. */
    public KeyRangeBuilder to(@Nullable Object value, boolean inclusive) {
        to = new Bound(value, inclusive);
        return this;
    }

    /** Lets nulls in where there is a bound from above and none from below. */
    public KeyRangeBuilder withNulls() {
        nulls = true;
        return this;
    }

    /** Returns the range. The builder is used up. */
    public KeyRange build() {
        if (nothing) {
            return KeyRange.EMPTY;
        }
        if (from == null && to == null) {
            return KeyRange.startingWith(prefix.toBytes());
        }
        Part part = part(next);
        if (!part.marked && to != null && to.value == null) {
            return KeyRange.EMPTY;
        }
        Bound low = from;
        if (low == null && part.marked && !nulls) {
            low = new Bound(null, to != null && to.value == null);
        }
        if (low != null && low.value == null && !part.marked) {
            low = null;
        }
        return part.descending ? between(part, to, low) : between(part, low, to);
    }

    private KeyRange between(Part part, @Nullable Bound first, @Nullable Bound last) {
        byte[] lower = edge(part, first);
        if (first != null && !first.inclusive) {
            lower = KeyRange.successor(lower);
            if (lower == null) {
                return KeyRange.EMPTY;
            }
        }
        byte[] upper = edge(part, last);
        return KeyRange.of(lower, last == null || last.inclusive ? KeyRange.successor(upper) : upper);
    }

    private byte[] edge(Part part, @Nullable Bound bound) {
        if (bound == null) {
            return prefix.toBytes();
        }
        KeyBuffer edge = new KeyBuffer(prefix.length() + 16).put(prefix);
        encode(edge, part, bound.value);
        return edge.toBytes();
    }

    private static boolean encode(KeyBuffer out, Part part, @Nullable Object value) {
        if (part.marked) {
            KeyEncoder.indexPart(out, part.type, value, part.descending);
        } else if (value != null) {
            KeyEncoder.value(out, part.type, value);
        }
        return part.marked || value != null;
    }
}
