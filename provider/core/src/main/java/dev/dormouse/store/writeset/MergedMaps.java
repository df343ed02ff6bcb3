package dev.dormouse.store.writeset;

import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import org.jspecify.annotations.Nullable;

/** A state of the store with a transaction's own changes over it. A table that the transaction did not touch costs one look-up more. */
final class MergedMaps implements IndexedMaps {

    private final IndexedMaps base;
    private final WriteSet writes;

    MergedMaps(IndexedMaps base, WriteSet writes) {
        this.base = base;
        this.writes = writes;
    }

    @Override
    public long version() {
        return base.version();
    }

    @Override
    public Catalog catalog() {
        return base.catalog();
    }

    @Override
    public int indexKeyLimit() {
        return base.indexKeyLimit();
    }

    @Override
    public @Nullable RecordView get(TableDefinition table, KeyBuffer key) {
        PendingRecord own = own(table, key);
        return own == null ? base.get(table, key) : own.view(base, table);
    }

    @Override
    public @Nullable RecordView take(TableDefinition table, KeyBuffer key) {
        PendingRecord own = own(table, key);
        if (own == null) {
            return base.take(table, key);
        }
        RecordView view = own.view(base, table);
        return view == null ? null : view.retain();
    }

    @Override
    public @Nullable RecordView getUnique(TableDefinition table, IndexDefinition index, KeyBuffer key) {
        return writes.overlay(table.id()) == null
                ? base.getUnique(table, index, key)
                : IndexedMaps.super.getUnique(table, index, key);
    }

    /** Returns what the transaction did to a record, or null. */
    @Nullable
    PendingRecord own(TableDefinition table, KeyBuffer key) {
        TableOverlay overlay = writes.overlay(table.id());
        return overlay == null ? null : overlay.get(key);
    }

    /** Returns what the transaction made of a record; null for none. */
    @Nullable
    RecordView view(TableDefinition table, PendingRecord own) {
        return own.view(base, table);
    }

    @Override
    public long count(TableDefinition table) {
        TableOverlay overlay = writes.overlay(table.id());
        return base.count(table) + (overlay == null ? 0 : overlay.growth(base, table));
    }

    @Override
    public RecordCursor records(TableDefinition table, KeyRange range, boolean reverse) {
        RecordCursor stored = base.records(table, range, reverse);
        TableOverlay overlay = writes.overlay(table.id());
        return overlay == null
                ? stored
                : new MergedRecordCursor(base, table, stored, overlay.walk(range, reverse), reverse);
    }

    @Override
    public EntryCursor entries(TableDefinition table, IndexDefinition index, KeyRange range, boolean reverse) {
        EntryCursor stored = base.entries(table, index, range, reverse);
        TableOverlay overlay = writes.overlay(table.id());
        return overlay == null
                ? stored
                : new MergedEntryCursor(
                        base,
                        table,
                        stored,
                        overlay.records(),
                        overlay.walk(table, index, base, range, reverse),
                        reverse);
    }
}
