package dev.dormouse.internal.optimize.access;

import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.record.TableDefinition;

/** Where the counts of records and keys come from. */
@FunctionalInterface
public interface Statistics {

    TableStatistics of(TableDefinition table);
}
