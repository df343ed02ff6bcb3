package dev.dormouse.spec;

import dev.dormouse.DormousePersistenceProvider;
import dev.dormouse.internal.memory.MemoryProbe;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Store;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A persistence unit in memory for one test, with the managers that it made; closing it proves that nothing stayed open and that the store is sound. */
final class SpecUnit implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EntityManagerFactory factory;
    private final List<EntityManager> managers = new ArrayList<>();

    private SpecUnit(EntityManagerFactory factory) {
        this.factory = factory;
    }

    static SpecUnit of(Class<?>... classes) {
        return of(Map.of(), classes);
    }

    static SpecUnit of(Map<String, ?> properties, Class<?>... classes) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("spec")
                .property("jakarta.persistence.jdbc.url", "memory:spec" + NUMBER.incrementAndGet())
                .properties(properties);
        for (Class<?> type : classes) {
            configuration.managedClass(type);
        }
        return new SpecUnit(
                Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration)));
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** Makes a manager that is closed with the unit. */
    EntityManager manager() {
        EntityManager manager = factory.createEntityManager();
        managers.add(manager);
        return manager;
    }

    /** Runs work in a transaction of its own manager. */
    void run(Consumer<EntityManager> work) {
        factory.runInTransaction(work);
    }

    /** As {@link #run}, with a result. */
    <T> T call(Function<EntityManager, T> work) {
        return factory.callInTransaction(work);
    }

    MemoryProbe probe() {
        return factory.unwrap(MemoryProbe.class);
    }

    @Override
    public void close() {
        for (EntityManager manager : managers) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            if (manager.isOpen()) {
                manager.close();
            }
        }
        CheckReport report = factory.unwrap(Store.class).check();
        int open = probe().openSnapshots();
        factory.close();
        if (open != 0 || !report.problems().isEmpty()) {
            throw new AssertionError("open snapshots: " + open + ", problems: " + report.problems());
        }
    }
}
