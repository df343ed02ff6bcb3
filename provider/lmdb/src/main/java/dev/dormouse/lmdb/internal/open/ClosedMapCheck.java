package dev.dormouse.lmdb.internal.open;

import dev.dormouse.lmdb.internal.catalog.MapDefinition;
import dev.dormouse.lmdb.internal.catalog.MapDefinition.MapIndexDefinition;
import dev.dormouse.lmdb.internal.checker.EntryTally;
import dev.dormouse.lmdb.internal.file.ClosedFile;
import dev.dormouse.lmdb.internal.file.Findings;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.ValueRecords;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.agrona.collections.LongHashSet;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Proves one typed map in a closed file: rows first, then entries. Used once. */
final class ClosedMapCheck<K, V> {

    private static final int ANY_VERSION = 0xFFFF;

    private final MapDefinition definition;
    private final @Nullable MapDescriptor<K, V> declared;
    private final List<KeptIndex<? super K, ? super V, ?>> kept = new ArrayList<>();
    private final ValueRecords records;
    private final LongHashSet rows = new LongHashSet();
    private final EntryTally wanted = new EntryTally();
    private final EntryTally found = new EntryTally();
    private byte[] last = {};
    private boolean damaged;

    private ClosedMapCheck(MapDefinition definition, @Nullable MapDescriptor<K, V> declared) {
        this.definition = definition;
        this.declared = declared;
        this.records = new ValueRecords(definition.name(), ANY_VERSION, null, true);
    }

    /** Makes one for a map that is declared, or not. */
    static <K, V> ClosedMapCheck<K, V> of(MapDefinition definition, @Nullable MapDescriptor<K, V> declared) {
        ClosedMapCheck<K, V> check = new ClosedMapCheck<>(definition, declared);
        if (declared != null) {
            OpenedMaps.checkTypes(definition.name(), definition.keyType(), definition.valueType(), declared);
            for (MapIndex<? super K, ? super V, ?> index : declared.indexes()) {
                definition
                        .index(index.name())
                        .ifPresent(stored -> check.kept.add(KeptIndex.of(index, stored, definition.name())));
            }
        }
        return check;
    }

    private String name() {
        return "map '" + definition.name() + "'";
    }

    void row(byte[] key, byte[] value, Findings findings) {
        rows.add(hash(key, key.length));
        var problem = records.problem(new UnsafeBuffer(value));
        if (problem.isPresent()) {
            problem(findings, ", key " + KeyBuffer.of(key) + ": " + problem.get());
            return;
        }
        try {
            forEntries(key, value, wanted::add);
        } catch (RuntimeException e) {
            problem(findings, ", key " + KeyBuffer.of(key) + " cannot be read: " + e.getMessage());
        }
    }

    private void problem(Findings findings, String text) {
        damaged = true;
        findings.add(name() + text);
    }

    void entry(byte[] key, byte[] value, Findings findings) {
        int number = number(key);
        int covered = belongs(number, key, value);
        if (covered < 0) {
            problem(
                    findings,
                    ", " + index(number) + ", key " + KeyBuffer.of(key) + ": an entry of no row, "
                            + KeyBuffer.of(value));
        }
        if (number == ByteMap.MEMBERS) {
            try {
                forMember(key, value, wanted::add);
            } catch (RuntimeException e) {
                problem(findings, ", member of " + KeyBuffer.of(key) + " cannot be read: " + e.getMessage());
            }
            return;
        }
        boolean unique = definition.indexes().stream().anyMatch(each -> each.number() == number && each.unique());
        if (unique && Arrays.equals(last, key)) {
            problem(
                    findings,
                    ", " + index(number) + ", key " + KeyBuffer.of(key) + ": a unique key stands for two rows");
        }
        last = key;
        if (isKept(number)) {
            found.add(EntryTally.entry(key, value));
        }
    }

    private boolean isKept(int number) {
        return kept.stream().anyMatch(each -> each.number() == number);
    }

    private static int number(byte[] key) {
        return key.length < KeyPrefix.LENGTH ? -1 : ((key[0] & 0xFF) << 8) | (key[1] & 0xFF);
    }

    private String index(int number) {
        return number == ByteMap.MEMBERS
                ? "members"
                : definition.indexes().stream()
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .map(each -> "index " + each.name())
                        .orElse("the unknown index " + number);
    }

    /** Returns the length of the primary key in an entry, -1 if there is no such row. */
    private int belongs(int number, byte[] key, byte[] value) {
        if (number == ByteMap.MEMBERS) {
            byte[] row = Arrays.copyOfRange(key, KeyPrefix.LENGTH, key.length);
            return rows.contains(hash(row, row.length)) ? row.length : -1;
        }
        for (MapIndexDefinition index : definition.indexes()) {
            if (index.number() == number) {
                return index.covered().isEmpty()
                        ? rows.contains(hash(value, value.length)) ? value.length : -1
                        : firstRowIn(value);
            }
        }
        return -1;
    }

    private int firstRowIn(byte[] value) {
        for (int length = 0; length <= value.length; length++) {
            if (rows.contains(hash(value, length))) {
                return length;
            }
        }
        return -1;
    }

    private static long hash(byte[] bytes, int length) {
        return EntryTally.entry(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), new byte[0]);
    }

    // ---------------------------------------------------------------- what key functions ask for

    private void forEntries(byte[] key, byte[] value, LongConsumer action) {
        MapDescriptor<K, V> map = declared;
        if (map == null || kept.isEmpty() || map.valueType() instanceof SetType<?>) {
            return;
        }
        K row = map.keyType().decode(new KeyDecoder(key));
        V content = map.valueType().decode(records.content(new UnsafeBuffer(value), new UnsafeBuffer(0, 0)));
        List<KeptIndex.Entry> entries = new ArrayList<>();
        kept.forEach(index -> index.entries(definition.name(), row, content, KeyBuffer.of(key), entries));
        entries.forEach(entry -> action.accept(hash(entry)));
    }

    private void forMember(byte[] key, byte[] value, LongConsumer action) {
        MapDescriptor<K, V> map = declared;
        if (map == null || kept.isEmpty() || !(map.valueType() instanceof SetType<?> sets)) {
            return;
        }
        byte[] primaryKey = Arrays.copyOfRange(key, KeyPrefix.LENGTH, key.length);
        K row = map.keyType().decode(new KeyDecoder(primaryKey));
        Object member = sets.members().decode(new KeyDecoder(value));
        List<KeptIndex.Entry> entries = new ArrayList<>();
        kept.forEach(index -> index.entryOfMember(definition.name(), row, member, KeyBuffer.of(primaryKey), entries));
        entries.forEach(entry -> action.accept(hash(entry)));
    }

    private static long hash(KeptIndex.Entry entry) {
        KeyBuffer whole = new KeyBuffer().put(KeyPrefix.of(entry.number())).put(entry.key());
        return EntryTally.entry(whole.toBytes(), entry.value().toBytes());
    }

    /** Says which rows and entries do not agree, if they do not. */
    void finish(ClosedFile file, Findings findings) {
        if (damaged || wanted.agreesWith(found)) {
            return;
        }
        Set<Long> open = new HashSet<>();
        asked(file, (row, entry) -> open.add(entry));
        file.again(TableMaps.typedEntries(definition.number()), (key, value) -> {
            if (isKept(number(key)) && !open.remove(EntryTally.entry(key, value))) {
                findings.add(name() + ", " + index(number(key)) + ", key " + KeyBuffer.of(key)
                        + ": an entry that its row does not ask for, " + KeyBuffer.of(value));
            }
        });
        asked(file, (row, entry) -> {
            if (open.remove(entry)) {
                findings.add(name() + ", key " + KeyBuffer.of(row) + ": lacks an entry of an index");
            }
        });
    }

    /** Takes an entry that a row asks for. */
    private interface Asked {

        void entry(byte[] row, long entry);
    }

    private void asked(ClosedFile file, Asked action) {
        file.again(
                TableMaps.typedRecords(definition.number()),
                (key, value) -> forEntries(key, value, entry -> action.entry(key, entry)));
        file.again(TableMaps.typedEntries(definition.number()), (key, value) -> {
            if (number(key) == ByteMap.MEMBERS) {
                byte[] row = Arrays.copyOfRange(key, KeyPrefix.LENGTH, key.length);
                forMember(key, value, entry -> action.entry(row, entry));
            }
        });
    }
}
