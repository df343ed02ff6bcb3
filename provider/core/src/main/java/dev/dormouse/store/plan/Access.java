package dev.dormouse.store.plan;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import java.util.List;
import java.util.Optional;

/**
 * How a scan finds its records. Expressions of bounds never refer to the scan's own slot; they may refer to parameters and to slots that are
 * filled before the scan is opened (the left side of a join, the query around a subquery). A null in a lookup or bound finds nothing,
 * unless the part says {@link Bound#nullMatches()}.
 */
public sealed interface Access {

    /** Names the access path for whoever reads how a query ran, to be followed by "of" and the table. */
    String describe();

    /**
     * Every record in the order of the primary key.
     *
     * @param reverse whether from the highest key down
     */
    record Full(boolean reverse) implements Access {
        /** From the lowest key up. */
        public static final Full FORWARD = new Full(false);

        @Override
        public String describe() {
            return reverse ? "all records, backwards," : "all records";
        }
    }

    /**
     * The one record with this primary key, if there is one.
     *
     * @param key one expression a part
     */
    record KeyLookup(List<Expression> key) implements Access {
        /** Copies the list. */
        public KeyLookup {
            key = List.copyOf(key);
        }

        @Override
        public String describe() {
            return "one record by primary key";
        }
    }

    /**
     * The records whose primary key is one of a list, each once, in no promised order.
     *
     * @param keys for each key one expression a part; an expression that is a parameter with several values stands for all of them (single-part keys only)
     */
    record KeyList(List<List<Expression>> keys) implements Access {
        /** Copies the list. */
        public KeyList {
            keys = List.copyOf(keys);
        }

        @Override
        public String describe() {
            return "records by primary key";
        }
    }

    /**
     * A range of the primary key.
     *
     * @param range which part of the order
     * @param reverse whether from the highest key down
     */
    record KeyRange(Range range, boolean reverse) implements Access {
        @Override
        public String describe() {
            return reverse ? "range of the primary key, backwards," : "range of the primary key";
        }
    }

    /**
     * A range of an index; rows come in index order, ties in the order of the primary key.
     *
     * @param index the index
     * @param range which part of its order
     * @param reverse whether from the end
     * @param read the only fields of the records that are read, each a part of the index or of the primary key whose keys are exact, so that a store may
     *     make rows of entries alone; empty if others are read, too
     */
    record IndexRange(IndexDefinition index, Range range, boolean reverse, Optional<List<FieldPath>> read)
            implements Access {
        /** Copies the list. */
        public IndexRange {
            read = read.map(List::copyOf);
        }

        /** Makes a range whose records are read whole. */
        public IndexRange(IndexDefinition index, Range range, boolean reverse) {
            this(index, range, reverse, Optional.empty());
        }

        @Override
        public String describe() {
            return "range of index " + index.name() + (reverse ? ", backwards," : "");
        }
    }

    /**
     * The union of several equal-prefix lookups in an index (an IN list), each record once, in no promised order.
     *
     * @param index the index
     * @param prefix expressions equal in all lookups, by index part; may be empty
     * @param values the expressions of the next part, one lookup each; a parameter with several values stands for all of them
     * @param read the only fields of the records that are read, as of {@link IndexRange}; empty if others are read, too
     */
    record IndexList(
            IndexDefinition index, List<Expression> prefix, List<Expression> values, Optional<List<FieldPath>> read)
            implements Access {
        /** Copies the lists. */
        public IndexList {
            prefix = List.copyOf(prefix);
            values = List.copyOf(values);
            read = read.map(List::copyOf);
        }

        /** Makes lookups whose records are read whole. */
        public IndexList(IndexDefinition index, List<Expression> prefix, List<Expression> values) {
            this(index, prefix, values, Optional.empty());
        }

        @Override
        public String describe() {
            return "lookups in index " + index.name();
        }
    }

    /**
     * The records whose primary key, or an entry of whose in an index, begins with one of several tuples, each record once. Those of one tuple come in the
     * order of the key or index, unless the index leads through an array.
     *
     * @param index the index; empty for the primary key
     * @param parts for each part of the tuples an expression with several values, as many for each: the first of all are one tuple, and so on. A tuple
     *     with a null finds nothing
     */
    record PrefixList(Optional<IndexDefinition> index, List<Expression> parts) implements Access {
        /** Copies the list. */
        public PrefixList {
            parts = List.copyOf(parts);
        }

        @Override
        public String describe() {
            return index.map(found -> "lookups in index " + found.name()).orElse("lookups in the primary key");
        }
    }

    /**
     * A contiguous range of a composite order: the first parts equal, the next one bounded.
     *
     * @param prefix what the first parts are equal to
     * @param lower the bound from below of the part after the prefix, by the order of values (not of the index, which may be descending)
     * @param upper the bound from above of that part
     */
    record Range(List<Bound> prefix, Optional<Bound> lower, Optional<Bound> upper) {
        /** All of the order. */
        public static final Range ALL = new Range(List.of(), Optional.empty(), Optional.empty());

        /** Copies the list. */
        public Range {
            prefix = List.copyOf(prefix);
        }
    }

    /**
     * One bound.
     *
     * @param value the value; its type is the type of the part
     * @param inclusive whether the value itself is inside
     * @param nullMatches whether null is a value to be found (IS NULL); otherwise a null bound makes the range empty, and an open lower end leaves nulls out
     */
    record Bound(Expression value, boolean inclusive, boolean nullMatches) {}
}
