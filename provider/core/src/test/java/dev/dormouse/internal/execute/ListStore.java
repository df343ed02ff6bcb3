package dev.dormouse.internal.execute;

import dev.dormouse.store.Change;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreFeatures;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.plan.Filter;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.plan.PlanTree;
import dev.dormouse.store.plan.Scan;
import dev.dormouse.store.record.IndexPart;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tables as sorted lists, for tests of the engine alone. It takes scans and filters over them, no more, and its views are good for one row
 * only, so that whoever keeps one without retaining it is found out.
 */
public final class ListStore implements Store {

    private final Map<String, TreeMap<Key, Record>> tables = new LinkedHashMap<>();
    private final List<TableDefinition> definitions = new ArrayList<>();
    /** Every list of changes that came in. */
    public final List<List<Change>> applied = new ArrayList<>();

    private boolean remote;

    /** Lets it be asked as a store behind a network is. */
    public ListStore remote() {
        remote = true;
        return this;
    }

    public ListStore table(TableDefinition definition, Record... records) {
        definitions.add(definition);
        TreeMap<Key, Record> byKey = new TreeMap<>();
        for (Record record : records) {
            byKey.put(definition.keyOf(record), record);
        }
        tables.put(definition.name(), byKey);
        return this;
    }

    public Map<Key, Record> records(TableDefinition definition) {
        TreeMap<Key, Record> records = tables.get(definition.name());
        if (records == null) {
            throw new AssertionError("no table " + definition);
        }
        return records;
    }

    @Override
    public StoreFeatures features() {
        return new StoreFeatures("lists", Set.of(Isolation.READ_COMMITTED), false, false, true, 0, false, remote);
    }

    @Override
    public Catalog catalog() {
        return Catalog.of(1, definitions, List.of());
    }

    @Override
    public Optional<PreparedPlan> prepare(Plan plan) {
        if (plan instanceof Scan scan) {
            return Optional.of(new ListPlan(this, scan, Expression.Literal.TRUE));
        }
        if (plan instanceof Filter filter && filter.input() instanceof Scan scan && !PlanTree.hasSubquery(filter)) {
            return Optional.of(new ListPlan(this, scan, filter.condition()));
        }
        return Optional.empty();
    }

    @Override
    public TableStatistics statistics(TableDefinition table) {
        Map<String, Long> distinct = new HashMap<>();
        table.indexes().forEach(index -> {
            Set<Key> keys = new HashSet<>();
            records(table)
                    .values()
                    .forEach(r -> keys.add(Key.of(
                            r, index.parts().stream().map(IndexPart::path).toList())));
            distinct.put(index.name(), (long) keys.size());
        });
        return new TableStatistics(records(table).size(), distinct);
    }

    @Override
    public StoreTransaction begin(TransactionOptions options) {
        return new ListTransaction();
    }

    @Override
    public Catalog change(List<SchemaChange> changes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long take(String sequence, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckReport check() {
        return new CheckReport(0, 0, List.of());
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public void close() {}

    /** Applies at once. */
    private final class ListTransaction implements StoreTransaction {
        @Override
        public @Nullable RecordView get(TableDefinition table, Key key) {
            return records(table).get(key);
        }

        @Override
        public void apply(List<Change> changes) {
            applied.add(changes);
            for (Change change : changes) {
                if (change instanceof Change.Delete delete) {
                    records(delete.table()).remove(delete.key());
                } else if (change instanceof Change.Patch patch) {
                    Record record = records(patch.table()).get(patch.key());
                    for (Change.FieldChange field : patch.fields()) {
                        java.util.Objects.requireNonNull(record)
                                .set(field.path(), ((Change.FieldChange.Set) field).value());
                    }
                }
            }
        }

        @Override
        public void lock(TableDefinition table, Key key, LockStrength strength, Duration timeout) {}

        @Override
        public void commit() {}

        @Override
        public void rollback() {}

        @Override
        public boolean isActive() {
            return true;
        }

        @Override
        public void close() {}
    }
}
