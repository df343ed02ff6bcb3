package dev.dormouse.store.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rebuilds the expressions of an access path. */
final class AccessTree {

    private AccessTree() {}

    static Access mapExpressions(Access access, UnaryOperator<Expression> mapping) {
        if (access instanceof Access.KeyLookup lookup) {
            List<Expression> key = ExpressionTree.map(lookup.key(), mapping);
            return key == lookup.key() ? lookup : new Access.KeyLookup(key);
        }
        if (access instanceof Access.KeyList list) {
            boolean same = true;
            List<List<Expression>> keys = new ArrayList<>(list.keys().size());
            for (List<Expression> key : list.keys()) {
                List<Expression> mapped = ExpressionTree.map(key, mapping);
                same &= mapped == key;
                keys.add(mapped);
            }
            return same ? list : new Access.KeyList(keys);
        }
        if (access instanceof Access.KeyRange keys) {
            Access.Range range = mapRange(keys.range(), mapping);
            return range.equals(keys.range()) ? keys : new Access.KeyRange(range, keys.reverse());
        }
        if (access instanceof Access.IndexRange entries) {
            Access.Range range = mapRange(entries.range(), mapping);
            return range.equals(entries.range())
                    ? entries
                    : new Access.IndexRange(entries.index(), range, entries.reverse(), entries.read());
        }
        if (access instanceof Access.IndexList list) {
            List<Expression> prefix = ExpressionTree.map(list.prefix(), mapping);
            List<Expression> values = ExpressionTree.map(list.values(), mapping);
            return prefix == list.prefix() && values == list.values()
                    ? list
                    : new Access.IndexList(list.index(), prefix, values, list.read());
        }
        if (access instanceof Access.PrefixList list) {
            List<Expression> parts = ExpressionTree.map(list.parts(), mapping);
            return parts == list.parts() ? list : new Access.PrefixList(list.index(), parts);
        }
        return access;
    }

    private static Access.Range mapRange(Access.Range range, UnaryOperator<Expression> mapping) {
        boolean same = true;
        List<Access.Bound> prefix = new ArrayList<>(range.prefix().size());
        for (Access.Bound bound : range.prefix()) {
            Access.Bound mapped = mapBound(bound, mapping);
            same &= mapped.equals(bound);
            prefix.add(mapped);
        }
        Optional<Access.Bound> lower = range.lower().map(b -> mapBound(b, mapping));
        Optional<Access.Bound> upper = range.upper().map(b -> mapBound(b, mapping));
        return same && lower.equals(range.lower()) && upper.equals(range.upper())
                ? range
                : new Access.Range(prefix, lower, upper);
    }

    private static Access.Bound mapBound(Access.Bound bound, UnaryOperator<Expression> mapping) {
        Expression value = mapping.apply(bound.value());
        return value == bound.value() ? bound : new Access.Bound(value, bound.inclusive(), bound.nullMatches());
    }
}
