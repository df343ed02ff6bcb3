package dev.dormouse.lmdb.internal.checker;

import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.file.ClosedFile;
import dev.dormouse.lmdb.internal.file.Findings;
import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.TableMaps;
import dev.dormouse.lmdb.internal.record.TableRecords;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.EntryKeys;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.LongConsumer;
import org.agrona.concurrent.UnsafeBuffer;

/** Verifies the records of a table and that its indexes have the entries that they ask for, no more and no fewer. Used once. */
final class TableCheck {

    private static final int INDEX_KEY_LIMIT = KeyMemory.LIMIT - KeyPrefix.LENGTH;

    private final TableDefinition table;
    private final ClosedFile file;
    private final Findings findings;
    private final TableRecords records;
    private final EntryTally wanted = new EntryTally();
    private final EntryTally found = new EntryTally();
    private final EntryKeys keys = new EntryKeys();
    private final KeyBuffer primaryKey = new KeyBuffer();

    TableCheck(TableDefinition table, ClosedFile file, Findings findings) {
        this.table = table;
        this.file = file;
        this.findings = findings;
        this.records = new TableRecords(table.name(), table.type(), "flatbuffers", "none", 0, true);
    }

    void run() {
        long before = findings.count();
        String recordMap = TableMaps.records(table.id());
        String entryMap = TableMaps.entries(table.id());
        file.walk(recordMap, "map '" + recordMap + "' (records of " + table + ")", this::checkRecord);
        file.walk(
                entryMap,
                "map '" + entryMap + "' (index entries of " + table + ")",
                (key, value) -> found.add(EntryTally.entry(key, value)));
        if (findings.count() == before && !wanted.agreesWith(found)) {
            name(recordMap, entryMap);
        }
    }

    private void checkRecord(byte[] key, byte[] value) {
        try {
            RecordView record = records.view(new UnsafeBuffer(value));
            KeyEncoder.primaryKey(primaryKey.clear(), table, record);
            if (primaryKey.compareTo(key) != 0) {
                findings.add(name(key) + " has the primary key " + text(primaryKey.toBytes()));
            }
            forEntries(key, record, wanted::add);
        } catch (StoreException | IllegalArgumentException e) {
            findings.add(name(key) + " cannot be read: " + e.getMessage());
        }
    }

    private void forEntries(byte[] key, RecordView record, LongConsumer action) {
        for (IndexDefinition index : table.indexes()) {
            keys.compute(index, record, INDEX_KEY_LIMIT);
            for (int i = 0; i < keys.count(); i++) {
                KeyBuffer whole =
                        new KeyBuffer().put(KeyPrefix.of(index.number())).put(keys.key(i));
                action.accept(EntryTally.entry(whole.toBytes(), key));
            }
        }
    }

    /** Finds out which entries do not agree, now that some do not. */
    private void name(String recordMap, String entryMap) {
        Set<Long> open = new HashSet<>();
        file.again(recordMap, (key, value) -> forEntries(key, records.view(new UnsafeBuffer(value)), open::add));
        file.again(entryMap, (key, value) -> {
            if (!open.remove(EntryTally.entry(key, value))) {
                findings.add("map '" + entryMap + "': " + index(key) + " of table " + table
                        + " has an entry that is none of its" + " record, key "
                        + HexFormat.of().formatHex(key) + ", of the record " + text(value));
            }
        });
        file.again(
                recordMap,
                (key, value) -> forEntries(key, records.view(new UnsafeBuffer(value)), entry -> {
                    if (open.remove(entry)) {
                        findings.add("map '" + entryMap + "': " + name(key) + " lacks an entry of an index");
                    }
                }));
    }

    private String index(byte[] key) {
        int number = key.length < KeyPrefix.LENGTH ? 0 : ((key[0] & 0xFF) << 8) | (key[1] & 0xFF);
        return table.indexes().stream()
                .filter(index -> index.number() == number)
                .findFirst()
                .map(index -> "index " + index.name())
                .orElse("the unknown index " + number);
    }

    private String name(byte[] key) {
        return "map '" + TableMaps.records(table.id()) + "': the record " + text(key) + " of table " + table;
    }

    /** Returns a primary key as its values, and as bytes, since either may be what is damaged. */
    private String text(byte[] key) {
        String bytes = HexFormat.of().formatHex(key);
        try {
            return KeyDecoder.primaryKey(table, key, 0, key.length) + " (" + bytes + ")";
        } catch (RuntimeException e) {
            return "(" + bytes + ")";
        }
    }
}
