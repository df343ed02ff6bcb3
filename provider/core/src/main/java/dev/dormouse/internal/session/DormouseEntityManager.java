package dev.dormouse.internal.session;

import dev.dormouse.internal.context.ContextMessages;
import dev.dormouse.internal.context.EntityEntry;
import dev.dormouse.internal.context.EntityType;
import dev.dormouse.internal.context.LockRequest;
import dev.dormouse.internal.transaction.ResourceTransaction;
import dev.dormouse.settings.DormouseHints;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.CacheStoreMode;
import jakarta.persistence.ConnectionConsumer;
import jakarta.persistence.ConnectionFunction;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.FindOption;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockOption;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import jakarta.persistence.RefreshOption;
import jakarta.persistence.StoredProcedureQuery;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An application-managed, resource-local entity manager (specification, section 3.2). */
final class DormouseEntityManager implements EntityManager {

    private final DormouseEntityManagerFactory factory;
    private final EntitySession session;
    private @Nullable EntityTransaction transaction;

    DormouseEntityManager(DormouseEntityManagerFactory factory, EntitySession session) {
        this.factory = factory;
        this.session = session;
    }

    @Override
    public void persist(Object entity) {
        session.run("persist", () -> session.lifeCycle().persist(entity));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T merge(T entity) {
        return session.call("merge", () -> (T) session.merge(entity));
    }

    @Override
    public void remove(Object entity) {
        session.run("remove", () -> session.lifeCycle().remove(entity));
    }

    @Override
    public <T> @Nullable T find(Class<T> entityClass, Object primaryKey) {
        return session.call("find", DormouseEntityManager::found, entityClass, primaryKey);
    }

    @Override
    public <T> @Nullable T find(Class<T> entityClass, Object primaryKey, Map<String, Object> properties) {
        return session.call("find", () -> load(entityClass, primaryKey, lock(null, properties)));
    }

    @Override
    public <T> @Nullable T find(Class<T> entityClass, Object primaryKey, LockModeType lockMode) {
        return session.call("find", () -> load(entityClass, primaryKey, lock(lockMode, Map.of())));
    }

    @Override
    public <T> @Nullable T find(
            Class<T> entityClass, Object primaryKey, LockModeType lockMode, Map<String, Object> properties) {
        return session.call("find", () -> load(entityClass, primaryKey, lock(lockMode, properties)));
    }

    @Override
    public <T> @Nullable T find(Class<T> entityClass, Object primaryKey, FindOption... options) {
        return session.call("find", () -> load(entityClass, primaryKey, lock(null, (Object[]) options)));
    }

    @Override
    public <T> T find(EntityGraph<T> entityGraph, Object primaryKey, FindOption... options) {
        return refuse("find", () -> Refusals.entityGraph("find(EntityGraph)"));
    }

    private static <T> @Nullable T found(EntitySession session, Class<T> entityClass, Object primaryKey) {
        EntityType type = session.types().ofClass(entityClass);
        return entityClass.cast(session.loader().findById(type, primaryKey, LockRequest.NONE));
    }

    private <T> @Nullable T load(Class<T> entityClass, Object primaryKey, LockRequest lock) {
        EntityType type = session.types().ofClass(entityClass);
        return entityClass.cast(session.loader().findById(type, primaryKey, lock));
    }

    private LockRequest lock(@Nullable LockModeType mode, @Nullable Map<String, Object> hints) {
        return SessionHints.lock(
                mode, hints, session.properties(), session.unit().defaults().lockTimeout());
    }

    private LockRequest lock(@Nullable LockModeType mode, Object[] options) {
        return SessionHints.lock(
                mode, options, session.properties(), session.unit().defaults().lockTimeout());
    }

    @Override
    public <T> T getReference(Class<T> entityClass, Object primaryKey) {
        return session.call("getReference", () -> {
            EntityType type = session.types().ofClass(entityClass);
            return entityClass.cast(session.loader().referenceById(type, primaryKey));
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getReference(T entity) {
        return session.call("getReference", () -> {
            EntityType type = session.types().ofInstance(entity);
            return (T) session.loader().referenceTo(type, entity);
        });
    }

    @Override
    public void flush() {
        session.run("flush", session::flush);
    }

    @Override
    public void setFlushMode(FlushModeType flushMode) {
        session.run("setFlushMode", () -> session.flushMode(Objects.requireNonNull(flushMode, "flushMode")));
    }

    @Override
    public FlushModeType getFlushMode() {
        return session.call("getFlushMode", session::flushMode);
    }

    @Override
    public void lock(Object entity, LockModeType lockMode) {
        session.run("lock", () -> lockManaged(entity, lock(lockMode, Map.of())));
    }

    @Override
    public void lock(Object entity, LockModeType lockMode, Map<String, Object> properties) {
        session.run("lock", () -> lockManaged(entity, lock(lockMode, properties)));
    }

    @Override
    public void lock(Object entity, LockModeType lockMode, LockOption... options) {
        session.run("lock", () -> lockManaged(entity, lock(lockMode, (Object[]) options)));
    }

    private void lockManaged(Object entity, LockRequest request) {
        session.transactions().require("lock");
        EntityEntry entry = managed(entity, "lock()");
        session.loader().load(entry);
        session.locks().lock(entry, request);
    }

    private EntityEntry managed(Object entity, String method) {
        EntityType type = session.types().ofInstance(entity);
        EntityEntry entry = session.managed(entity);
        if (entry == null) {
            throw new IllegalArgumentException(ContextMessages.NOT_MANAGED.text(type.name(), method));
        }
        return entry;
    }

    @Override
    public void refresh(Object entity) {
        session.run("refresh", () -> session.lifeCycle().refresh(entity, LockRequest.NONE));
    }

    @Override
    public void refresh(Object entity, Map<String, Object> properties) {
        session.run("refresh", () -> session.lifeCycle().refresh(entity, lock(null, properties)));
    }

    @Override
    public void refresh(Object entity, LockModeType lockMode) {
        session.run("refresh", () -> session.lifeCycle().refresh(entity, lock(lockMode, Map.of())));
    }

    @Override
    public void refresh(Object entity, LockModeType lockMode, Map<String, Object> properties) {
        session.run("refresh", () -> session.lifeCycle().refresh(entity, lock(lockMode, properties)));
    }

    @Override
    public void refresh(Object entity, RefreshOption... options) {
        session.run("refresh", () -> session.lifeCycle().refresh(entity, lock(null, (Object[]) options)));
    }

    @Override
    public void clear() {
        session.run("clear", session::clear);
    }

    @Override
    public void detach(Object entity) {
        session.run("detach", () -> session.lifeCycle().detach(entity));
    }

    @Override
    public boolean contains(Object entity) {
        return session.call("contains", () -> {
            session.types().ofInstance(entity);
            return session.managed(entity) != null;
        });
    }

    @Override
    public LockModeType getLockMode(Object entity) {
        return session.call("getLockMode", () -> {
            session.transactions().require("getLockMode");
            return managed(entity, "getLockMode()").lockMode();
        });
    }

    @Override
    public void setCacheRetrieveMode(CacheRetrieveMode cacheRetrieveMode) {
        setProperty(DormouseHints.CACHE_RETRIEVE_MODE, cacheRetrieveMode);
    }

    @Override
    public void setCacheStoreMode(CacheStoreMode cacheStoreMode) {
        setProperty(DormouseHints.CACHE_STORE_MODE, cacheStoreMode);
    }

    @Override
    public CacheRetrieveMode getCacheRetrieveMode() {
        return session.call(
                "getCacheRetrieveMode",
                () -> SessionHints.constant(
                        DormouseHints.CACHE_RETRIEVE_MODE,
                        session.properties().getOrDefault(DormouseHints.CACHE_RETRIEVE_MODE, CacheRetrieveMode.USE),
                        CacheRetrieveMode.class));
    }

    @Override
    public CacheStoreMode getCacheStoreMode() {
        return session.call(
                "getCacheStoreMode",
                () -> SessionHints.constant(
                        DormouseHints.CACHE_STORE_MODE,
                        session.properties().getOrDefault(DormouseHints.CACHE_STORE_MODE, CacheStoreMode.USE),
                        CacheStoreMode.class));
    }

    @Override
    public void setProperty(String propertyName, @Nullable Object value) {
        session.run("setProperty", () -> session.property(propertyName, value));
    }

    @Override
    public Map<String, Object> getProperties() {
        return session.properties();
    }

    @Override
    public Query createQuery(String qlString) {
        return session.call("createQuery", () -> queries().query(session, qlString, null));
    }

    @Override
    public <T> TypedQuery<T> createQuery(String qlString, Class<T> resultClass) {
        return session.call("createQuery", () -> queries().query(session, qlString, resultClass));
    }

    @Override
    public <T> TypedQuery<T> createQuery(TypedQueryReference<T> reference) {
        return session.call("createQuery", () -> queries().query(session, reference));
    }

    @Override
    public Query createNamedQuery(String name) {
        return session.call("createNamedQuery", () -> queries().namedQuery(session, name, null));
    }

    @Override
    public <T> TypedQuery<T> createNamedQuery(String name, Class<T> resultClass) {
        return session.call("createNamedQuery", () -> queries().namedQuery(session, name, resultClass));
    }

    private QueryFactory queries() {
        return session.unit().queries();
    }

    @Override
    public <T> TypedQuery<T> createQuery(CriteriaQuery<T> criteriaQuery) {
        return refuse("createQuery", () -> Refusals.criteria("createQuery(CriteriaQuery)"));
    }

    @Override
    public <T> TypedQuery<T> createQuery(CriteriaSelect<T> selectQuery) {
        return refuse("createQuery", () -> Refusals.criteria("createQuery(CriteriaSelect)"));
    }

    @Override
    public Query createQuery(CriteriaUpdate<?> updateQuery) {
        return refuse("createQuery", () -> Refusals.criteria("createQuery(CriteriaUpdate)"));
    }

    @Override
    public Query createQuery(CriteriaDelete<?> deleteQuery) {
        return refuse("createQuery", () -> Refusals.criteria("createQuery(CriteriaDelete)"));
    }

    @Override
    public Query createNativeQuery(String sqlString) {
        return refuse("createNativeQuery", () -> Refusals.nativeQuery("createNativeQuery"));
    }

    @Override
    public <T> Query createNativeQuery(String sqlString, Class<T> resultClass) {
        return refuse("createNativeQuery", () -> Refusals.nativeQuery("createNativeQuery"));
    }

    @Override
    public Query createNativeQuery(String sqlString, String resultSetMapping) {
        return refuse("createNativeQuery", () -> Refusals.nativeQuery("createNativeQuery"));
    }

    @Override
    public StoredProcedureQuery createNamedStoredProcedureQuery(String name) {
        return refuse(
                "createNamedStoredProcedureQuery", () -> Refusals.storedProcedure("createNamedStoredProcedureQuery"));
    }

    @Override
    public StoredProcedureQuery createStoredProcedureQuery(String procedureName) {
        return refuse("createStoredProcedureQuery", () -> Refusals.storedProcedure("createStoredProcedureQuery"));
    }

    @Override
    public StoredProcedureQuery createStoredProcedureQuery(String procedureName, Class<?>... resultClasses) {
        return refuse("createStoredProcedureQuery", () -> Refusals.storedProcedure("createStoredProcedureQuery"));
    }

    @Override
    public StoredProcedureQuery createStoredProcedureQuery(String procedureName, String... resultSetMappings) {
        return refuse("createStoredProcedureQuery", () -> Refusals.storedProcedure("createStoredProcedureQuery"));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> T refuse(String method, Supplier<RuntimeException> refusal) {
        return session.call(method, () -> {
            throw refusal.get();
        });
    }

    @Override
    public void joinTransaction() {
        session.run("joinTransaction", () -> session.transactions().require("joinTransaction"));
    }

    @Override
    public boolean isJoinedToTransaction() {
        return session.call(
                "isJoinedToTransaction", () -> session.transactions().isActive());
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return session.call("unwrap", () -> {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            if (type.isInstance(session.unit().store())) {
                return type.cast(session.unit().store());
            }
            return session.unit()
                    .store()
                    .unwrap(type, session.transactions()::active)
                    .orElseThrow(() -> new PersistenceException(
                            SessionMessages.CANNOT_UNWRAP.text("EntityManager", type.getName())));
        });
    }

    @Override
    public Object getDelegate() {
        return session.call("getDelegate", () -> this);
    }

    @Override
    public void close() {
        session.run("close", session::close);
        if (!session.transactions().isActive()) {
            factory.forget(session);
        }
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public EntityTransaction getTransaction() {
        EntityTransaction made = transaction;
        if (made == null) {
            made = new ResourceTransaction(session.transactions(), session::isOpen);
            transaction = made;
        }
        return made;
    }

    @Override
    public EntityManagerFactory getEntityManagerFactory() {
        return session.call("getEntityManagerFactory", () -> factory);
    }

    @Override
    public CriteriaBuilder getCriteriaBuilder() {
        return refuse("getCriteriaBuilder", () -> Refusals.criteria("getCriteriaBuilder"));
    }

    @Override
    public Metamodel getMetamodel() {
        return refuse("getMetamodel", Refusals::metamodel);
    }

    @Override
    public <T> EntityGraph<T> createEntityGraph(Class<T> rootType) {
        return refuse("createEntityGraph", () -> Refusals.entityGraph("createEntityGraph"));
    }

    @Override
    public @Nullable EntityGraph<?> createEntityGraph(String graphName) {
        return session.call("createEntityGraph", () -> null);
    }

    @Override
    public EntityGraph<?> getEntityGraph(String graphName) {
        return session.call("getEntityGraph", () -> {
            throw new IllegalArgumentException(SessionMessages.NO_GRAPH.text(graphName));
        });
    }

    @Override
    public <T> List<EntityGraph<? super T>> getEntityGraphs(Class<T> entityClass) {
        return session.call("getEntityGraphs", () -> {
            session.types().ofClass(entityClass);
            return List.of();
        });
    }

    @Override
    public <C> void runWithConnection(ConnectionConsumer<C> action) {
        session.run("runWithConnection", () -> {
            throw Refusals.connection("runWithConnection");
        });
    }

    @Override
    public <C, T> T callWithConnection(ConnectionFunction<C, T> function) {
        return refuse("callWithConnection", () -> Refusals.connection("callWithConnection"));
    }
}
