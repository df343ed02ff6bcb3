package dev.dormouse.lmdb.internal.store;

import dev.dormouse.lmdb.internal.environment.KeyMemory;
import dev.dormouse.lmdb.internal.failure.LmdbMessages;
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
import dev.dormouse.store.writeset.IndexEstimate;
import dev.dormouse.store.writeset.RecordSample;
import dev.dormouse.store.writeset.SchemaWork;
import dev.dormouse.store.writeset.scan.MapPlans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One user's handle of an LMDB store. */
final class LmdbStore implements Store {

    static final StoreFeatures FEATURES =
            new StoreFeatures("LMDB", Set.of(Isolation.values()), true, true, false, KeyMemory.LIMIT);

    private static final Duration SCHEMA_TIMEOUT = Duration.ofMinutes(10);

    private final LmdbMapStore shared;
    private final StoreFacet facet;
    private final AtomicBoolean closed = new AtomicBoolean();

    LmdbStore(LmdbMapStore shared, StoreFacet facet) {
        this.shared = shared;
        this.facet = facet;
    }

    private LmdbMapStore open() {
        if (closed.get()) {
            throw new StoreException(
                    LmdbMessages.CLOSED.text(shared.environment().options().folder()));
        }
        return shared;
    }

    @Override
    public StoreFeatures features() {
        return FEATURES;
    }

    @Override
    public Catalog catalog() {
        return open().catalog();
    }

    @Override
    public Catalog change(List<SchemaChange> changes) {
        open().commit(newest -> new SchemaWork(newest, shared.commits()).run(changes), SCHEMA_TIMEOUT);
        return shared.catalog();
    }

    @Override
    public StoreTransaction begin(TransactionOptions options) {
        return open().begin(options);
    }

    @Override
    public Optional<PreparedPlan> prepare(Plan plan) {
        return MapPlans.prepare(plan);
    }

    @Override
    public long take(String sequence, int count) {
        return open().take(sequence, count);
    }

    @Override
    public TableStatistics statistics(TableDefinition table) {
        try (LmdbSnapshot snapshot = open().snapshot("statistics of " + table)) {
            LmdbTable known = snapshot.tables().table(table);
            long records = snapshot.count(table);
            return new TableStatistics(records, IndexEstimate.distinctKeys(snapshot, known.definition(), records));
        }
    }

    @Override
    public List<RecordView> sample(TableDefinition table) {
        try (LmdbSnapshot snapshot = open().snapshot("sample of " + table)) {
            return RecordSample.of(snapshot, table);
        }
    }

    @Override
    public CheckReport check() {
        return open().check();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        return unwrap(type, () -> null);
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type, Supplier<@Nullable StoreTransaction> current) {
        return type.isInstance(shared.environment())
                ? Optional.of(type.cast(shared.environment()))
                : facet.unwrap(type, this, shared, current);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            shared.environment().close();
        }
    }
}
