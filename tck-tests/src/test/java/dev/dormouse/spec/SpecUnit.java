package dev.dormouse.spec;

import dev.dormouse.mongodb.ApplicationClients;
import dev.dormouse.mongodb.server.SharedServer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Owns the persistence units of one test, each on an empty store of its own; closes and removes them. Registered by
 * {@code @RegisterExtension SpecUnit unit = SpecUnit.of(Employee.class, ...)}.
 */
public final class SpecUnit implements AfterEachCallback {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Class<?>[] classes;
    private final List<EntityManagerFactory> open = new ArrayList<>();
    private final List<EntityManager> managers = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final Map<String, ApplicationClients.Registration> databases = new HashMap<>();

    private SpecUnit(Class<?>... classes) {
        this.classes = classes;
    }

    /** Makes units of these managed classes. */
    public static SpecUnit of(Class<?>... classes) {
        return new SpecUnit(classes);
    }

    /** Tells whether the suite runs on enhanced classes. */
    public static boolean isEnhanced() {
        return Boolean.getBoolean("dormouse.test.enhanced");
    }

    /** Returns the unit of this test, made at the first call. */
    public EntityManagerFactory factory() {
        return open.isEmpty() ? create(freshUrl(), Map.of()) : open.get(0);
    }

    /** Returns a new entity manager of the unit of this test; it is closed with the unit. */
    public EntityManager manager() {
        EntityManager manager = factory().createEntityManager();
        managers.add(manager);
        return manager;
    }

    /** Does work in a transaction and a persistence context of its own. */
    public void run(Consumer<EntityManager> work) {
        factory().runInTransaction(work);
    }

    /** Does work in a persistence context of its own without a transaction, which an exception would mark for rollback. */
    public void read(Consumer<EntityManager> work) {
        try (EntityManager manager = manager()) {
            work.accept(manager);
        }
    }

    /** As {@link #read(Consumer)}, of another unit. */
    public void read(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            work.accept(manager);
        }
    }

    /** Computes a result in a transaction and a persistence context of its own. */
    public <R> R call(Function<EntityManager, R> work) {
        return factory().callInTransaction(work);
    }

    /** Makes these entities persistent in a transaction of their own. */
    public void persist(Object... entities) {
        run(manager -> List.of(entities).forEach(manager::persist));
    }

    /** Makes a further unit over an address. */
    public EntityManagerFactory create(String url, Map<String, ?> settings) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("spec" + COUNT.incrementAndGet())
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url);
        settings.forEach(configuration::property);
        for (Class<?> managed : classes) {
            configuration.managedClass(managed);
        }
        EntityManagerFactory factory = configuration.createEntityManagerFactory();
        open.add(factory);
        return factory;
    }

    /** Returns the address of an empty store. */
    public String freshUrl() {
        String name = "spec" + COUNT.incrementAndGet();
        return switch (System.getProperty("dormouse.test.store", "memory")) {
            case "memory" -> "memory:" + name;
            case "lmdb" -> "lmdb:" + folder(name);
            case "mongodb" -> database();
            default -> throw new AssertionError("unknown store: " + System.getProperty("dormouse.test.store"));
        };
    }

    private static void end(EntityManager manager) {
        if (manager.isOpen()) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** All units share one client, which is much of what a factory costs. */
    private String database() {
        SharedServer server = SharedServer.get();
        String name = server.freshName();
        String url = server.url(name);
        databases.put(name, ApplicationClients.register(url, server.client()));
        return url;
    }

    private Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            folders.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        managers.forEach(SpecUnit::end);
        managers.clear();
        for (EntityManagerFactory factory : open) {
            if (factory.isOpen()) {
                factory.close();
            }
        }
        open.clear();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        folders.clear();
        databases.forEach((name, registration) -> {
            registration.close();
            SharedServer.get().client().getDatabase(name).drop();
        });
        databases.clear();
    }
}
