package dev.dormouse.internal.session;

import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityTypes;
import dev.dormouse.internal.context.PersistenceContext;
import dev.dormouse.internal.context.cascade.LifeCycle;
import dev.dormouse.internal.context.cascade.Merge;
import dev.dormouse.internal.context.load.EntityLoader;
import dev.dormouse.internal.context.load.EntityLocks;
import dev.dormouse.internal.query.StatementCompiler;
import dev.dormouse.internal.transaction.Confinement;
import dev.dormouse.internal.transaction.StoreFailures;
import dev.dormouse.internal.transaction.TransactionScope;
import dev.dormouse.store.StoreException;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one entity manager works with: its context, transactions and properties. Queries get it, too; every call of theirs goes through
 * {@link #call}.
 */
public final class EntitySession {

    private final SessionUnit unit;
    private final BooleanSupplier isFactoryOpen;
    private final Confinement confinement = new Confinement();
    private final TransactionScope transactions;
    /** The factory keeps its sessions in a hash table, and the identity hash of a new object takes longer than many a read. */
    private final int hash = ThreadLocalRandom.current().nextInt();

    /** Replaced by the first that is set. */
    private Map<String, Object> properties = Map.of();

    private FlushModeType flushMode = FlushModeType.AUTO;
    private UnitOfWork work;
    private volatile boolean isOpen = true;

    EntitySession(SessionUnit unit, BooleanSupplier isFactoryOpen) {
        this.unit = unit;
        this.isFactoryOpen = isFactoryOpen;
        this.transactions = new TransactionScope(unit.store(), unit.transactions(), confinement);
        this.work = new UnitOfWork(unit.newest().get(), transactions, unit.defaults());
        transactions.enlist(() -> work.flusher());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns what all entity managers of the factory share. */
    public SessionUnit unit() {
        return unit;
    }

    /** Returns the entities of the unit, as the context knows them. */
    EntityTypes types() {
        return work.unit().types();
    }

    StatementCompiler compiler() {
        return work.unit().compiler();
    }

    /** Returns the transactions. */
    public TransactionScope transactions() {
        return transactions;
    }

    /** Returns the persistence context. */
    public PersistenceContext context() {
        return work.context();
    }

    /** Returns what reads entities into the context. */
    public EntityLoader loader() {
        return work.loader();
    }

    EntityLocks locks() {
        return work.locks();
    }

    LifeCycle lifeCycle() {
        return work.lifeCycle();
    }

    Object merge(Object instance) {
        return new Merge(work.lifeCycle()).merge(instance);
    }

    /** Returns the flush mode of the entity manager. */
    public FlushModeType flushMode() {
        return flushMode;
    }

    void flushMode(FlushModeType mode) {
        flushMode = mode;
    }

    /** Returns the properties that were set on the entity manager. */
    public Map<String, Object> properties() {
        return properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(properties);
    }

    void property(String key, @Nullable Object value) {
        SessionHints.check(key, value);
        Map<String, Object> changed = new TreeMap<>(properties);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        properties = changed;
    }

    /** Flushes; needs an active transaction. */
    public void flush() {
        transactions.require("flush");
        work.flusher().flushNow();
    }

    /** Flushes before a query, if a transaction is active and the mode wants it. */
    public void flushBeforeQuery(FlushModeType mode) {
        if (mode == FlushModeType.AUTO && transactions.isActive()) {
            work.flusher().flushNow();
        }
    }

    /** Returns whether the entity manager is open, and its factory. */
    public boolean isOpen() {
        return isOpen && isFactoryOpen.getAsBoolean();
    }

    /** Refuses a call on a closed entity manager. */
    public void checkOpen(String method) {
        if (!isOpen()) {
            throw new IllegalStateException(SessionMessages.MANAGER_CLOSED.text(method));
        }
    }

    /** Lets all entities go. */
    void clear() {
        try {
            work.context().loadAccessed(null);
        } finally {
            work.context().clear();
        }
    }

    void close() {
        try {
            work.context().loadAccessed(null);
        } finally {
            end();
        }
    }

    /**
     * Ends what the manager has open because its factory is closed: an active transaction is rolled back, whatever thread began it. A thread that
     * is inside a call is waited for.
     *
     * @return whether it could be ended
     */
    boolean endWithFactory(Duration patience) {
        if (!confinement.takeOver(patience)) {
            return false;
        }
        try {
            isOpen = false;
            transactions.closeReads();
            if (transactions.isActive()) {
                transactions.rollback();
            }
            work.context().clear();
            return true;
        } finally {
            confinement.leave();
        }
    }

    private void end() {
        isOpen = false;
        transactions.closeReads();
        if (transactions.isActive()) {
            work.context().endWithTransaction();
        } else {
            work.context().clear();
        }
    }

    /**
     * Runs one call of the application: on an open entity manager, by one thread; a failure marks the active transaction for rollback.
     *
     * @param method the name of the method, for messages
     */
    @SuppressWarnings("NullAway") // null only where the supplier returns it
    public <T extends @Nullable Object> T call(String method, Supplier<T> call) {
        return call(method, (session, given, same) -> given.get(), call, call);
    }

    /** A call with two arguments, so that what is called most often needs no object. */
    @FunctionalInterface
    interface Call<A, B, T> {
        @Nullable
        T on(EntitySession session, A first, B second);
    }

    /** As {@link #call(String, Supplier)}. */
    <A, B, T> @Nullable T call(String method, Call<A, B, T> call, A first, B second) {
        checkOpen(method);
        confinement.enter();
        try {
            followTables();
            return translated(call, first, second);
        } catch (RuntimeException | Error failure) {
            if (!isExcepted(failure)) {
                transactions.fail(failure);
            }
            throw failure;
        } finally {
            confinement.leave();
        }
    }

    /** Takes the tables as they are now, if they were created anew; what the context holds keeps it with the old ones. */
    private void followTables() {
        if (work.context().isEmpty()) {
            BoundUnit newest = unit.newest().get();
            if (newest.types() != work.unit().types()) {
                transactions.closeReads();
                work = new UnitOfWork(newest, transactions, unit.defaults());
                transactions.enlist(() -> work.flusher());
            }
        }
    }

    private <A, B, T> @Nullable T translated(Call<A, B, T> call, A first, B second) {
        try {
            return call.on(this, first, second);
        } catch (StoreException refused) {
            throw StoreFailures.translate(refused, null);
        }
    }

    /** As {@link #call}, without a result. */
    public void run(String method, Runnable call) {
        call(method, () -> {
            call.run();
            return true;
        });
    }

    /** These leave the transaction as it is (section 3.12). */
    private static boolean isExcepted(Throwable failure) {
        return failure instanceof NoResultException
                || failure instanceof NonUniqueResultException
                || failure instanceof LockTimeoutException
                || failure instanceof QueryTimeoutException;
    }

    /** Returns the entry of a managed instance with its state. */
    @Nullable
    EntityEntry managed(Object instance) {
        EntityEntry entry = work.context().entry(instance);
        return entry != null && entry.isManaged() ? entry : null;
    }
}
