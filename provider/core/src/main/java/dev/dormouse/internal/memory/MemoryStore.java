package dev.dormouse.internal.memory;

import dev.dormouse.failure.StoreMessages;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Isolation;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.StoreFeatures;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.writeset.ConsistencyCheck;
import dev.dormouse.store.writeset.IndexEstimate;
import dev.dormouse.store.writeset.RecordSample;
import dev.dormouse.store.writeset.Snapshot;
import dev.dormouse.store.writeset.WriteSetTransaction;
import dev.dormouse.store.writeset.scan.MapPlans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** One user's handle of a memory database. */
final class MemoryStore implements Store {

    private static final StoreFeatures FEATURES =
            new StoreFeatures("memory", Set.of(Isolation.values()), true, true, false, 0);

    private final MemoryDatabase database;
    private final Runnable onClose;
    private final AtomicBoolean closed = new AtomicBoolean();

    MemoryStore(MemoryDatabase database, Runnable onClose) {
        this.database = database;
        this.onClose = onClose;
    }

    private MemoryDatabase open() {
        if (closed.get()) {
            throw new StoreException(StoreMessages.STORE_CLOSED.text("memory"));
        }
        return database;
    }

    @Override
    public StoreFeatures features() {
        return FEATURES;
    }

    @Override
    public Catalog catalog() {
        return open().newest().catalog();
    }

    @Override
    public Catalog change(List<SchemaChange> changes) {
        database.probe().requested("change", changes);
        return open().change(changes);
    }

    @Override
    public StoreTransaction begin(TransactionOptions options) {
        database.probe().requested("begin", options.isolation());
        StoreTransaction transaction = new WriteSetTransaction(open(), FEATURES, options);
        return database.probe().isRecording() ? new RecordedTransaction(transaction, database.probe()) : transaction;
    }

    @Override
    public Optional<PreparedPlan> prepare(Plan plan) {
        return MapPlans.prepare(plan).map(prepared -> new RecordedPlan(prepared, database.probe()));
    }

    @Override
    public long take(String sequence, int count) {
        return open().take(sequence, count);
    }

    @Override
    public TableStatistics statistics(TableDefinition table) {
        MemoryState state = open().newest();
        TableDefinition known = state.catalog().table(table.id());
        if (known == null) {
            throw new StoreException(StoreMessages.NO_SUCH_TABLE.text(table.name()));
        }
        long records = state.table(known).records().size();
        try (Snapshot snapshot = database.snapshot()) {
            Map<String, Long> distinct = IndexEstimate.distinctKeys(snapshot, known, records);
            return new TableStatistics(records, distinct);
        }
    }

    @Override
    public List<RecordView> sample(TableDefinition table) {
        try (Snapshot snapshot = open().snapshot()) {
            return RecordSample.of(snapshot, table);
        }
    }

    @Override
    public CheckReport check() {
        try (Snapshot snapshot = open().snapshot()) {
            return new ConsistencyCheck(snapshot).run();
        }
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return type == MemoryProbe.class ? Optional.of(type.cast(database.probe())) : Optional.empty();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.run();
        }
    }
}
