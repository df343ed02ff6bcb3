package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.FieldPath;
import dev.dormouse.store.record.IndexDefinition;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many records and different values a table has, or will soon have: plans outlive the moment at which they are made, so a table that is
 * still small counts as one of a thousand records.
 */
final class TableEstimate {

    private static final double SMALLEST = 1000;
    private static final double UNKNOWN_REPEATS = 10;

    private final TableDefinition table;
    private final TableStatistics statistics;
    private final Supplier<List<RecordView>> source;
    private final double records;
    private final Map<FieldPath, ColumnSample> columns = new HashMap<>();
    private @Nullable List<RecordView> sample;

    /**
     * Makes one.
     *
     * @param source gives a sample of the records; asked for it once, when it is needed
     */
    TableEstimate(TableDefinition table, TableStatistics statistics, Supplier<List<RecordView>> source) {
        this.table = table;
        this.statistics = statistics;
        this.source = source;
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
        return unique.isPresent() ? records : Math.min(records, distinctOfOthers(fields));
    }

    /** Returns what a sample tells about a field, if the table is large enough to ask and the sample to tell. */
    Optional<ColumnSample> column(FieldPath path) {
        if (statistics.records() < SMALLEST || path.isArray() || !(path.type() instanceof BasicType)) {
            return Optional.empty();
        }
        return Optional.of(columns.computeIfAbsent(path, p -> ColumnSample.of(sample(), p)))
                .filter(ColumnSample::isTelling);
    }

    private List<RecordView> sample() {
        if (sample == null) {
            sample = source.get();
        }
        return sample;
    }

    private double distinctOfOthers(Set<FieldPath> fields) {
        return Math.max(distinctOfWholeIndexes(fields), distinctOfSample(fields).orElseGet(() -> guess(fields)));
    }

    private double distinctOfWholeIndexes(Set<FieldPath> fields) {
        double best = 1;
        for (IndexDefinition index : table.indexes()) {
            if (fields.containsAll(paths(index))) {
                best = Math.max(best, distinctKeys(index));
            }
        }
        return best;
    }

    /** Fields are taken for independent of each other. */
    private OptionalDouble distinctOfSample(Set<FieldPath> fields) {
        double product = 1;
        for (FieldPath field : fields) {
            Optional<ColumnSample> column = column(field);
            if (column.isEmpty()) {
                return OptionalDouble.empty();
            }
            product *= column.get().distinct(records);
        }
        return OptionalDouble.of(product);
    }

    private double guess(Set<FieldPath> fields) {
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
