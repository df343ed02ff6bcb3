package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.plan.SortKey;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.type.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether records come in the order of sort keys. */
public final class AccessOrder {

    private AccessOrder() {}

    /**
     * Returns a way to the records, forward or reverse, by which they come in the order of the keys.
     *
     * @param once whether each record makes at most one row, so that keys after a unique one decide nothing
     */
    public static Optional<AccessPath> matching(AccessPath path, List<SortKey> keys, boolean once) {
        if (matches(path, keys, once)) {
            return Optional.of(path);
        }
        AccessPath reversed = path.reversed();
        return matches(reversed, keys, once) ? Optional.of(reversed) : Optional.empty();
    }

    private static boolean matches(AccessPath path, List<SortKey> keys, boolean once) {
        if (path.single()) {
            return once || keys.stream().allMatch(key -> field(path.scan(), key).isPresent());
        }
        Set<FieldPath> settled = new HashSet<>(path.constant());
        for (SortKey key : keys) {
            if (once && settled.containsAll(path.scan().table().primaryKey())) {
                return true;
            }
            Optional<FieldPath> field = field(path.scan(), key);
            if (field.isEmpty()) {
                return false;
            }
            if (settled.contains(field.get())) {
                continue;
            }
            Optional<IndexPart> part = path.order().stream()
                    .filter(next -> !settled.contains(next.path()))
                    .findFirst();
            if (part.isEmpty() || !fits(part.get(), key, path.scan(), field.get())) {
                return false;
            }
            settled.add(field.get());
        }
        return true;
    }

    private static boolean fits(IndexPart part, SortKey key, Scan scan, FieldPath field) {
        boolean nulls = key.nullsLowest() || !isNullable(scan, field);
        return part.path().equals(field) && part.descending() == key.descending() && nulls;
    }

    private static Optional<FieldPath> field(Scan scan, SortKey key) {
        return key.value() instanceof Expression.FieldValue field
                        && field.slot().id() == scan.slot().id()
                ? Optional.of(field.path())
                : Optional.empty();
    }

    private static boolean isNullable(Scan scan, FieldPath path) {
        RecordType type = scan.table().type();
        return path.depth() > 1 || type.fields().get(path.ordinal(0)).nullable();
    }
}
