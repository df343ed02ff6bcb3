package dev.dormouse.mongodb.internal.store;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.dormouse.failure.StoreMessages;
import dev.dormouse.mongodb.internal.failure.MongoMessages;
import dev.dormouse.mongodb.internal.scan.PreparedFind;
import dev.dormouse.mongodb.internal.schema.IndexDifferences;
import dev.dormouse.mongodb.internal.transaction.MongoTransaction;
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
import dev.dormouse.store.plan.ReadFields;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One user's handle of a store on MongoDB. */
final class MongoStore implements Store {

    private final SharedStore shared;
    private final StoreFeatures features;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<MongoTransaction> transactions = ConcurrentHashMap.newKeySet();

    MongoStore(SharedStore shared) {
        this.shared = shared;
        boolean transactions = shared.connection().options().transactional();
        this.features = new StoreFeatures(
                "MongoDB",
                transactions ? Set.of(Isolation.READ_COMMITTED, Isolation.SNAPSHOT) : Set.of(Isolation.READ_COMMITTED),
                transactions,
                true,
                true,
                0,
                transactions,
                true);
    }

    private SharedStore open() {
        if (closed.get()) {
            throw new StoreException(
                    MongoMessages.CLOSED.text(shared.connection().address()));
        }
        return shared;
    }

    @Override
    public StoreFeatures features() {
        return features;
    }

    @Override
    public Catalog catalog() {
        return open().catalog();
    }

    @Override
    public Catalog change(List<SchemaChange> changes) {
        return open().change(changes);
    }

    @Override
    public StoreTransaction begin(TransactionOptions options) {
        if (!features.isolations().contains(options.isolation())) {
            throw new StoreException(
                    StoreMessages.NO_SUCH_ISOLATION.text(options.isolation(), features.name(), features.isolations()));
        }
        return new MongoTransaction(open().workplace(), options, transactions);
    }

    @Override
    public Optional<PreparedPlan> prepare(Plan plan) {
        return PreparedFind.prepare(plan, null);
    }

    @Override
    public Optional<PreparedPlan> prepare(Plan plan, ReadFields read) {
        return PreparedFind.prepare(plan, read);
    }

    @Override
    public long take(String sequence, int count) {
        return open().take(sequence, count);
    }

    @Override
    public TableStatistics statistics(TableDefinition table) {
        return new Statistics(open().workplace()).of(table);
    }

    @Override
    public List<RecordView> sample(TableDefinition table) {
        return new Statistics(open().workplace()).sample(table);
    }

    @Override
    public List<String> differences(TableDefinition table) {
        return IndexDifferences.of(open().workplace().forms(), table);
    }

    @Override
    public CheckReport check() {
        return new ServerCheck(open()).run();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type) {
        if (type == MongoClient.class) {
            return Optional.of(type.cast(open().connection().client()));
        }
        return type == MongoDatabase.class
                ? Optional.of(type.cast(open().connection().database()))
                : Optional.empty();
    }

    @Override
    public <T> Optional<T> unwrap(Class<T> type, Supplier<@Nullable StoreTransaction> current) {
        if (type != ClientSession.class) {
            return unwrap(type);
        }
        return current.get() instanceof MongoTransaction transaction
                ? transaction.session().map(type::cast)
                : Optional.empty();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // The client may be one that the application goes on using.
            transactions.forEach(MongoTransaction::abandon);
            SharedStores.leave(shared);
        }
    }
}
