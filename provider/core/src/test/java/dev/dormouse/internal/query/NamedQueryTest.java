package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.DormousePersistenceProvider;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.QueryHint;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Queries that are named in the mapping (specification, section 10.4.1), and settings of queries. */
class NamedQueryTest {

    /** Well named. */
    @Entity
    @NamedQuery(
            name = "words",
            query = "select w.text from Word w where w.id > :from order by w.id",
            resultClass = String.class,
            hints = @QueryHint(name = "jakarta.persistence.query.timeout", value = "60000"))
    @SuppressWarnings("NullAway.Init")
    public static class Word {
        @Id
        int id;

        String text;

        protected Word() {}

        Word(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    /** Ill named. */
    @Entity
    @NamedQuery(name = "wrong", query = "select m.txt from Mistake m")
    @NamedQuery(name = "worse", query = "select m from Mistak m")
    public static class Mistake {
        @Id
        int id;

        protected Mistake() {}
    }

    private static EntityManagerFactory factory(Class<?> type, String name, String slow) {
        PersistenceConfiguration configuration = new PersistenceConfiguration(name)
                .property("jakarta.persistence.jdbc.url", "memory:" + name)
                .property("dormouse.query.slow", slow)
                .managedClass(type);
        return Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
    }

    @Test
    void aNamedQueryRunsWithItsHintsAndType() {
        try (EntityManagerFactory factory = factory(Word.class, "named", "0")) {
            factory.runInTransaction(
                    manager -> List.of(new Word(1, "one"), new Word(2, "two")).forEach(manager::persist));
            try (EntityManager manager = factory.createEntityManager()) {
                TypedQuery<String> query = manager.createNamedQuery("words", String.class);
                assertThat(query.getTimeout()).isEqualTo(60_000);
                assertThat(query.setParameter("from", 1).getResultList()).containsExactly("two");
            }
            assertThat(factory.getNamedQueries(String.class)).containsOnlyKeys("words");
            assertThat(factory.getNamedQueries(Word.class)).isEmpty();
        }
    }

    @Test
    void wrongNamedQueriesFailTheStartTogether() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> factory(Mistake.class, "misnamed", "0"))
                .withMessageContaining("DORM0631 Wrong named query: 'wrong'")
                .withMessageContaining("Unknown attribute: 'txt'")
                .withMessageContaining("DORM0631 Wrong named query: 'worse'")
                .withMessageContaining("Did you mean 'Mistake'?");
    }

    @Test
    void aSlowQueryIsLoggedWithItsPlan() {
        StringBuilder logged = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.append(java.text.MessageFormat.format(line.getMessage(), line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.dormouse.query");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (EntityManagerFactory factory = factory(Word.class, "slow", "1ms");
                EntityManager manager = factory.createEntityManager()) {
            factory.runInTransaction(writer -> {
                for (int i = 0; i < 3_000; i++) {
                    writer.persist(new Word(i, "x"));
                }
            });
            manager.createQuery("select count(a) from Word a, Word b where a.text <> b.text")
                    .getSingleResult();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(logged).contains("Slow query of the persistence unit slow").contains("Scan Word a");
    }
}
