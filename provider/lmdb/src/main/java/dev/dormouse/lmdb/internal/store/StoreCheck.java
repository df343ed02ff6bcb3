package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.map.KeyPrefix;
import dev.dormouse.lmdb.internal.map.RangeCursor;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.writeset.ConsistencyCheck;
import java.util.ArrayList;
import java.util.List;

/** Proves what only LMDB has: checksums, and the counts of its native maps; the rest is the check that all stores share. */
final class StoreCheck {

    private final LmdbSnapshot snapshot;
    private final List<String> problems = new ArrayList<>();

    StoreCheck(LmdbSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    CheckReport run() {
        for (LmdbTable table : snapshot.tables().all()) {
            checkRecords(table);
            checkEntries(table);
        }
        CheckReport shared = new ConsistencyCheck(snapshot).run();
        problems.addAll(shared.problems());
        return new CheckReport(shared.records(), shared.entries(), problems);
    }

    private void checkRecords(LmdbTable table) {
        long count = 0;
        KeyBuffer key = new KeyBuffer();
        try (RangeCursor cursor =
                new RangeCursor(snapshot.transaction(), table.maps().records(), KeyPrefix.NONE, KeyRange.ALL, false)) {
            while (cursor.next()) {
                count++;
                if (!table.records().isIntact(cursor.value())) {
                    problem(
                            table,
                            "the checksum of record " + LmdbRecordCursor.copy(cursor.key(), 0, key)
                                    + " does not agree");
                }
            }
        }
        long counted = table.maps().records().size(snapshot.transaction().txn());
        if (counted != count) {
            problem(table, count + " records where LMDB counts " + counted);
        }
    }

    /** Every entry belongs to an index that exists. */
    private void checkEntries(LmdbTable table) {
        long count = 0;
        for (IndexDefinition index : table.definition().indexes()) {
            try (RangeCursor cursor = new RangeCursor(
                    snapshot.transaction(),
                    table.maps().entries(),
                    KeyPrefix.of(index.number()),
                    KeyRange.ALL,
                    false)) {
                while (cursor.next()) {
                    count++;
                }
            }
        }
        long counted = table.maps().entries().size(snapshot.transaction().txn());
        if (counted != count) {
            problem(table, count + " index entries where LMDB counts " + counted);
        }
    }

    private void problem(LmdbTable table, String text) {
        if (problems.size() < 100) {
            problems.add(table.definition().name() + ": " + text);
        }
    }
}
