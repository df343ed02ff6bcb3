package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Merges the entries of the store with a transaction's own; entries of the store whose record the transaction touched are dropped. */
final class MergedEntryCursor implements EntryCursor {

    private final IndexedMaps base;
    private final TableDefinition table;
    private final EntryCursor stored;
    private final OwnMap.Snapshot<PendingRecord> touched;
    private final OwnWalk<Integer> own;
    private final boolean reverse;
    private final KeyBuffer ownKey = new KeyBuffer();
    private final KeyBuffer ownPrimaryKey = new KeyBuffer();
    private boolean storedReady;
    private boolean ownReady;
    private boolean storedCurrent;
    private boolean ownCurrent;

    MergedEntryCursor(
            IndexedMaps base,
            TableDefinition table,
            EntryCursor stored,
            OwnMap.Snapshot<PendingRecord> touched,
            OwnWalk<Integer> own,
            boolean reverse) {
        this.base = base;
        this.table = table;
        this.stored = stored;
        this.touched = touched;
        this.own = own;
        this.reverse = reverse;
        storedReady = nextStored();
        ownReady = own.next();
    }

    private boolean nextStored() {
        while (stored.next()) {
            if (touched.get(stored.primaryKey()) == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean next() {
        if (storedCurrent) {
            storedReady = nextStored();
            storedCurrent = false;
        }
        ownCurrent = false;
        if (ownReady && (!storedReady || (compare() < 0) == reverse)) {
            int keyLength = own.value();
            byte[] key = own.key();
            ownKey.clear().put(key, 0, keyLength);
            ownPrimaryKey.clear().put(key, keyLength, key.length - keyLength);
            ownCurrent = true;
            ownReady = own.next();
            return true;
        }
        storedCurrent = storedReady;
        return storedReady;
    }

    /** Compares the next entry of the store with the next own one; they are never equal. */
    private int compare() {
        byte[] other = own.key();
        int otherLength = own.value();
        KeyBuffer key = stored.key();
        int order = Arrays.compareUnsigned(key.array(), 0, key.length(), other, 0, otherLength);
        if (order != 0) {
            return order;
        }
        KeyBuffer primaryKey = stored.primaryKey();
        return Arrays.compareUnsigned(primaryKey.array(), 0, primaryKey.length(), other, otherLength, other.length);
    }

    @Override
    public int keyLength() {
        return storedCurrent ? stored.keyLength() : ownKey.length();
    }

    @Override
    public KeyBuffer key() {
        return storedCurrent ? stored.key() : ownKey;
    }

    @Override
    public KeyBuffer primaryKey() {
        return storedCurrent ? stored.primaryKey() : ownPrimaryKey;
    }

    @Override
    public RecordView record() {
        RecordView record = ownCurrent ? ownRecord() : stored.record();
        if (record == null) {
            throw new AssertionError("an own entry without a record in " + table);
        }
        return record;
    }

    private @Nullable RecordView ownRecord() {
        PendingRecord record = touched.get(ownPrimaryKey);
        return record == null ? null : record.view(base, table);
    }

    @Override
    public void restart(KeyRange range) {
        stored.restart(range);
        own.restart(range);
        storedCurrent = false;
        ownCurrent = false;
        storedReady = nextStored();
        ownReady = own.next();
    }

    @Override
    public void close() {
        own.close();
        touched.close();
        stored.close();
    }
}
