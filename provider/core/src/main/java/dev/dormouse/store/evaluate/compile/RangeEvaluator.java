package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.ValueKey;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the bounds of an {@link Access.Range}, or the many small ranges of an {@link Access.IndexList} or {@link Access.PrefixList}, from parameters and outer slots. */
public final class RangeEvaluator {

    private static final Optional<ValueRange.Edge> ABOVE_NULL = Optional.of(new ValueRange.Edge(null, false));

    private final CompiledBound[] prefix;
    private final Optional<CompiledBound> lower;
    private final Optional<CompiledBound> upper;
    private final List<Evaluator> values;

    private RangeEvaluator(
            List<CompiledBound> prefix,
            Optional<CompiledBound> lower,
            Optional<CompiledBound> upper,
            List<Evaluator> values) {
        this.prefix = prefix.toArray(CompiledBound[]::new);
        this.lower = lower;
        this.upper = upper;
        this.values = values;
    }

    private record CompiledBound(Evaluator value, boolean inclusive, boolean nullMatches) {
        static CompiledBound of(Access.Bound bound) {
            return new CompiledBound(ExpressionCompiler.simple(bound.value()), bound.inclusive(), bound.nullMatches());
        }
    }

    /** Compiles a range. */
    public static RangeEvaluator of(Access.Range range) {
        return new RangeEvaluator(
                range.prefix().stream().map(CompiledBound::of).toList(),
                range.lower().map(CompiledBound::of),
                range.upper().map(CompiledBound::of),
                List.of());
    }

    /** Compiles the lookups of a list. */
    public static RangeEvaluator of(Access.IndexList list) {
        return new RangeEvaluator(
                list.prefix().stream()
                        .map(e -> new CompiledBound(ExpressionCompiler.simple(e), true, false))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                list.values().stream().map(ExpressionCompiler::simple).toList());
    }

    /** Compiles the tuples of a list. */
    public static RangeEvaluator of(Access.PrefixList list) {
        return new RangeEvaluator(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                list.parts().stream().map(ExpressionCompiler::simple).toList());
    }

    /** Returns the range, or null if a null bound makes it empty. */
    public @Nullable ValueRange range(Frame frame) {
        List<@Nullable Object> equal = prefix(frame);
        if (equal == null) {
            return null;
        }
        Optional<ValueRange.Edge> from = Optional.empty();
        Optional<ValueRange.Edge> to = Optional.empty();
        if (lower.isPresent()) {
            from = edge(lower.get(), frame);
            if (from.isEmpty()) {
                return null;
            }
        }
        if (upper.isPresent()) {
            to = edge(upper.get(), frame);
            if (to.isEmpty()) {
                return null;
            }
            from = from.isPresent() ? from : ABOVE_NULL;
        }
        return new ValueRange(equal, from, to);
    }

    /** Returns one range for each different value of a list that is not null. */
    public List<ValueRange> ranges(Frame frame) {
        List<@Nullable Object> equal = prefix(frame);
        if (equal == null) {
            return List.of();
        }
        Map<Object, ValueRange> ranges = new LinkedHashMap<>();
        for (Evaluator evaluator : values) {
            Object value = evaluator.value(frame);
            if (value instanceof Collection<?> several) {
                several.forEach(one -> add(ranges, equal, one));
            } else {
                add(ranges, equal, value);
            }
        }
        return new ArrayList<>(ranges.values());
    }

    /** Returns one range for each different tuple of a list of prefixes that has no null. */
    public List<ValueRange> prefixes(Frame frame) {
        List<Iterator<?>> columns = new ArrayList<>(values.size());
        for (Evaluator evaluator : values) {
            columns.add(((Collection<?>) Objects.requireNonNull(evaluator.value(frame))).iterator());
        }
        Set<Key> tuples = new LinkedHashSet<>();
        while (columns.get(0).hasNext()) {
            Key tuple = Key.of(columns.stream().map(Iterator::next).toArray());
            if (!tuple.hasNull()) {
                tuples.add(tuple);
            }
        }
        return tuples.stream()
                .map(tuple -> new ValueRange(tuple.parts(), Optional.empty(), Optional.empty()))
                .toList();
    }

    private static void add(Map<Object, ValueRange> ranges, List<@Nullable Object> equal, @Nullable Object value) {
        Object key = ValueKey.of(value);
        if (key != null) {
            List<@Nullable Object> longer = new ArrayList<>(equal);
            longer.add(value);
            ranges.putIfAbsent(key, new ValueRange(longer, Optional.empty(), Optional.empty()));
        }
    }

    /** Returns what the first parts of a range are equal to, or null if a null makes it empty. */
    public @Nullable List<@Nullable Object> prefix(Frame frame) {
        List<@Nullable Object> equal = new ArrayList<>(prefix.length + 1);
        for (CompiledBound bound : prefix) {
            Object value = bound.value().value(frame);
            if (value == null && !bound.nullMatches()) {
                return null;
            }
            equal.add(value);
        }
        return equal;
    }

    private static Optional<ValueRange.Edge> edge(CompiledBound bound, Frame frame) {
        Object value = bound.value().value(frame);
        return value == null && !bound.nullMatches()
                ? Optional.empty()
                : Optional.of(new ValueRange.Edge(value, bound.inclusive()));
    }
}
