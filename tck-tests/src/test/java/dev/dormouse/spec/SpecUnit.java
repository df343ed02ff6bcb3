package dev.dormouse.spec;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final List<Path> folders = new ArrayList<>();

    private SpecUnit(Class<?>... classes) {
        this.classes = classes;
    }

    /** Makes units of these managed classes. */
    public static SpecUnit of(Class<?>... classes) {
        return new SpecUnit(classes);
    }

    /** Returns the unit of this test, made at the first call. */
    public EntityManagerFactory factory() {
        return open.isEmpty() ? create(freshUrl(), Map.of()) : open.get(0);
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
            default -> throw new AssertionError("unknown store: " + System.getProperty("dormouse.test.store"));
        };
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
    }
}
