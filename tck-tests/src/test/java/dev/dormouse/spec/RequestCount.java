package dev.dormouse.spec;

import dev.dormouse.store.Change;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.LockStrength;
import dev.dormouse.store.PreparedPlan;
import dev.dormouse.store.RowCursor;
import dev.dormouse.store.Store;
import dev.dormouse.store.StoreFeatures;
import dev.dormouse.store.StoreProvider;
import dev.dormouse.store.StoreTransaction;
import dev.dormouse.store.TableStatistics;
import dev.dormouse.store.TransactionOptions;
import dev.dormouse.store.catalog.Catalog;
import dev.dormouse.store.catalog.SchemaChange;
import dev.dormouse.store.evaluate.Counters;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.plan.Plan;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the engine asks of the stores at watched addresses: each read by key or keys and each run of a plan is one request. It stands before the real provider of
 * an address, whatever the store. The service loader makes it; all state is shared.
 */
public final class RequestCount implements StoreProvider {

    private static final Set<String> WATCHED = ConcurrentHashMap.newKeySet();
    private static final List<String> REQUESTS = Collections.synchronizedList(new ArrayList<>());

    /** Made by the service loader. */
    public RequestCount() {}

    /** Watches the stores that are opened at an address from now on. */
    public static void watch(String url) {
        WATCHED.add(url);
    }

    /** Watches no address any more. */
    public static void forget() {
        WATCHED.clear();
        REQUESTS.clear();
    }

    /** Returns what was asked while something was done. */
    public static List<String> during(Runnable work) {
        REQUESTS.clear();
        work.run();
        return List.copyOf(REQUESTS);
    }

    @Override
    public boolean accepts(String url) {
        return WATCHED.contains(url);
    }

    @Override
    public Store open(String url, Map<String, String> settings) {
        return new CountedStore(ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> !(provider instanceof RequestCount) && provider.accepts(url))
                .findFirst()
                .orElseThrow()
                .open(url, settings));
    }

    private static StoreTransaction plain(StoreTransaction transaction) {
        return transaction instanceof CountedTransaction counted ? counted.real : transaction;
    }

    private record CountedPlan(PreparedPlan real) implements PreparedPlan {
        @Override
        public RowCursor open(StoreTransaction transaction, Frame frame, Counters counters) {
            REQUESTS.add("run " + real.describe());
            return real.open(plain(transaction), frame, counters);
        }

        @Override
        public String describe() {
            return real.describe();
        }
    }

    private record CountedTransaction(StoreTransaction real) implements StoreTransaction {
        @Override
        public @Nullable RecordView get(TableDefinition table, Key key) {
            REQUESTS.add("get " + table.name() + " " + key);
            return real.get(table, key);
        }

        @Override
        public List<@Nullable RecordView> get(TableDefinition table, List<Key> keys) {
            REQUESTS.add("get " + table.name() + " " + keys.size() + " keys");
            return real.get(table, keys);
        }

        @Override
        public void apply(List<Change> changes) {
            real.apply(changes);
        }

        @Override
        public void lock(TableDefinition table, Key key, LockStrength strength, Duration timeout) {
            real.lock(table, key, strength, timeout);
        }

        @Override
        public void commit() {
            real.commit();
        }

        @Override
        public void rollback() {
            real.rollback();
        }

        @Override
        public boolean isActive() {
            return real.isActive();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record CountedStore(Store real) implements Store {
        @Override
        public StoreFeatures features() {
            return real.features();
        }

        @Override
        public Catalog catalog() {
            return real.catalog();
        }

        @Override
        public Catalog change(List<SchemaChange> changes) {
            return real.change(changes);
        }

        @Override
        public StoreTransaction begin(TransactionOptions options) {
            return new CountedTransaction(real.begin(options));
        }

        @Override
        public Optional<PreparedPlan> prepare(Plan plan) {
            return real.prepare(plan).map(CountedPlan::new);
        }

        @Override
        public long take(String sequence, int count) {
            return real.take(sequence, count);
        }

        @Override
        public TableStatistics statistics(TableDefinition table) {
            return real.statistics(table);
        }

        @Override
        public List<RecordView> sample(TableDefinition table) {
            return real.sample(table);
        }

        @Override
        public CheckReport check() {
            return real.check();
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return real.unwrap(type);
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type, Supplier<@Nullable StoreTransaction> current) {
            return real.unwrap(type, () -> {
                StoreTransaction transaction = current.get();
                return transaction == null ? null : plain(transaction);
            });
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
