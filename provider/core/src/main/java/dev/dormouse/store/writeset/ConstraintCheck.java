package dev.dormouse.store.writeset;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.ConstraintViolationException.Kind;
import dev.dormouse.store.catalog.Reference;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.ArrayType;
import dev.dormouse.store.type.BasicType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks unique indexes and references against one state, own changes included. Remembers targets that it found, and keeps its cursors, for as long as the
 * state stays; used by one thread and closed before the state changes.
 */
final class ConstraintCheck implements AutoCloseable {

    private final IndexedMaps maps;
    private final @Nullable MergedMaps merged;
    private final IdentityHashMap<IndexDefinition, EntryCursor> cursors = new IdentityHashMap<>();
    private final IdentityHashMap<Reference, Set<KeyBuffer>> found = new IdentityHashMap<>();
    private final EntryKeys keys = new EntryKeys();
    private final KeyBuffer probe = new KeyBuffer();

    /** Of a state without own changes. */
    ConstraintCheck(IndexedMaps maps) {
        this.maps = maps;
        this.merged = null;
    }

    /** Of a state with a transaction's changes over it. */
    ConstraintCheck(MergedMaps maps) {
        this.maps = maps;
        this.merged = maps;
    }

    /** Checks that no other record agrees with this one in a unique index. */
    void unique(TableDefinition table, IndexDefinition index, byte[] ownKey, RecordView record) {
        if (EntryKeys.hasNull(index, record)) {
            return;
        }
        keys.compute(index, record, maps.indexKeyLimit());
        for (int i = 0; i < keys.count(); i++) {
            EntryCursor others =
                    entries(table, index, KeyRange.startingWith(keys.key(i).toBytes()));
            while (others.next()) {
                if (others.primaryKey().compareTo(ownKey) != 0
                        && (!IndexKeys.isInexact(others.keyLength(), maps.indexKeyLimit())
                                || UniqueRule.contradicts(index, record, others.record()))) {
                    throw new ConstraintViolationException(
                            Kind.UNIQUE,
                            table.name(),
                            index.name(),
                            StoreMessages.DUPLICATE_VALUE.text(KeyTexts.of(index, record), index.name(), table.name()));
                }
            }
        }
    }

    /** Checks that what a record refers to is there. */
    void targets(Reference reference, RecordView record) {
        List<FieldPath> paths = reference.foreignKey().paths();
        if (paths.size() == 1 && !paths.get(0).isArray()) {
            Object value = record.get(paths.get(0));
            if (value != null) {
                target(reference, new Object[] {value});
            }
            return;
        }
        for (Object[] values : values(paths, record)) {
            target(reference, values);
        }
    }

    private void target(Reference reference, Object[] values) {
        if (!hasTarget(reference, values)) {
            throw new ConstraintViolationException(
                    Kind.FOREIGN_KEY,
                    reference.source().name(),
                    reference.foreignKey().name(),
                    StoreMessages.MISSING_TARGET.text(
                            Key.of(values),
                            reference.source().name(),
                            reference.target().name(),
                            reference.foreignKey().name()));
        }
    }

    /** Checks that nobody refers to what a record was, unless it still is, or another is it now. */
    void referrers(Reference reference, RecordView before, @Nullable RecordView after) {
        for (Object[] values : values(reference.targetPaths(), before)) {
            if (after != null && Key.of(after, reference.targetPaths()).equals(Key.of(values))) {
                continue;
            }
            if (hasReferrer(reference, values) && !hasTarget(reference, values)) {
                throw new ConstraintViolationException(
                        Kind.FOREIGN_KEY,
                        reference.source().name(),
                        reference.foreignKey().name(),
                        StoreMessages.STILL_REFERRED_TO.text(
                                Key.of(values),
                                reference.target().name(),
                                reference.source().name(),
                                reference.foreignKey().name()));
            }
        }
    }

    /** Returns the values at these paths, once for each element of an array; nothing if one is null. */
    private static List<Object[]> values(List<FieldPath> paths, RecordView record) {
        FieldPath through = paths.get(0).array();
        return through == null ? ownValues(paths, record) : elementValues(through, paths, record);
    }

    private static List<Object[]> elementValues(FieldPath through, List<FieldPath> paths, RecordView record) {
        List<Object[]> rows = new ArrayList<>();
        if (record.get(through) instanceof List<?> elements) {
            List<FieldPath> inElement = paths.stream()
                    .map(path -> Objects.requireNonNull(path.inElement()))
                    .toList();
            elements.forEach(element -> rows.addAll(ownValues(inElement, (RecordView) element)));
        }
        return rows;
    }

    private static List<Object[]> ownValues(List<FieldPath> paths, RecordView record) {
        List<Object[]> rows = new ArrayList<>(1);
        rows.add(new Object[paths.size()]);
        for (int i = 0; i < paths.size(); i++) {
            Object value = record.get(paths.get(i));
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> elements) {
                rows = multiplied(rows, i, elements);
            } else {
                for (Object[] row : rows) {
                    row[i] = value;
                }
            }
        }
        return rows;
    }

    private static List<Object[]> multiplied(List<Object[]> rows, int place, List<?> elements) {
        List<Object[]> more = new ArrayList<>();
        for (Object element : elements) {
            for (Object[] row : rows) {
                Object[] copy = row.clone();
                copy[place] = element;
                more.add(copy);
            }
        }
        return more;
    }

    private boolean hasTarget(Reference reference, Object[] values) {
        probe.clear();
        List<Integer> order = reference.targetOrder();
        IndexDefinition index = reference.targetIndex().orElse(null);
        for (int i = 0; i < order.size(); i++) {
            Object value = values[order.get(i)];
            if (index == null) {
                KeyEncoder.value(probe, basic(reference.target().primaryKey().get(i)), value);
            } else {
                KeyEncoder.indexPart(
                        probe,
                        basic(index.parts().get(i).path()),
                        value,
                        index.parts().get(i).descending());
            }
        }
        if (merged != null && index == null) {
            PendingRecord own = merged.own(reference.target(), probe);
            if (own != null) {
                return merged.view(reference.target(), own) != null;
            }
        }
        Set<KeyBuffer> known = found.computeIfAbsent(reference, r -> new HashSet<>());
        if (known.contains(probe)) {
            return true;
        }
        boolean there = index == null
                ? maps.get(reference.target(), probe) != null
                : hasEntry(reference.target(), index, reference.targetPaths(), values);
        if (there) {
            known.add(KeyBuffer.of(probe.toBytes()));
        }
        return there;
    }

    private boolean hasReferrer(Reference reference, Object[] values) {
        List<Integer> order = reference.sourceOrder();
        List<FieldPath> paths = reference.foreignKey().paths();
        probe.clear();
        for (int i = 0; i < order.size(); i++) {
            Object value = values[order.get(i)];
            BasicType type = basic(paths.get(order.get(i)));
            if (reference.sourceIndex().isEmpty()) {
                KeyEncoder.value(probe, type, value);
            } else {
                boolean descending =
                        reference.sourceIndex().get().parts().get(i).descending();
                KeyEncoder.indexPart(probe, type, value, descending);
            }
        }
        if (reference.sourceIndex().isPresent()) {
            return hasEntry(reference.source(), reference.sourceIndex().get(), paths, values);
        }
        try (RecordCursor all = maps.records(reference.source(), KeyRange.startingWith(probe.toBytes()), false)) {
            while (all.next()) {
                if (refers(all.record(), paths, values)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Looks for an entry that begins with the probe. */
    private boolean hasEntry(TableDefinition table, IndexDefinition index, List<FieldPath> paths, Object[] values) {
        int limit = maps.indexKeyLimit();
        EntryCursor entries = entries(table, index, IndexKeys.stored(KeyRange.startingWith(probe.toBytes()), limit));
        while (entries.next()) {
            if (!IndexKeys.isInexact(entries.keyLength(), limit) || refers(entries.record(), paths, values)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refers(RecordView record, List<FieldPath> paths, Object[] values) {
        Key wanted = Key.of(values);
        return values(paths, record).stream().anyMatch(row -> Key.of(row).equals(wanted));
    }

    private static BasicType basic(FieldPath path) {
        return (BasicType) (path.type() instanceof ArrayType array ? array.element() : path.type());
    }

    private EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range) {
        EntryCursor cursor = cursors.get(index);
        if (cursor == null) {
            cursor = maps.entries(table, index, range, false);
            cursors.put(index, cursor);
        } else {
            cursor.restart(range);
        }
        return cursor;
    }

    @Override
    public void close() {
        cursors.values().forEach(EntryCursor::close);
    }
}
