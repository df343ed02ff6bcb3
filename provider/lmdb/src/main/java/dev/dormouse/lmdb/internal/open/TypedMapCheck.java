package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.record.ValueRecords;
import dev.dormouse.lmdb.internal.typed.ByteCursor;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.internal.typed.ByteTransaction;
import dev.dormouse.lmdb.internal.typed.SnapshotTransaction;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Proves that the rows of typed maps, their checksums, their indexes and the members of their sets agree. */
public final class TypedMapCheck {

    private static final int MOST_PROBLEMS = 100;

    private final OpenedMaps maps;
    private final List<String> problems = new ArrayList<>();
    private long rows;
    private long entries;

    public TypedMapCheck(OpenedMaps maps) {
        this.maps = maps;
    }

    public CheckReport run(CheckReport tables) {
        List<MapDefinition> definitions = maps.bytes().definitions();
        definitions.forEach(maps.bytes()::openStored);
        try (SnapshotTransaction transaction = maps.bytes().read("verify")) {
            for (MapDefinition definition : definitions) {
                OpenedMap<?, ?> opened = maps.find(definition.uuid());
                if (opened == null) {
                    checkUntyped(transaction, maps.bytes().openStored(definition));
                } else {
                    new OneMap<>(transaction, opened).check();
                }
            }
        }
        problems.addAll(0, tables.problems());
        return new CheckReport(tables.records() + rows, tables.entries() + entries, problems);
    }

    private void problem(Object map, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(map + ": " + text);
        }
    }

    private void checkUntyped(ByteTransaction transaction, ByteMap map) {
        ValueRecords any = new ValueRecords(map.toString(), 0xFFFF, null, true);
        try (ByteCursor cursor = transaction.rows(map, KeyRange.ALL, false)) {
            while (cursor.next()) {
                rows++;
                any.problem(cursor.value()).ifPresent(text -> problem(map, "row " + cursor.key() + ": " + text));
            }
        }
        numbers(map.definition()).forEach(number -> entries += count(transaction, map, number));
    }

    private static IntStream numbers(MapDefinition definition) {
        return IntStream.concat(
                IntStream.of(ByteMap.MEMBERS), definition.indexes().stream().mapToInt(index -> index.number()));
    }

    private static long count(ByteTransaction transaction, ByteMap map, int index) {
        long count = 0;
        try (ByteCursor cursor = transaction.entries(map, index, KeyRange.ALL, false)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /** Checks one map by its types. */
    private final class OneMap<K, V> {

        private final ByteTransaction transaction;
        private final OpenedMap<K, V> map;
        private final List<KeptIndex<? super K, ? super V, ?>> indexes;
        private final Map<Integer, Long> expected = new HashMap<>();

        OneMap(ByteTransaction transaction, OpenedMap<K, V> map) {
            this.transaction = transaction;
            this.map = map;
            this.indexes = map.indexes();
        }

        void check() {
            try (ByteCursor cursor = transaction.rows(map.bytes(), KeyRange.ALL, false)) {
                while (cursor.next()) {
                    rows++;
                    checkRow(KeyBuffer.of(cursor.key().toBytes()), cursor.value());
                }
            }
            for (KeptIndex<?, ?, ?> index : indexes) {
                long counted = count(transaction, map.bytes(), index.number());
                entries += counted;
                long derived = expected.getOrDefault(index.number(), 0L);
                if (counted != derived) {
                    problem(
                            map.name(),
                            "index " + index.index().name() + " has " + counted + " entries where rows make "
                                    + derived);
                }
            }
            checkMembers();
        }

        private void checkRow(KeyBuffer key, DirectBuffer stored) {
            var problem = map.records().problem(stored);
            if (problem.isPresent()) {
                problem(map.name(), "row " + key + ": " + problem.get());
                return;
            }
            if (indexes.isEmpty()) {
                return;
            }
            try {
                K row = map.descriptor().keyType().decode(new KeyDecoder(key.array(), 0, key.length()));
                V value = value(key, stored);
                List<KeptIndex.Entry> derived = new ArrayList<>();
                indexes.forEach(index -> index.entries(map.name(), row, value, key, derived));
                derived.forEach(entry -> checkEntry(key, entry));
            } catch (RuntimeException e) {
                problem(map.name(), "row " + key + " cannot be read: " + e.getMessage());
            }
        }

        @SuppressWarnings("unchecked") // the values of a set type are sets
        private V value(KeyBuffer key, DirectBuffer stored) {
            if (map.descriptor().valueType() instanceof SetType<?> sets) {
                return (V) members(key, sets);
            }
            return map.descriptor().valueType().decode(map.records().content(stored, new UnsafeBuffer(0, 0)));
        }

        private <M> Set<M> members(KeyBuffer key, SetType<M> sets) {
            Set<M> members = new LinkedHashSet<>();
            KeyRange one = KeyRange.startingWith(key.toBytes());
            try (ByteCursor cursor = transaction.entries(map.bytes(), ByteMap.MEMBERS, one, false)) {
                while (cursor.next()) {
                    byte[] member = new byte[cursor.value().capacity()];
                    cursor.value().getBytes(0, member);
                    members.add(sets.members().decode(new KeyDecoder(member)));
                }
            }
            return members;
        }

        private void checkEntry(KeyBuffer key, KeptIndex.Entry entry) {
            expected.merge(entry.number(), 1L, Long::sum);
            if (!transaction.hasEntry(map.bytes(), entry.number(), entry.key(), entry.value())) {
                problem(map.name(), "row " + key + " has no entry in index " + entry.index());
            }
        }

        /** Every member belongs to a row. */
        private void checkMembers() {
            @Nullable KeyBuffer known = null;
            try (ByteCursor cursor = transaction.entries(map.bytes(), ByteMap.MEMBERS, KeyRange.ALL, false)) {
                while (cursor.next()) {
                    entries++;
                    if (known == null || !known.equals(cursor.key())) {
                        known = KeyBuffer.of(cursor.key().toBytes());
                        if (transaction.get(map.bytes(), known) == null) {
                            problem(map.name(), "members of " + known + " have no row");
                        }
                    }
                }
            }
        }
    }
}
