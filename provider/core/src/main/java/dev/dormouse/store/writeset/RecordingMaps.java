package dev.dormouse.store.writeset;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Maps that note what is read. A range counts as read whole, however far its cursor went. */
final class RecordingMaps implements IndexedMaps {

    private final IndexedMaps maps;
    private final ReadSet reads;

    RecordingMaps(IndexedMaps maps, ReadSet reads) {
        this.maps = maps;
        this.reads = reads;
    }

    @Override
    public long version() {
        return maps.version();
    }

    @Override
    public Catalog catalog() {
        return maps.catalog();
    }

    @Override
    public int indexKeyLimit() {
        return maps.indexKeyLimit();
    }

    @Override
    public @Nullable RecordView get(TableDefinition table, KeyBuffer key) {
        reads.addKey(table, key);
        return maps.get(table, key);
    }

    @Override
    public @Nullable RecordView take(TableDefinition table, KeyBuffer key) {
        reads.addKey(table, key);
        return maps.take(table, key);
    }

    @Override
    public long count(TableDefinition table) {
        reads.addRange(table, KeyRange.ALL);
        return maps.count(table);
    }

    @Override
    public RecordCursor records(TableDefinition table, KeyRange range, boolean reverse) {
        reads.addRange(table, range);
        RecordCursor cursor = maps.records(table, range, reverse);
        return new RecordCursor() {
            @Override
            public boolean next() {
                return cursor.next();
            }

            @Override
            public KeyBuffer key() {
                return cursor.key();
            }

            @Override
            public RecordView record() {
                return cursor.record();
            }

            @Override
            public void restart(KeyRange other) {
                reads.addRange(table, other);
                cursor.restart(other);
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    @Override
    public EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range, boolean reverse) {
        reads.addRange(table, index, range);
        EntryCursor cursor = maps.entries(table, index, range, reverse);
        return new EntryCursor() {
            @Override
            public boolean next() {
                return cursor.next();
            }

            @Override
            public int keyLength() {
                return cursor.keyLength();
            }

            @Override
            public KeyBuffer key() {
                return cursor.key();
            }

            @Override
            public KeyBuffer primaryKey() {
                return cursor.primaryKey();
            }

            @Override
            public RecordView record() {
                reads.addKey(table, cursor.primaryKey());
                return cursor.record();
            }

            @Override
            public void restart(KeyRange other) {
                reads.addRange(table, index, other);
                cursor.restart(other);
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }
}
