package dev.dormouse.internal.memory;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.writeset.KeyMap;
import java.util.HashMap;
import java.util.Map;

/** The records and entries of one table. An entry's key is the index key followed by the primary key, its value the length of the index key. */
final class MemoryTable {

    private final KeyMap<Record> records;
    private final Map<Integer, KeyMap<Integer>> indexes;

    MemoryTable() {
        this(new KeyMap<>(), new HashMap<>());
    }

    private MemoryTable(KeyMap<Record> records, Map<Integer, KeyMap<Integer>> indexes) {
        this.records = records;
        this.indexes = indexes;
    }

    MemoryTable copy() {
        Map<Integer, KeyMap<Integer>> copies = new HashMap<>();
        indexes.forEach((number, entries) -> copies.put(number, entries.copy()));
        return new MemoryTable(records.copy(), copies);
    }

    KeyMap<Record> records() {
        return records;
    }

    KeyMap<Integer> entries(IndexDefinition index) {
        return indexes.getOrDefault(index.number(), new KeyMap<>());
    }

    KeyMap<Integer> entriesForChange(IndexDefinition index) {
        return indexes.computeIfAbsent(index.number(), number -> new KeyMap<>());
    }

    void dropIndex(IndexDefinition index) {
        indexes.remove(index.number());
    }
}
