package dev.dormouse.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.benchmarks.jpa.Provider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What starts in the benchmark has all tables, on every provider. */
@SuppressWarnings("NullAway.Init")
class StartOperationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DORMOUSE", "HIBERNATE_H2", "ECLIPSELINK_H2"})
    void generatedEntitiesAreFoundInTheirTables(Provider provider) throws ReflectiveOperationException {
        GeneratedEntities generated = new GeneratedEntities(3);
        store(provider, generated.load());
        // The classes of the second start are others, the database is the same.
        assertThat(count(provider, generated.load())).isEqualTo(1);
    }

    private void store(Provider provider, List<Class<?>> classes) throws ReflectiveOperationException {
        try (EntityManagerFactory factory = provider.open(folder, classes);
                EntityManager manager = factory.createEntityManager()) {
            Object entity = classes.get(2).getConstructor().newInstance();
            manager.getTransaction().begin();
            manager.persist(entity);
            manager.getTransaction().commit();
        }
    }

    private long count(Provider provider, List<Class<?>> classes) {
        try (EntityManagerFactory factory = provider.open(folder, classes);
                EntityManager manager = factory.createEntityManager()) {
            return manager.createQuery("select count(e) from Generated2 e", Long.class)
                    .getSingleResult();
        }
    }
}
