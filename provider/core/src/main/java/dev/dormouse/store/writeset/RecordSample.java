package dev.dormouse.store.writeset;

import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads some records from all over a table: short runs that begin at places spread evenly between its first key and its last. */
public final class RecordSample {

    private static final int PLACES = 128;
    private static final int RUN = 2;
    private static final int HEAD = Long.BYTES;

    private final RecordCursor records;
    private final List<RecordView> sample = new ArrayList<>(PLACES * RUN);
    private byte[] last = {};

    private RecordSample(RecordCursor records) {
        this.records = records;
    }

    /** Returns retained records in the order of their keys, each once. */
    public static List<RecordView> of(IndexedMaps maps, TableDefinition table) {
        byte[] highest = highest(maps, table);
        if (highest == null) {
            return List.of();
        }
        try (RecordCursor records = maps.records(table, KeyRange.ALL, false)) {
            RecordSample sample = new RecordSample(records);
            sample.run(RUN);
            int shared = Math.max(0, Arrays.mismatch(sample.last, highest));
            long low = head(sample.last, shared);
            long step = Long.divideUnsigned(head(highest, shared) - low, PLACES);
            for (int place = 1; place < PLACES; place++) {
                sample.jump(Arrays.copyOf(highest, shared), low + place * step);
                sample.run(RUN);
            }
            return sample.sample;
        }
    }

    private static byte @Nullable [] highest(IndexedMaps maps, TableDefinition table) {
        try (RecordCursor records = maps.records(table, KeyRange.ALL, true)) {
            return records.next() ? records.key().toBytes() : null;
        }
    }

    /** Returns the eight bytes after those that all keys share as a number. */
    private static long head(byte[] key, int from) {
        long head = 0;
        for (int i = from; i < from + HEAD; i++) {
            head = head << Byte.SIZE | (i < key.length ? key[i] & 0xFF : 0);
        }
        return head;
    }

    /** Goes to a place, or to where the earlier run ended if that is further. */
    private void jump(byte[] shared, long head) {
        byte[] place = new KeyBuffer().put(shared).putLowest(head, HEAD).toBytes();
        byte[] after = Arrays.copyOf(last, last.length + 1);
        records.restart(KeyRange.of(Arrays.compareUnsigned(place, after) > 0 ? place : after, null));
    }

    private void run(int most) {
        for (int i = 0; i < most && records.next(); i++) {
            sample.add(records.record().retain());
            last = records.key().toBytes();
        }
    }
}
