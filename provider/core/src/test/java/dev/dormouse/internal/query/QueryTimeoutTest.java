package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.DormousePersistenceProvider;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Query;
import jakarta.persistence.QueryHint;
import jakarta.persistence.QueryTimeoutException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that takes too long fails wherever it is, and the transaction goes on (specification, section 3.11.9). */
@Timeout(120)
class QueryTimeoutTest {

    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    /** Some thousands of thousands of thousands of rows: no machine reads them in a millisecond. */
    private static final String ENDLESS =
            "select count(a) from Grain a, Grain b, Grain c where a.size < b.size + c.size";

    private static EntityManagerFactory factory;

    /** There are many of them. */
    @Entity(name = "Grain")
    @NamedQuery(name = "endless", query = ENDLESS, hints = @QueryHint(name = TIMEOUT, value = "1"))
    public static class Grain {
        @Id
        private int id;

        public int size;

        protected Grain() {}

        Grain(int id) {
            this.id = id;
            this.size = id % 10;
        }
    }

    private static EntityManagerFactory factory(Map<String, Object> properties) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("grains")
                .property("jakarta.persistence.jdbc.url", "memory:grains")
                .managedClass(Grain.class);
        properties.forEach(configuration::property);
        return Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
    }

    @BeforeAll
    static void open() {
        factory = factory(Map.of());
        factory.runInTransaction(manager -> {
            for (int i = 0; i < 2000; i++) {
                manager.persist(new Grain(i));
            }
        });
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    private static void endsInTime(Function<EntityManager, Query> making, Consumer<Query> running) {
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            Query query = making.apply(manager);
            assertThatThrownBy(() -> running.accept(query))
                    .isInstanceOf(QueryTimeoutException.class)
                    .hasMessageContaining("DORM0642")
                    .hasMessageContaining("1 ms");
            assertThat(manager.getTransaction().getRollbackOnly()).isFalse();
            assertThat(manager.createQuery("select count(g) from Grain g", Long.class)
                            .setTimeout(60_000)
                            .getSingleResult())
                    .isEqualTo(2000L);
            manager.getTransaction().commit();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // nested loops, without a row and with rows
                "select count(a) from Grain a, Grain b, Grain c where a.size + b.size + c.size < 0",
                "select count(a) from Grain a, Grain b, Grain c",
                // a hash table with long lists of partners that are none
                "select count(a) from Grain a, Grain b, Grain c where a.size = b.size and b.size = c.size and a.id + b.id + c.id < 0",
                // the right side of a hash join
                "select count(a) from Grain a where a.size not in (select b.size + c.size + d.size from Grain b, Grain c, Grain d)",
                "select a.id, b.id, c.id from Grain a, Grain b, Grain c order by c.size, b.size",
                "select a.size, count(b), sum(c.id) from Grain a, Grain b, Grain c group by a.size",
                "select distinct a.size, b.size, c.size from Grain a, Grain b, Grain c where a.id < b.id order by 1",
                "select a.id from Grain a where a.size > all (select b.size + c.size + a.id from Grain b, Grain c)",
                "select a.id from Grain a where exists (select b.id from Grain b, Grain c where b.id + c.id + a.id < 0)",
                "select a.size from Grain a, Grain b, Grain c union select b.size from Grain b"
            })
    void noOperatorGoesOnForLong(String text) {
        endsInTime(manager -> manager.createQuery(text).setTimeout(1), Query::getResultList);
    }

    static Stream<Consumer<Query>> ways() {
        return Stream.of(
                Query::getResultList, Query::getSingleResult, Query::getSingleResultOrNull, query -> assertThat(
                                query.getResultStream().count())
                        .isZero());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayToResultsEnds(Consumer<Query> way) {
        endsInTime(manager -> manager.createQuery(ENDLESS).setHint(TIMEOUT, 1), way);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update Grain g set g.size = 0 where exists (select a.id from Grain a, Grain b where a.id + b.id + g.id < 0)",
                "delete from Grain g where exists (select a.id from Grain a, Grain b where a.id + b.id + g.id < 0)"
            })
    void aBulkStatementThatEndsHasChangedNothing(String text) {
        endsInTime(manager -> manager.createQuery(text).setHint(TIMEOUT, "1"), Query::executeUpdate);
    }

    @Test
    void theTimeoutOfANamedQueryCounts() {
        endsInTime(manager -> manager.createNamedQuery("endless"), Query::getResultList);
        endsInTime(
                manager ->
                        manager.createQuery(factory.getNamedQueries(Long.class).get("endless")),
                Query::getResultList);
    }

    @Test
    void theTimeoutOfAnEntityManagerCountsWhereTheQueryHasNone() {
        endsInTime(
                manager -> {
                    manager.setProperty(TIMEOUT, 1);
                    return manager.createQuery(ENDLESS);
                },
                Query::getResultList);
    }

    @Test
    void theTimeoutOfAUnitCountsWhereTheEntityManagerHasNone() {
        try (EntityManagerFactory hasty = factory(Map.of(TIMEOUT, "1"));
                EntityManager manager = hasty.createEntityManager()) {
            assertThatThrownBy(() -> manager.createQuery(ENDLESS).getResultList())
                    .isInstanceOf(QueryTimeoutException.class);
            manager.setProperty(TIMEOUT, 600_000);
            assertThat(manager.createQuery("select max(g.size) from Grain g").getSingleResult())
                    .isEqualTo(9);
        }
    }
}
