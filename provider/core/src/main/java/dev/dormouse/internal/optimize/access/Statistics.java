package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;

/** Where the counts of records and keys come from. */
@FunctionalInterface
public interface Statistics {

    TableStatistics of(TableDefinition table);

    /** Returns some records from all over a table; none if nothing is known of its values. */
    default List<RecordView> sample(TableDefinition table) {
        return List.of();
    }
}
