package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many records and different values a table has, or will soon have: plans outlive the moment at which they are made, so a table that is
 * still small counts as one of a thousand records.
 */
final class TableEstimate {

    private static final double SMALLEST = 1000;
    private static final double UNKNOWN_REPEATS = 10;

    private final TableDefinition table;
    private final TableStatistics statistics;
    private final double records;

    TableEstimate(TableDefinition table, TableStatistics statistics) {
        this.table = table;
        this.statistics = statistics;
        this.records = Math.max((double) statistics.records(), SMALLEST);
    }

    double records() {
        return records;
    }

    /** Estimates how many different combinations of values some fields have. */
    double distinct(List<FieldPath> paths) {
        Set<FieldPath> fields = new HashSet<>(paths);
        if (fields.containsAll(table.primaryKey())) {
            return records;
        }
        Optional<IndexDefinition> unique = table.indexes().stream()
                .filter(IndexDefinition::unique)
                .filter(index -> fields.containsAll(paths(index)))
                .findFirst();
        return unique.isPresent() ? records : Math.min(records, distinctOfIndexes(fields));
    }

    private double distinctOfIndexes(Set<FieldPath> fields) {
        double best = 1;
        for (IndexDefinition index : table.indexes()) {
            int covered = 0;
            while (covered < index.parts().size()
                    && fields.contains(index.parts().get(covered).path())) {
                covered++;
            }
            double share = (double) covered / index.parts().size();
            best = Math.max(best, Math.pow(distinctKeys(index), share));
        }
        return best > 1 ? best : Math.pow(records / UNKNOWN_REPEATS, Math.min(1, 0.5 * fields.size()));
    }

    private double distinctKeys(IndexDefinition index) {
        Long known = statistics.distinctKeys().get(index.name());
        return known != null && statistics.records() >= SMALLEST ? Math.max(1.0, known) : records / UNKNOWN_REPEATS;
    }

    private static List<FieldPath> paths(IndexDefinition index) {
        return index.parts().stream().map(part -> part.path()).toList();
    }
}
