package dev.dormouse.lmdb;

import dev.dormouse.lmdb.internal.failure.MapMessages;
import dev.dormouse.lmdb.internal.open.KeptIndex;
import dev.dormouse.lmdb.internal.open.KeptIndex.Entry;
import dev.dormouse.lmdb.internal.open.OpenedMap;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.store.ConstraintViolationException;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** What a change of one row does to the entries of its indexes: those that go and those that come, without those that stay. Key functions run when it is made, before anything is written. */
final class EntryChanges {

    private final LmdbTransaction transaction;
    private final OpenedMap<?, ?> map;
    private final List<Entry> removed = new ArrayList<>(4);
    private final List<Entry> added = new ArrayList<>(4);

    private EntryChanges(LmdbTransaction transaction, OpenedMap<?, ?> map) {
        this.transaction = transaction;
        this.map = map;
    }

    /** Finds out what changes in all indexes of a row; {@code before} and {@code after} are null for no row. */
    static <K, V> EntryChanges of(
            LmdbTransaction transaction,
            OpenedMap<K, V> map,
            K row,
            KeyBuffer primaryKey,
            @Nullable V before,
            @Nullable V after) {
        EntryChanges changes = new EntryChanges(transaction, map);
        for (KeptIndex<? super K, ? super V, ?> index : map.indexes()) {
            changes.add(index, row, primaryKey, before, after);
        }
        return changes;
    }

    /** Finds out what one new row has in one index. */
    static <K, V> EntryChanges of(
            LmdbTransaction transaction,
            OpenedMap<K, V> map,
            KeptIndex<? super K, ? super V, ?> index,
            K row,
            KeyBuffer primaryKey,
            V value) {
        EntryChanges changes = new EntryChanges(transaction, map);
        changes.add(index, row, primaryKey, null, value);
        return changes;
    }

    /** Finds out what changes with one member of a set. */
    static <K> EntryChanges ofMember(
            LmdbTransaction transaction,
            OpenedMap<K, ?> map,
            K row,
            KeyBuffer primaryKey,
            Object member,
            boolean added) {
        EntryChanges changes = new EntryChanges(transaction, map);
        for (KeptIndex<? super K, ?, ?> index : map.indexes()) {
            index.entryOfMember(map.name(), row, member, primaryKey, added ? changes.added : changes.removed);
        }
        return changes;
    }

    private <K, V> void add(
            KeptIndex<? super K, ? super V, ?> index,
            K row,
            KeyBuffer primaryKey,
            @Nullable V before,
            @Nullable V after) {
        int firstRemoved = removed.size();
        int firstAdded = added.size();
        if (before != null) {
            index.entries(map.name(), row, before, primaryKey, removed);
        }
        if (after != null) {
            index.entries(map.name(), row, after, primaryKey, added);
        }
        if (removed.size() == firstRemoved + 1 && added.size() == firstAdded + 1) {
            if (removed.get(firstRemoved).equals(added.get(firstAdded))) {
                removed.remove(firstRemoved);
                added.remove(firstAdded);
            }
        } else if (removed.size() > firstRemoved && added.size() > firstAdded) {
            keep(removed.subList(firstRemoved, removed.size()), added.subList(firstAdded, added.size()));
        }
    }

    /** Forgets the entries that stay. */
    private static void keep(List<Entry> gone, List<Entry> come) {
        Set<Entry> kept = new HashSet<>(gone);
        kept.retainAll(new HashSet<>(come));
        gone.removeIf(kept::contains);
        come.removeIf(kept::contains);
    }

    /** Fails if a unique key stands for another row. */
    EntryChanges check() {
        Set<KeyBuffer> seen = new HashSet<>();
        int number = 0;
        for (Entry entry : added) {
            if (!entry.unique()) {
                continue;
            }
            if (entry.number() != number) {
                seen.clear();
                number = entry.number();
            }
            if (!seen.add(entry.key()) || isTaken(entry)) {
                throw duplicate(entry);
            }
        }
        return this;
    }

    private boolean isTaken(Entry entry) {
        KeyRange same = KeyRange.startingWith(entry.key().toBytes());
        try (ByteCursor cursor = transaction.bytes().entries(bytes(), entry.number(), same, false)) {
            while (cursor.next()) {
                if (!isRemoved(entry, cursor.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isRemoved(Entry entry, DirectBuffer stored) {
        byte[] other = new byte[stored.capacity()];
        stored.getBytes(0, other);
        return removed.stream()
                .anyMatch(each -> each.number() == entry.number()
                        && each.key().equals(entry.key())
                        && each.value().compareTo(other) == 0);
    }

    private ConstraintViolationException duplicate(Entry entry) {
        return new ConstraintViolationException(
                ConstraintViolationException.Kind.UNIQUE,
                map.name(),
                entry.index(),
                MapMessages.DUPLICATE.text(entry.key(), entry.index(), map.name()));
    }

    private ByteMap bytes() {
        return map.bytes();
    }

    /** Writes them. */
    void write() {
        for (Entry entry : removed) {
            transaction.deleteEntry(bytes(), entry.number(), entry.key(), entry.value());
        }
        for (Entry entry : added) {
            transaction.addEntry(bytes(), entry.number(), entry.unique(), entry.key(), entry.value());
        }
    }
}
