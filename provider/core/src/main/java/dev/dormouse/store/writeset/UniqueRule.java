package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.RecordView;

/** When two records contradict a unique index: they agree in all parts, and none is null. */
final class UniqueRule {

    private UniqueRule() {}

    static boolean contradicts(IndexDefinition index, RecordView a, RecordView b) {
        if (EntryKeys.hasNull(index, a) || EntryKeys.hasNull(index, b)) {
            return false;
        }
        EntryKeys keysOfA = new EntryKeys().compute(index, a, Integer.MAX_VALUE);
        EntryKeys keysOfB = new EntryKeys().compute(index, b, Integer.MAX_VALUE);
        for (int i = 0; i < keysOfB.count(); i++) {
            if (keysOfA.contains(keysOfB.key(i))) {
                return true;
            }
        }
        return false;
    }
}
