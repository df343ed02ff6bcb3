package dev.dormouse.store.writeset.scan;

import dev.dormouse.store.evaluate.compile.KeyEvaluator;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyEncoder;
import dev.dormouse.store.record.RecordView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks records up by primary key. */
final class KeyScan extends ScanCursor {

    private final KeyEvaluator keys;
    private final boolean several;
    private final KeyBuffer buffer = new KeyBuffer();
    private List<Key> wanted = List.of();
    private int next;

    KeyScan(ScanSetting setting, KeyEvaluator keys, boolean several) {
        super(setting);
        this.keys = keys;
        this.several = several;
    }

    @Override
    void start() {
        next = 0;
        if (several) {
            wanted = keys.keys(frame());
        } else {
            Key key = keys.key(frame());
            wanted = key == null ? List.of() : List.of(key);
        }
    }

    @Override
    @Nullable
    RecordView advance() {
        while (next < wanted.size()) {
            KeyEncoder.primaryKey(buffer.clear(), table(), wanted.get(next++));
            RecordView record = maps().get(table(), buffer);
            if (record != null) {
                counters().recordFetched();
                return record;
            }
        }
        return null;
    }

    @Override
    void release() {
        wanted = List.of();
    }
}
