package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.compile.RangeEvaluator;
import dev.dormouse.store.plan.Access;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.writeset.IndexKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the one record that a unique index has under a key. Keys with nulls, of which there may be several, and keys that were cut are walked over. */
final class UniqueScan extends IndexScan {

    private final IndexDefinition index;
    private final RangeEvaluator range;
    private final KeyBuffer key = new KeyBuffer(32);
    private boolean walks;
    private @Nullable RecordView found;

    UniqueScan(ScanSetting setting, Prepared prepared, RangeEvaluator range) {
        super(setting, prepared);
        this.index = prepared.index();
        this.range = range;
    }

    /** Tells whether an access asks a unique index for whole keys and needs the record. */
    static boolean looksUp(Access.IndexRange access) {
        IndexDefinition index = access.index();
        return index.unique()
                && access.read().isEmpty()
                && access.range().prefix().size() == index.parts().size()
                && index.parts().stream().noneMatch(part -> part.path().isArray());
    }

    @Override
    void start() {
        found = null;
        List<@Nullable Object> values = range.prefix(frame());
        walks = values != null && !encode(values);
        if (walks) {
            super.start();
        } else if (values != null) {
            found = maps().getUnique(table(), index, key);
        }
    }

    /** Returns whether one entry at most has the key of these values. */
    private boolean encode(List<@Nullable Object> values) {
        key.clear();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                return false;
            }
            IndexPart part = index.parts().get(i);
            KeyEncoder.indexPart(key, (BasicType) part.path().type(), value, part.descending());
        }
        return !IndexKeys.isInexact(key.length(), maps().indexKeyLimit());
    }

    @Override
    @Nullable
    RecordView advance() {
        if (walks) {
            return super.advance();
        }
        RecordView record = found;
        found = null;
        if (record != null) {
            counters().entryVisited();
            counters().recordFetched();
        }
        return record;
    }
}
