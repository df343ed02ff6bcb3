package dev.dormouse.store.plan;

import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the access path of a scan. */
final class AccessPrinter {

    private AccessPrinter() {}

    static String print(Scan scan, Function<Expression, String> printer) {
        Access access = scan.access();
        List<String> key =
                scan.table().primaryKey().stream().map(Object::toString).toList();
        if (access instanceof Access.Full full) {
            return full.reverse() ? " reverse" : "";
        }
        if (access instanceof Access.KeyLookup lookup) {
            return " by key: " + equalities(key, lookup.key(), printer);
        }
        if (access instanceof Access.KeyList list) {
            return " by key: " + tuple(key) + " in ("
                    + PlanPrinter.list(
                            list.keys(), k -> tuple(k.stream().map(printer).toList())) + ")";
        }
        if (access instanceof Access.KeyRange keys) {
            String bounds = range(key, keys.range(), printer);
            return " by key" + (bounds.isEmpty() ? "" : ": " + bounds) + (keys.reverse() ? " reverse" : "");
        }
        if (access instanceof Access.IndexRange entries) {
            String bounds = range(paths(entries.index()), entries.range(), printer);
            return index(entries.index())
                    + (bounds.isEmpty() ? "" : ": " + bounds)
                    + (entries.reverse() ? " reverse" : "")
                    + suffice(entries.read());
        }
        if (access instanceof Access.PrefixList list) {
            List<String> order = list.index().map(AccessPrinter::paths).orElse(key);
            return list.index().map(AccessPrinter::index).orElse(" by key") + ": "
                    + tuple(order.subList(0, list.parts().size())) + " in "
                    + tuple(list.parts().stream().map(printer).toList());
        }
        Access.IndexList list = (Access.IndexList) access;
        List<String> paths = paths(list.index());
        String prefix = equalities(paths, list.prefix(), printer);
        return index(list.index()) + ": " + prefix + (prefix.isEmpty() ? "" : ", ")
                + paths.get(list.prefix().size()) + " in (" + PlanPrinter.list(list.values(), printer) + ")"
                + suffice(list.read());
    }

    private static String suffice(Optional<List<FieldPath>> read) {
        return read.isPresent() ? " entries suffice" : "";
    }

    private static String index(IndexDefinition index) {
        return " by index " + index.name()
                + index.parts().stream().map(IndexPart::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<String> paths(IndexDefinition index) {
        return index.parts().stream().map(part -> part.path().toString()).toList();
    }

    private static String equalities(
            List<String> paths, List<Expression> values, Function<Expression, String> printer) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            parts.add(paths.get(i) + " = " + printer.apply(values.get(i)));
        }
        return String.join(", ", parts);
    }

    private static String range(List<String> paths, Access.Range range, Function<Expression, String> printer) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < range.prefix().size(); i++) {
            parts.add(bound(paths.get(i), range.prefix().get(i), "=", printer));
        }
        int next = range.prefix().size();
        bound(paths, next, range.lower(), ">", printer).ifPresent(parts::add);
        bound(paths, next, range.upper(), "<", printer).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private static Optional<String> bound(
            List<String> paths,
            int part,
            Optional<Access.Bound> bound,
            String symbol,
            Function<Expression, String> printer) {
        return bound.map(b -> bound(paths.get(part), b, b.inclusive() ? symbol + "=" : symbol, printer));
    }

    private static String bound(String path, Access.Bound bound, String symbol, Function<Expression, String> printer) {
        boolean isNull = bound.value() instanceof Expression.Literal literal && literal.value() == null;
        if (bound.nullMatches() && isNull) {
            return path
                    + (symbol.equals("=") ? " is null" : symbol.equals(">") ? " is not null" : " " + symbol + " null");
        }
        return path + " " + symbol + " " + printer.apply(bound.value());
    }

    private static String tuple(List<String> parts) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }
}
