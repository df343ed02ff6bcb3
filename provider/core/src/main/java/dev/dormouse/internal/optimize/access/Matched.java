package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The contiguous range of a composite order that conditions describe: as many leading parts as are equal to something, then bounds of the next one.
 *
 * @param prefix what the leading parts are equal to
 * @param prefixTerms the conditions that the prefix makes sure of
 * @param range the whole range
 * @param boundTerms the conditions that the bounds make sure of
 * @param fields the fields of the prefix
 */
record Matched(
        List<Access.Bound> prefix,
        Set<Expression> prefixTerms,
        Access.Range range,
        Set<Expression> boundTerms,
        List<FieldPath> fields) {

    static final Matched NOTHING = new Matched(List.of(), Set.of(), Access.Range.ALL, Set.of(), List.of());

    /**
     * Matches conditions with an order.
     *
     * @param nullable whether parts may be null, as those of an index may and those of a key may not
     */
    static Matched of(List<IndexPart> parts, List<SearchCondition> conditions, boolean nullable) {
        List<Access.Bound> prefix = new ArrayList<>();
        List<FieldPath> fields = new ArrayList<>();
        Set<Expression> covered = new HashSet<>();
        for (IndexPart part : parts) {
            Optional<SearchCondition> equal = first(part.path(), conditions, SearchCondition.Kind.EQUAL::equals);
            Optional<SearchCondition> isNull = nullable && !part.path().isArray()
                    ? first(part.path(), conditions, SearchCondition.Kind.NULL::equals)
                    : Optional.empty();
            if (equal.isPresent()) {
                prefix.add(new Access.Bound(equal.get().values().get(0), true, false));
                covered.add(equal.get().term());
            } else if (isNull.isPresent()) {
                prefix.add(nullBound(part.path(), true));
                covered.add(isNull.get().term());
            } else {
                break;
            }
            fields.add(part.path());
        }
        if (prefix.size() == parts.size() || parts.get(prefix.size()).path().isArray()) {
            Access.Range range = new Access.Range(prefix, Optional.empty(), Optional.empty());
            return new Matched(prefix, covered, range, Set.of(), fields);
        }
        return bounded(prefix, covered, fields, parts.get(prefix.size()).path(), conditions);
    }

    private static Matched bounded(
            List<Access.Bound> prefix,
            Set<Expression> covered,
            List<FieldPath> fields,
            FieldPath path,
            List<SearchCondition> conditions) {
        Set<Expression> terms = new HashSet<>();
        Optional<Access.Bound> lower = Optional.empty();
        Optional<Access.Bound> upper = Optional.empty();
        Optional<SearchCondition> from = first(path, conditions, SearchCondition.Kind::isLower);
        Optional<SearchCondition> to = first(path, conditions, SearchCondition.Kind::isUpper);
        Optional<SearchCondition> start = first(path, conditions, SearchCondition.Kind.PREFIX::equals);
        Optional<SearchCondition> present = first(path, conditions, SearchCondition.Kind.NOT_NULL::equals);
        if (from.isPresent()) {
            lower = Optional.of(bound(from.get(), SearchCondition.Kind.GREATER_OR_EQUAL));
            terms.add(from.get().term());
        }
        if (to.isPresent()) {
            upper = Optional.of(bound(to.get(), SearchCondition.Kind.LESS_OR_EQUAL));
            terms.add(to.get().term());
        }
        if (start.isPresent() && lower.isEmpty() && upper.isEmpty()) {
            Expression.Literal text = (Expression.Literal) start.get().values().get(0);
            lower = Optional.of(new Access.Bound(text, true, false));
            upper = TextRange.after(String.valueOf(text.value()))
                    .map(end -> new Access.Bound(new Expression.Literal(BasicType.STRING, end), false, false));
        }
        if (present.isPresent()) {
            terms.add(present.get().term());
            if (lower.isEmpty() && upper.isEmpty()) {
                lower = Optional.of(nullBound(path, false));
            }
        }
        return new Matched(prefix, covered, new Access.Range(prefix, lower, upper), terms, fields);
    }

    private static Access.Bound bound(SearchCondition condition, SearchCondition.Kind inclusive) {
        return new Access.Bound(condition.values().get(0), condition.kind() == inclusive, false);
    }

    private static Access.Bound nullBound(FieldPath path, boolean inclusive) {
        return new Access.Bound(new Expression.Literal((BasicType) path.type(), null), inclusive, true);
    }

    private static Optional<SearchCondition> first(
            FieldPath path, List<SearchCondition> conditions, Predicate<SearchCondition.Kind> kind) {
        return conditions.stream()
                .filter(c -> c.path().equals(path) && kind.test(c.kind()))
                .findFirst();
    }

    /** Returns the condition that a field is in a list. */
    static Optional<SearchCondition> list(FieldPath path, List<SearchCondition> conditions) {
        return first(path, conditions, SearchCondition.Kind.IN::equals);
    }

    /** Returns all conditions that the range makes sure of. */
    Set<Expression> covered() {
        Set<Expression> all = new HashSet<>(prefixTerms);
        all.addAll(boundTerms);
        return all;
    }
}
