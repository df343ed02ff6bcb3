package dev.dormouse.internal.memory;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.writeset.KeyMap;
import dev.dormouse.store.writeset.RecordCursor;

/** Walks the records of a table. */
final class MemoryRecordCursor implements RecordCursor {

    private final MemoryMaps maps;
    private final int era;
    private final KeyMap.Walk<Record> walk;
    private final KeyBuffer key = new KeyBuffer();
    private boolean closed;

    MemoryRecordCursor(MemoryMaps maps, KeyMap.Walk<Record> walk) {
        this.maps = maps;
        this.era = maps.era();
        this.walk = walk;
    }

    @Override
    public boolean next() {
        maps.checkEra(era);
        return walk.next();
    }

    @Override
    public KeyBuffer key() {
        return key.clear().put(walk.key());
    }

    @Override
    public RecordView record() {
        return walk.value();
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
