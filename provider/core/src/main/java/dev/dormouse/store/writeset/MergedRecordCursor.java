package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Merges the records of the store with a transaction's own; where both have a key, the own one counts. */
final class MergedRecordCursor implements RecordCursor {

    private final IndexedMaps base;
    private final TableDefinition table;
    private final RecordCursor stored;
    private final OwnWalk<PendingRecord> own;
    private final boolean reverse;
    private final KeyBuffer ownKey = new KeyBuffer();
    private boolean storedReady;
    private boolean ownReady;
    private boolean storedCurrent;
    private @Nullable RecordView ownRecord;

    MergedRecordCursor(
            IndexedMaps base, TableDefinition table, RecordCursor stored, OwnWalk<PendingRecord> own, boolean reverse) {
        this.base = base;
        this.table = table;
        this.stored = stored;
        this.own = own;
        this.reverse = reverse;
        storedReady = stored.next();
        ownReady = own.next();
    }

    @Override
    public boolean next() {
        if (storedCurrent) {
            storedReady = stored.next();
            storedCurrent = false;
        }
        ownRecord = null;
        while (ownReady) {
            int order = storedReady ? stored.key().compareTo(own.key()) : 1;
            if (storedReady && (reverse ? order > 0 : order < 0)) {
                break;
            }
            if (storedReady && order == 0) {
                storedReady = stored.next();
            }
            ownRecord = own.value().view(base, table);
            ownKey.clear().put(own.key());
            ownReady = own.next();
            if (ownRecord != null) {
                return true;
            }
        }
        storedCurrent = storedReady;
        return storedReady;
    }

    @Override
    public KeyBuffer key() {
        return storedCurrent ? stored.key() : ownKey;
    }

    @Override
    public RecordView record() {
        return ownRecord != null ? ownRecord : stored.record();
    }

    @Override
    public void restart(KeyRange range) {
        stored.restart(range);
        own.restart(range);
        storedCurrent = false;
        ownRecord = null;
        storedReady = stored.next();
        ownReady = own.next();
    }

    @Override
    public void close() {
        own.close();
        stored.close();
    }
}
