package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Access;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.ExpressionTree;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds all ways to the records of a scan under some conditions. */
public final class AccessPaths {

    private static final double LEAST_ROWS = 0.01;

    private final Scan scan;
    private final List<Expression> terms;
    private final List<SearchCondition> conditions = new ArrayList<>();
    private final Estimates estimates;
    private final List<AccessPath> paths = new ArrayList<>();

    private AccessPaths(Scan scan, List<Expression> terms, Estimates estimates) {
        this.scan = scan;
        this.terms = terms;
        this.estimates = estimates;
        terms.forEach(term -> SearchCondition.of(term, scan.slot()).ifPresent(conditions::add));
    }

    /** Returns the scan below a node that is a scan of a whole table or a filter over one. */
    public static Optional<Scan> openScan(Plan plan) {
        Plan below = plan instanceof Filter filter ? filter.input() : plan;
        return below instanceof Scan scan && scan.access().equals(Access.Full.FORWARD)
                ? Optional.of(scan)
                : Optional.empty();
    }

    /** Returns the conditions of a node that is a scan or a filter over one. */
    public static List<Expression> terms(Plan plan) {
        return plan instanceof Filter filter ? ExpressionTree.conjuncts(filter.condition()) : List.of();
    }

    /**
     * Returns all ways, the walk over the whole table first.
     *
     * @param scan a scan of the whole table
     * @param terms the conditions on its records; they may read slots that are filled before the scan is opened
     */
    public static List<AccessPath> of(Scan scan, List<Expression> terms, Estimates estimates) {
        AccessPaths finder = new AccessPaths(scan, terms, estimates);
        finder.collect();
        return finder.paths;
    }

    /** Returns the cheapest way. */
    public static AccessPath best(Scan scan, List<Expression> terms, Estimates estimates) {
        return of(scan, terms, estimates).stream()
                .min(Comparator.comparingDouble(AccessPath::cost))
                .orElseThrow();
    }

    /**
     * Returns the fields on which an index would make a search of a full scan: those compared for equality, then one with a range. None if there is
     * such an index and the walk is less work all the same.
     */
    public static List<String> searchableFields(Scan scan, List<Expression> terms) {
        Set<FieldPath> equal = new LinkedHashSet<>();
        Set<FieldPath> ranges = new LinkedHashSet<>();
        for (Expression term : terms) {
            SearchCondition.of(term, scan.slot()).ifPresent(c -> {
                boolean point = c.kind() == SearchCondition.Kind.EQUAL || c.kind() == SearchCondition.Kind.IN;
                boolean range = c.kind().isLower() || c.kind().isUpper() || c.kind() == SearchCondition.Kind.PREFIX;
                if (point || range) {
                    (point ? equal : ranges).add(c.path());
                }
            });
        }
        List<FieldPath> fields = new ArrayList<>(equal);
        ranges.stream().filter(path -> !equal.contains(path)).findFirst().ifPresent(fields::add);
        boolean indexed = scan.table().indexes().stream()
                .anyMatch(index -> fields.contains(index.parts().get(0).path()));
        return indexed ? List.of() : fields.stream().map(FieldPath::toString).toList();
    }

    private void collect() {
        List<FieldPath> key = scan.table().primaryKey();
        double all = estimates.table(scan.table()).records();
        add(Access.Full.FORWARD, Set.of(), all, all, Matched.NOTHING, ascending(key));
        searchKey(key);
        keyAlternatives(key);
        scan.table().indexes().forEach(this::searchIndex);
    }

    private void searchKey(List<FieldPath> key) {
        List<IndexPart> parts = ascending(key);
        Matched matched = Matched.of(parts, conditions, false);
        if (matched.prefix().size() == key.size()) {
            List<Expression> values =
                    matched.prefix().stream().map(Access.Bound::value).toList();
            add(new Access.KeyLookup(values), matched.covered(), 1, Estimates.SEEK, matched, List.of());
        } else if (!matched.range().equals(Access.Range.ALL)) {
            double found = found(parts, matched);
            List<IndexPart> order = parts.subList(matched.prefix().size(), parts.size());
            Access access = new Access.KeyRange(matched.range(), false);
            add(access, matched.covered(), found, Estimates.SEEK + found, matched, order);
        }
        if (key.size() == 1) {
            Matched.list(key.get(0), conditions).ifPresent(in -> {
                double size = Estimates.size(in.values());
                List<List<Expression>> keys = in.values().stream().map(List::of).toList();
                add(
                        new Access.KeyList(keys),
                        Set.of(in.term()),
                        size,
                        size * Estimates.SEEK,
                        Matched.NOTHING,
                        List.of());
            });
        }
    }

    /** A disjunction each of whose terms names a whole key. */
    private void keyAlternatives(List<FieldPath> key) {
        for (Expression term : terms) {
            if (term instanceof Expression.Or or) {
                List<List<Expression>> keys = new ArrayList<>();
                for (Expression alternative : or.terms()) {
                    wholeKey(key, ExpressionTree.conjuncts(alternative)).ifPresent(keys::add);
                }
                if (keys.size() == or.terms().size()) {
                    double size = keys.size();
                    add(
                            new Access.KeyList(keys),
                            Set.of(term),
                            size,
                            size * Estimates.SEEK,
                            Matched.NOTHING,
                            List.of());
                }
            }
        }
    }

    private Optional<List<Expression>> wholeKey(List<FieldPath> key, List<Expression> alternative) {
        List<Expression> values = new ArrayList<>();
        for (FieldPath path : key) {
            alternative.stream()
                    .flatMap(term -> SearchCondition.of(term, scan.slot()).stream())
                    .filter(c ->
                            c.kind() == SearchCondition.Kind.EQUAL && c.path().equals(path))
                    .findFirst()
                    .ifPresent(c -> values.add(c.values().get(0)));
        }
        return values.size() == key.size() && alternative.size() == key.size() ? Optional.of(values) : Optional.empty();
    }

    private void searchIndex(IndexDefinition index) {
        List<IndexPart> parts = index.parts();
        Matched matched = Matched.of(parts, conditions, true);
        int equal = matched.prefix().size();
        boolean arrayMatched = parts.subList(equal, parts.size()).stream()
                .noneMatch(part -> part.path().isArray());
        if (arrayMatched) {
            double found = found(parts, matched);
            Access access = new Access.IndexRange(index, matched.range(), false);
            List<IndexPart> order = new ArrayList<>(parts.subList(equal, parts.size()));
            order.addAll(ascending(scan.table().primaryKey()));
            add(
                    access,
                    matched.covered(),
                    found,
                    Estimates.SEEK + found * estimates.found(scan, index),
                    matched,
                    order);
        }
        if (equal < parts.size() && !parts.get(equal).path().isArray() && isWholeWithoutArray(parts, equal + 1)) {
            searchIndexList(index, matched);
        }
    }

    private static boolean isWholeWithoutArray(List<IndexPart> parts, int from) {
        return parts.subList(from, parts.size()).stream()
                .noneMatch(part -> part.path().isArray());
    }

    private void searchIndexList(IndexDefinition index, Matched matched) {
        int equal = matched.prefix().size();
        boolean nulls = matched.prefix().stream().anyMatch(Access.Bound::nullMatches);
        Optional<SearchCondition> list = Matched.list(index.parts().get(equal).path(), conditions);
        if (nulls || list.isEmpty()) {
            return;
        }
        List<Expression> values = list.get().values();
        List<Expression> prefix =
                matched.prefix().stream().map(Access.Bound::value).toList();
        List<FieldPath> fields = paths(index.parts()).subList(0, equal + 1);
        double lookups = Estimates.size(values);
        double found = lookups * perKey(fields);
        Set<Expression> covered = new HashSet<>(matched.prefixTerms());
        covered.add(list.get().term());
        add(
                new Access.IndexList(index, prefix, values),
                covered,
                found,
                lookups * Estimates.SEEK + found * estimates.found(scan, index),
                new Matched(matched.prefix(), matched.prefixTerms(), Access.Range.ALL, Set.of(), matched.fields()),
                List.of());
    }

    private double found(List<IndexPart> parts, Matched matched) {
        double found = perKey(paths(parts).subList(0, matched.prefix().size()));
        Access.Range range = matched.range();
        double share = (range.lower().isPresent() ? 0.3 : 1) * (range.upper().isPresent() ? 0.3 : 1);
        return Math.max(1, found * share);
    }

    private double perKey(List<FieldPath> fields) {
        double records = estimates.table(scan.table()).records();
        return fields.isEmpty() ? records : Math.max(1, records / estimates.distinct(scan.table(), fields));
    }

    private void add(
            Access access, Set<Expression> covered, double found, double cost, Matched matched, List<IndexPart> order) {
        List<Expression> rest =
                terms.stream().filter(term -> !covered.contains(term)).toList();
        Scan through = new Scan(scan.table(), scan.slot(), access);
        boolean single = access instanceof Access.KeyLookup || isUniqueLookup(access, matched);
        double rows = Math.max(LEAST_ROWS, (single ? 1 : found) * estimates.selectivity(rest));
        paths.add(new AccessPath(
                through, rest, single ? 1 : found, rows, cost, new HashSet<>(matched.fields()), order, single));
    }

    private static boolean isUniqueLookup(Access access, Matched matched) {
        return access instanceof Access.IndexRange entries
                && entries.index().unique()
                && matched.prefix().size() == entries.index().parts().size()
                && matched.prefix().stream().noneMatch(Access.Bound::nullMatches);
    }

    private static List<IndexPart> ascending(List<FieldPath> key) {
        return key.stream().map(path -> new IndexPart(path, false)).toList();
    }

    private static List<FieldPath> paths(List<IndexPart> parts) {
        return parts.stream().map(IndexPart::path).toList();
    }
}
