package dev.dormouse.internal.session;

import dev.dormouse.internal.context.EntityInspection;
import dev.dormouse.store.StoreException;
import jakarta.persistence.Cache;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.Query;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SynchronizationType;
import jakarta.persistence.TypedQueryReference;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.metamodel.Metamodel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The factory of one persistence unit (specification, section 7.4). Thread-safe. */
public final class DormouseEntityManagerFactory implements EntityManagerFactory {

    private static final System.Logger LOG = System.getLogger(DormouseEntityManagerFactory.class.getName());

    /** How long a closing factory waits for a thread that is inside a call of one of its managers. */
    private static final int MOST_RUNS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionUnit unit;
    private final Set<EntitySession> sessions =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final PersistenceUnitUtil unitUtil;
    private final Runnable whenClosed;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private final BooleanSupplier isStillOpen = isOpen::get;

    /**
     * Makes the factory of a composed unit.
     *
     * @param whenClosed closes what was opened for it
     */
    public DormouseEntityManagerFactory(SessionUnit unit, Runnable whenClosed) {
        this.unit = unit;
        this.unitUtil =
                new UnitInspection(new EntityInspection(unit.newest().get().types()));
        this.whenClosed = whenClosed;
    }

    private void checkOpen(String method) {
        if (!isOpen.get()) {
            throw new IllegalStateException(SessionMessages.FACTORY_CLOSED.text(method));
        }
    }

    @Override
    public EntityManager createEntityManager() {
        return createEntityManager(Map.of());
    }

    @Override
    public EntityManager createEntityManager(@Nullable Map<?, ?> map) {
        checkOpen("createEntityManager");
        EntitySession session = new EntitySession(unit, isStillOpen);
        if (map != null && !map.isEmpty()) {
            map.forEach((key, value) -> session.property(String.valueOf(key), value));
        }
        sessions.add(session);
        if (!isOpen.get()) {
            session.endWithFactory(PATIENCE);
            checkOpen("createEntityManager");
        }
        return new DormouseEntityManager(this, session);
    }

    @Override
    public EntityManager createEntityManager(SynchronizationType synchronizationType) {
        return createEntityManager(synchronizationType, Map.of());
    }

    @Override
    public EntityManager createEntityManager(SynchronizationType synchronizationType, @Nullable Map<?, ?> map) {
        checkOpen("createEntityManager");
        throw new IllegalStateException(SessionMessages.NO_SYNCHRONIZATION.text(unit.name()));
    }

    @Override
    public CriteriaBuilder getCriteriaBuilder() {
        checkOpen("getCriteriaBuilder");
        throw Refusals.criteria("getCriteriaBuilder");
    }

    @Override
    public Metamodel getMetamodel() {
        checkOpen("getMetamodel");
        throw Refusals.metamodel();
    }

    @Override
    public boolean isOpen() {
        return isOpen.get();
    }

    @Override
    public void close() {
        checkOpen("close");
        if (isOpen.compareAndSet(true, false)) {
            try {
                endSessions();
            } finally {
                whenClosed.run();
            }
        }
    }

    /** Forgets a manager that was closed and has nothing open. */
    void forget(EntitySession session) {
        sessions.remove(session);
    }

    private void endSessions() {
        List<EntitySession> open;
        synchronized (sessions) {
            open = new ArrayList<>(sessions);
        }
        PersistenceException failure = null;
        for (EntitySession session : open) {
            try {
                if (!session.endWithFactory(PATIENCE)) {
                    LOG.log(System.Logger.Level.WARNING, SessionMessages.STILL_BUSY.text(unit.name()));
                }
            } catch (PersistenceException refused) {
                if (failure == null) {
                    failure = refused;
                } else {
                    failure.addSuppressed(refused);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public String getName() {
        checkOpen("getName");
        return unit.name();
    }

    @Override
    public Map<String, Object> getProperties() {
        checkOpen("getProperties");
        Map<String, Object> properties = new TreeMap<>(unit.settings().standard());
        properties.putAll(unit.settings().values().texts());
        return Collections.unmodifiableMap(properties);
    }

    /** There is no second-level cache. */
    @Override
    public @Nullable Cache getCache() {
        checkOpen("getCache");
        return null;
    }

    @Override
    public PersistenceUnitUtil getPersistenceUnitUtil() {
        checkOpen("getPersistenceUnitUtil");
        return unitUtil;
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        checkOpen("getTransactionType");
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public SchemaManager getSchemaManager() {
        checkOpen("getSchemaManager");
        return unit.schema();
    }

    @Override
    public void addNamedQuery(String name, Query query) {
        checkOpen("addNamedQuery");
        unit.queries().addNamedQuery(name, query);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        checkOpen("unwrap");
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        if (type.isInstance(unit.store())) {
            return type.cast(unit.store());
        }
        return unit.store()
                .unwrap(type)
                .orElseThrow(() -> new PersistenceException(
                        SessionMessages.CANNOT_UNWRAP.text("EntityManagerFactory", type.getName())));
    }

    @Override
    public <T> void addNamedEntityGraph(String graphName, EntityGraph<T> entityGraph) {
        checkOpen("addNamedEntityGraph");
        throw Refusals.entityGraph("addNamedEntityGraph");
    }

    @Override
    public <R> Map<String, TypedQueryReference<R>> getNamedQueries(Class<R> resultType) {
        checkOpen("getNamedQueries");
        return unit.queries().namedQueries(resultType);
    }

    @Override
    public <E> Map<String, EntityGraph<? extends E>> getNamedEntityGraphs(Class<E> entityType) {
        checkOpen("getNamedEntityGraphs");
        return Map.of();
    }

    @Override
    public void runInTransaction(Consumer<EntityManager> work) {
        callInTransaction(manager -> {
            work.accept(manager);
            return true;
        });
    }

    @Override
    public <R> R callInTransaction(Function<EntityManager, R> work) {
        for (int run = 1; ; run++) {
            checkOpen("callInTransaction");
            try {
                return callOnce(work);
            } catch (RuntimeException e) {
                if (run == MOST_RUNS || !repeatsWork(e)) {
                    throw e;
                }
            }
        }
    }

    /** Tells whether the store asks for the work to be done again. */
    private static boolean repeatsWork(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException store && store.repeatsWork()) {
                return true;
            }
        }
        return false;
    }

    private <R> R callOnce(Function<EntityManager, R> work) {
        EntityManager manager = createEntityManager();
        try {
            manager.getTransaction().begin();
            R result = work.apply(manager);
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().commit();
            }
            return result;
        } finally {
            end(manager);
        }
    }

    private static void end(EntityManager manager) {
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } finally {
            if (manager.isOpen()) {
                manager.close();
            }
        }
    }
}
