package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store on LMDB in which something was committed before something goes wrong. */
record Place(Path folder) {

    private static final String KEPT = "kept";

    Path file() {
        return folder.resolve("data.mdb");
    }

    EntityManagerFactory open(Map<String, ?> settings, Class<?>... classes) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("faults")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", "lmdb:" + folder);
        settings.forEach(configuration::property);
        for (Class<?> each : classes) {
            configuration.managedClass(each);
        }
        return configuration.createEntityManagerFactory();
    }

    EntityManagerFactory open() {
        return open(Map.of(), Part.class);
    }

    void fill() {
        try (EntityManagerFactory factory = open()) {
            factory.runInTransaction(manager -> manager.persist(new Part(KEPT, "kept part", 1)));
        }
    }

    boolean isWhole() {
        try (EntityManagerFactory factory = open()) {
            return factory.callInTransaction(manager -> manager.createQuery("SELECT COUNT(p) FROM Part p", Long.class)
                                    .getSingleResult()
                            == 1
                    && Objects.equals(manager.find(Part.class, KEPT).name, "kept part"));
        }
    }

    /** Returns what is thrown when this is done in a transaction. */
    @Nullable
    Throwable inTransaction(Map<String, ?> settings, Consumer<EntityManager> work) {
        try (EntityManagerFactory factory = open(settings, Part.class)) {
            return catchThrowable(() -> factory.runInTransaction(work));
        }
    }

    /** Returns what is thrown when a unit of these classes starts. */
    @Nullable
    Throwable atStart(Map<String, ?> settings, Class<?>... classes) {
        return catchThrowable(() -> open(settings, classes).close());
    }

    /** Returns what is thrown when the damaged file is opened and read; mends it again. */
    @Nullable
    Throwable damaged(Consumer<byte[]> damage, int length) {
        try {
            byte[] whole = Files.readAllBytes(file());
            byte[] bytes = Arrays.copyOf(whole, Math.min(length, whole.length));
            damage.accept(bytes);
            Files.write(file(), bytes);
            try {
                return catchThrowable(() -> {
                    try (EntityManagerFactory factory =
                            open(Map.of("dormouse.lmdb.verify-checksums", "true"), Part.class)) {
                        factory.runInTransaction(manager -> manager.find(Part.class, KEPT));
                    }
                });
            } finally {
                Files.write(file(), whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds one to the byte that stands some bytes behind every occurrence of a text. */
    static Consumer<byte[]> raised(String text, int behind) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        return bytes -> {
            for (int at = 0; at + wanted.length + behind < bytes.length; at++) {
                if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                    bytes[at + wanted.length + behind]++;
                }
            }
        };
    }
}
