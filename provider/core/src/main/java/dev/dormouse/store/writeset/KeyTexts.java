package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.KeyDecoder;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;

/** Keys as they appear in messages. */
final class KeyTexts {

    private static final int LONGEST = 200;

    private KeyTexts() {}

    static String of(IndexDefinition index, RecordView record) {
        return shortened(
                Key.of(record, index.parts().stream().map(IndexPart::path).toList())
                        .toString());
    }

    static String of(Key key) {
        return shortened(key.toString());
    }

    static Key decoded(TableDefinition table, byte[] key) {
        return KeyDecoder.primaryKey(table, key, 0, key.length);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
