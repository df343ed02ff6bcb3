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
import org.lmdbjava.Stat;

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
        Stat stat = table.maps().records().stat(snapshot.transaction().txn());
        if (stat.entries != count) {
            problem(table, count + " records where LMDB counts " + stat.entries);
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
        Stat stat = table.maps().entries().stat(snapshot.transaction().txn());
        if (stat.entries != count) {
            problem(table, count + " index entries where LMDB counts " + stat.entries);
        }
    }

    private void problem(LmdbTable table, String text) {
        if (problems.size() < 100) {
            problems.add(table.definition().name() + ": " + text);
        }
    }
}
