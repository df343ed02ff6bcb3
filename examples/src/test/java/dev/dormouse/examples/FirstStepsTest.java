package dev.dormouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of README.md. */
class FirstStepsTest {

    // region entity
    @Entity
    public static class Acorn {
        @Id
        @GeneratedValue
        long id;

        String place = "";
        int weight;
    }
    // endregion

    @Test
    void anEntityIsKeptAndFound(@TempDir Path folder) {
        String url = "lmdb:" + folder;
        // region first steps
        PersistenceConfiguration configuration = new PersistenceConfiguration("winter")
                .managedClass(Acorn.class)
                .property("jakarta.persistence.jdbc.url", url);
        try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
            factory.runInTransaction(manager -> {
                Acorn acorn = new Acorn();
                acorn.place = "under the oak";
                acorn.weight = 7;
                manager.persist(acorn);
            });
            try (EntityManager manager = factory.createEntityManager()) {
                TypedQuery<String> heavy =
                        manager.createQuery("select a.place from Acorn a where a.weight > 5", String.class);
                assertThat(heavy.getResultList()).containsExactly("under the oak");
                System.out.println(heavy.unwrap(QueryExplanation.class).text());
            }
        }
        // endregion
    }
}
