package dev.dormouse.spec.ch03;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.Parameter;
import jakarta.persistence.Query;
import jakarta.persistence.QueryHint;
import jakarta.persistence.TransactionRequiredException;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.TypedQueryReference;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.11, the query interfaces. */
final class QueryApiTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Row.class);

    private EntityManager manager;

    @BeforeEach
    void tenRows() {
        unit.run(filling -> {
            for (int i = 1; i <= 10; i++) {
                Row row = new Row();
                row.id = i;
                row.name = "n" + i;
                row.parity = i % 2;
                filling.persist(row);
            }
        });
        manager = unit.manager();
    }

    private TypedQuery<Integer> ids(String condition) {
        return manager.createQuery("SELECT r.id FROM Row r " + condition, Integer.class);
    }

    @Test
    void namedParameters() {
        assertThat(ids("WHERE r.id > :low AND r.id <= :high ORDER BY r.id")
                        .setParameter("low", 3)
                        .setParameter("high", 5)
                        .getResultList())
                .containsExactly(4, 5);
    }

    @Test
    void oneNamedParameterStandsTwice() {
        assertThat(ids("WHERE r.id = :x OR r.parity = :x ORDER BY r.id")
                        .setParameter("x", 1)
                        .getResultList())
                .containsExactly(1, 3, 5, 7, 9);
    }

    @Test
    void positionalParameters() {
        assertThat(ids("WHERE r.id > ?2 AND r.id <= ?1 ORDER BY r.id")
                        .setParameter(1, 5)
                        .setParameter(2, 3)
                        .getResultList())
                .containsExactly(4, 5);
    }

    @Test
    void collectionParameters() {
        assertThat(ids("WHERE r.id IN :ids ORDER BY r.id")
                        .setParameter("ids", List.of(9, 2, 77))
                        .getResultList())
                .containsExactly(2, 9);
        assertThat(ids("WHERE r.id NOT IN (?1) ORDER BY r.id")
                        .setParameter(1, List.of(1, 2, 3, 4, 5, 6, 7, 8))
                        .getResultList())
                .containsExactly(9, 10);
        assertThat(ids("WHERE r.id IN :ids").setParameter("ids", List.of()).getResultList())
                .isEmpty();
    }

    @Test
    void aParameterIsSetAgain() {
        TypedQuery<Integer> query = ids("WHERE r.id = :id");
        assertThat(query.setParameter("id", 1).getSingleResult()).isEqualTo(1);
        assertThat(query.setParameter("id", 2).getSingleResult()).isEqualTo(2);
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ids("WHERE r.id = :id").setParameter("di", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ids("WHERE r.id = ?1").setParameter(2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ids("WHERE r.id = :id").getParameter("di"));
    }

    @Test
    void aParameterOfTheWrongTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ids("WHERE r.id = :id").setParameter("id", "one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ids("WHERE r.name = ?1").setParameter(1, 5));
    }

    @Test
    void aParameterWithoutValueIsRefusedAtExecution() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ids("WHERE r.id = :id").getResultList());
    }

    @Test
    void parametersAreInspected() {
        TypedQuery<Integer> query = ids("WHERE r.id = :id AND r.name = :name");
        assertThat(query.getParameters()).extracting(Parameter::getName).containsExactlyInAnyOrder("id", "name");
        query.setParameter("id", 1);
        assertThat(query.isBound(query.getParameter("id"))).isTrue();
        assertThat(query.isBound(query.getParameter("name"))).isFalse();
        assertThat(query.getParameterValue("id")).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> query.getParameterValue("name"));
        assertThatIllegalArgumentException().isThrownBy(() -> query.getParameterValue("no"));
        assertThat(query.setParameter(query.getParameter("name", String.class), "n1")
                        .getSingleResult())
                .isEqualTo(1);
    }

    @Test
    void aNullParameterEqualsNothing() {
        assertThat(ids("WHERE r.name = :name").setParameter("name", null).getResultList())
                .isEmpty();
        assertThat(ids("WHERE :name IS NULL").setParameter("name", null).getResultList())
                .hasSize(10);
    }

    @Test
    void pages() {
        assertThat(ids("ORDER BY r.id").setFirstResult(3).setMaxResults(2).getResultList())
                .containsExactly(4, 5);
        assertThat(ids("ORDER BY r.id DESC").setMaxResults(1).getResultList()).containsExactly(10);
        assertThat(ids("ORDER BY r.id").setFirstResult(9).getResultList()).containsExactly(10);
        assertThat(ids("ORDER BY r.id").setFirstResult(99).getResultList()).isEmpty();
        assertThat(ids("ORDER BY r.id").setMaxResults(0).getResultList()).isEmpty();
    }

    @Test
    void pagesAreTold() {
        Query query = ids("ORDER BY r.id");
        assertThat(query.getFirstResult()).isZero();
        assertThat(query.getMaxResults()).isEqualTo(Integer.MAX_VALUE);
        query.setFirstResult(4).setMaxResults(3);
        assertThat(query.getFirstResult()).isEqualTo(4);
        assertThat(query.getMaxResults()).isEqualTo(3);
    }

    @Test
    void negativePagesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ids("").setFirstResult(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> ids("").setMaxResults(-1));
    }

    @Test
    void singleResults() {
        assertThat(ids("WHERE r.id = 4").getSingleResult()).isEqualTo(4);
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> ids("WHERE r.id = 44").getSingleResult());
        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> ids("").getSingleResult());
    }

    @Test
    void singleResultsOrNull() {
        assertThat(ids("WHERE r.id = 4").getSingleResultOrNull()).isEqualTo(4);
        assertThat(ids("WHERE r.id = 44").getSingleResultOrNull()).isNull();
        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> ids("").getSingleResultOrNull());
    }

    @Test
    void noResultDoesNotEndTheTransaction() {
        manager.getTransaction().begin();
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> ids("WHERE r.id = 44").getSingleResult());
        assertThatExceptionOfType(NonUniqueResultException.class).isThrownBy(() -> ids("").getSingleResult());

        assertThat(manager.getTransaction().getRollbackOnly()).isFalse();
    }

    @Test
    void streams() {
        try (Stream<Integer> stream = ids("ORDER BY r.id").getResultStream()) {
            assertThat(stream.filter(id -> id > 7)).containsExactly(8, 9, 10);
        }
        try (Stream<Row> stream = manager.createQuery("SELECT r FROM Row r ORDER BY r.id", Row.class)
                .getResultStream()) {
            assertThat(stream.limit(2).map(row -> row.name)).containsExactly("n1", "n2");
        }
    }

    @Test
    void rowsOfSeveralItemsAreArrays() {
        List<Object[]> rows = manager.createQuery(
                        "SELECT r.id, r.name FROM Row r WHERE r.id < 3 ORDER BY r.id", Object[].class)
                .getResultList();
        assertThat(rows).containsExactly(new Object[] {1, "n1"}, new Object[] {2, "n2"});

        List<?> untyped = manager.createQuery("SELECT r.id, r.name FROM Row r WHERE r.id = 3")
                .getResultList();
        assertThat((Object[]) untyped.get(0)).containsExactly(3, "n3");
    }

    @Test
    void tuples() {
        Tuple tuple = manager.createQuery(
                        "SELECT r.id AS number, r.name AS label FROM Row r WHERE r.id = 2", Tuple.class)
                .getSingleResult();

        assertThat(tuple.get("number")).isEqualTo(2);
        assertThat(tuple.get("label", String.class)).isEqualTo("n2");
        assertThat(tuple.get(0, Integer.class)).isEqualTo(2);
        assertThat(tuple.toArray()).containsExactly(2, "n2");
        assertThat(tuple.getElements())
                .extracting(element -> element.getAlias())
                .containsExactly("number", "label");
        assertThatIllegalArgumentException().isThrownBy(() -> tuple.get("none"));
        assertThatIllegalArgumentException().isThrownBy(() -> tuple.get(2));
        assertThatIllegalArgumentException().isThrownBy(() -> tuple.get("number", String.class));
    }

    @Test
    void theResultTypeIsChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createQuery("SELECT r.name FROM Row r", Integer.class));
        assertThatIllegalArgumentException().isThrownBy(() -> manager.createQuery("SELECT r FROM Row r", String.class));
    }

    @Test
    void namedQueries() {
        assertThat(manager.createNamedQuery("Row.byParity", Row.class)
                        .setParameter("parity", 0)
                        .getResultList())
                .hasSize(5);
        assertThat(manager.createNamedQuery("Row.first").getSingleResult()).isInstanceOf(Row.class);
        assertThatIllegalArgumentException().isThrownBy(() -> manager.createNamedQuery("Row.none"));
        assertThatIllegalArgumentException().isThrownBy(() -> manager.createNamedQuery("Row.byParity", String.class));
    }

    @Test
    void aQueryIsNamedAtRunTime() {
        unit.factory()
                .addNamedQuery("late", ids("WHERE r.id > :id ORDER BY r.id").setMaxResults(2));

        assertThat(manager.createNamedQuery("late", Integer.class)
                        .setParameter("id", 5)
                        .getResultList())
                .containsExactly(6, 7);
    }

    @Test
    void referencesToNamedQueries() {
        Map<String, TypedQueryReference<Row>> references = unit.factory().getNamedQueries(Row.class);

        assertThat(references).containsKey("Row.byParity");
        assertThat(manager.createQuery(references.get("Row.byParity"))
                        .setParameter("parity", 1)
                        .getResultList())
                .hasSize(5);
    }

    @Test
    void selectAndModifyingStatementsAreKeptApart() {
        manager.getTransaction().begin();
        assertThatIllegalStateException().isThrownBy(() -> ids("").executeUpdate());
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("DELETE FROM Row r").getResultList());
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("DELETE FROM Row r").getSingleResult());
    }

    @Test
    void modifyingStatementsNeedATransaction() {
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.createQuery("DELETE FROM Row r").executeUpdate());
    }

    @Test
    void modifyingStatementsCountRowsAndAreRolledBack() {
        manager.getTransaction().begin();
        assertThat(manager.createQuery("UPDATE Row r SET r.name = 'x' WHERE r.parity = 1")
                        .executeUpdate())
                .isEqualTo(5);
        assertThat(manager.createQuery("DELETE FROM Row r WHERE r.name = 'x'").executeUpdate())
                .isEqualTo(5);
        assertThat(ids("").getResultList()).hasSize(5);
        manager.getTransaction().rollback();

        assertThat(ids("").getResultList()).hasSize(10);
    }

    @Test
    void queriesSeeUnflushedChanges() {
        manager.getTransaction().begin();
        manager.find(Row.class, 1).name = "changed";
        Row fresh = new Row();
        fresh.id = 11;
        fresh.name = "fresh";
        manager.persist(fresh);
        manager.remove(manager.find(Row.class, 2));

        assertThat(ids("WHERE r.name = 'changed'").getResultList()).containsExactly(1);
        assertThat(ids("WHERE r.id > 10 OR r.id < 3 ORDER BY r.id").getResultList())
                .containsExactly(1, 11);
    }

    @Test
    void flushModes() {
        assertThat(manager.getFlushMode()).isEqualTo(FlushModeType.AUTO);
        TypedQuery<Integer> query = ids("");
        assertThat(query.getFlushMode()).isEqualTo(FlushModeType.AUTO);
        assertThat(query.setFlushMode(FlushModeType.COMMIT).getFlushMode()).isEqualTo(FlushModeType.COMMIT);
        manager.setFlushMode(FlushModeType.COMMIT);
        assertThat(ids("").getFlushMode()).isEqualTo(FlushModeType.COMMIT);
        manager.getTransaction().begin();
        manager.find(Row.class, 1).name = "at commit";
        manager.getTransaction().commit();
        unit.run(reader -> assertThat(reader.find(Row.class, 1).name).isEqualTo("at commit"));
    }

    @Test
    void hints() {
        TypedQuery<Integer> query =
                ids("").setHint("vendor.unknown", "ignored").setHint("jakarta.persistence.query.timeout", 1_000);

        assertThat(query.getHints()).containsKey("jakarta.persistence.query.timeout");
        assertThat(query.getResultList()).hasSize(10);
    }

    @Test
    void lockModesOfQueries() {
        manager.getTransaction().begin();
        TypedQuery<Row> query = manager.createQuery("SELECT r FROM Row r", Row.class);
        assertThat(query.getLockMode()).isNull();
        assertThat(query.setLockMode(LockModeType.PESSIMISTIC_READ).getLockMode())
                .isEqualTo(LockModeType.PESSIMISTIC_READ);
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("DELETE FROM Row r").setLockMode(LockModeType.PESSIMISTIC_READ));
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("DELETE FROM Row r").getLockMode());
    }

    @Test
    void bulkUpdatesDoNotTouchManagedInstances() {
        manager.getTransaction().begin();
        Row row = manager.find(Row.class, 1);
        manager.createQuery("UPDATE Row r SET r.name = 'bulk' WHERE r.id = 1").executeUpdate();

        assertThat(row.name).isEqualTo("n1");
        manager.refresh(row);
        assertThat(row.name).isEqualTo("bulk");
    }

    @Test
    void aQueryIsUnwrapped() {
        TypedQuery<Integer> query = ids("");

        assertThat(query.unwrap(Query.class)).isNotNull();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> query.unwrap(Thread.class));
    }

    @Entity
    @NamedQuery(
            name = "Row.byParity",
            query = "SELECT r FROM Row r WHERE r.parity = :parity",
            resultClass = Row.class,
            hints = @QueryHint(name = "vendor.unknown", value = "ignored"))
    @NamedQuery(name = "Row.first", query = "SELECT r FROM Row r WHERE r.id = 1")
    public static class Row {
        @Id
        int id;

        String name;
        int parity;
    }
}
