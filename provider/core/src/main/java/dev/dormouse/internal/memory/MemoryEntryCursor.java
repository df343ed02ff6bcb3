package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.EntryCursor;
import dev.dormouse.store.writeset.KeyMap;

/** Walks the entries of an index. */
final class MemoryEntryCursor implements EntryCursor {

    private final MemoryMaps maps;
    private final int era;
    private final TableDefinition table;
    private final IndexDefinition index;
    private final KeyMap<Record> records;
    private final KeyMap.Walk<Integer> walk;
    private final KeyBuffer key = new KeyBuffer();
    private final KeyBuffer primaryKey = new KeyBuffer();
    private boolean closed;

    MemoryEntryCursor(
            MemoryMaps maps,
            TableDefinition table,
            IndexDefinition index,
            KeyMap<Record> records,
            KeyMap.Walk<Integer> walk) {
        this.maps = maps;
        this.era = maps.era();
        this.table = table;
        this.index = index;
        this.records = records;
        this.walk = walk;
    }

    @Override
    public boolean next() {
        maps.checkEra(era);
        return walk.next();
    }

    @Override
    public int keyLength() {
        return walk.value();
    }

    @Override
    public KeyBuffer key() {
        return key.clear().put(walk.key(), 0, walk.value());
    }

    @Override
    public KeyBuffer primaryKey() {
        byte[] whole = walk.key();
        return primaryKey.clear().put(whole, walk.value(), whole.length - walk.value());
    }

    @Override
    public RecordView record() {
        Record record = records.get(primaryKey());
        if (record == null) {
            throw new StoreException(StoreMessages.ENTRY_OF_NO_RECORD.text(index.name(), table.name()));
        }
        return record;
    }

    @Override
    public void restart(KeyRange range) {
        maps.checkEra(era);
        walk.restart(range);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            maps.cursorClosed();
        }
    }
}
