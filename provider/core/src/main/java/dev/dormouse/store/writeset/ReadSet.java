package dev.dormouse.store.writeset;

import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.KeyBuffer;
import dev.dormouse.store.record.KeyRange;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a serializable transaction read: keys, and ranges of the orders of tables and indexes. */
final class ReadSet {

    private record TableRange(int table, String name, KeyRange range) {}

    private record IndexRange(int table, int index, String name, KeyRange range) {}

    private final Set<CommitLog.RecordId> keys = new HashSet<>();
    private final Set<TableRange> tableRanges = new HashSet<>();
    private final Set<IndexRange> indexRanges = new HashSet<>();

    void addKey(TableDefinition table, KeyBuffer key) {
        keys.add(new CommitLog.RecordId(table.id(), key.toBytes()));
    }

    void addRange(TableDefinition table, KeyRange range) {
        tableRanges.add(new TableRange(table.id(), table.name(), range));
    }

    void addRange(TableDefinition table, IndexDefinition index, KeyRange range) {
        indexRanges.add(new IndexRange(table.id(), index.number(), index.name(), range));
    }

    /** Returns the name of something that was read and changed after a version, if there is such a thing. */
    Optional<String> changed(CommitLog commits, long since) {
        return keys.stream()
                .filter(id -> commits.isChanged(id, since))
                .map(id -> "record of table " + id.table())
                .findFirst()
                .or(() -> tableRanges.stream()
                        .filter(read -> commits.isChanged(read.table, read.range, since))
                        .map(TableRange::name)
                        .findFirst())
                .or(() -> indexRanges.stream()
                        .filter(read -> commits.isChanged(read.table, read.index, read.range, since))
                        .map(IndexRange::name)
                        .findFirst());
    }
}
