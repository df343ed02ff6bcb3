package dev.dormouse.spec.ch04;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.query.QueryExplanation;
import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries read little more than what they return: asserted by what EXPLAIN counts. */
final class EntriesVisitedTest {

    private static final int BRANCHES = 50;
    private static final int STAFF = 40;

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Branch.class, Worker.class);

    @Entity(name = "Branch")
    static class Branch {
        @Id
        long id;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Worker")
    @Table(indexes = @Index(name = "worker_hired", columnList = "branch_id, hired desc, id"))
    static class Worker {
        @Id
        long id;

        LocalDate hired;
        int salary;

        @ManyToOne
        Branch branch;
    }

    @BeforeEach
    void fill() {
        unit.run(manager -> {
            for (int b = 0; b < BRANCHES; b++) {
                Branch branch = new Branch();
                branch.id = b;
                branch.name = "branch" + b;
                manager.persist(branch);
                for (int w = 0; w < STAFF; w++) {
                    Worker worker = new Worker();
                    worker.id = (long) b * STAFF + w;
                    worker.branch = branch;
                    worker.salary = 100 + w * 7 % STAFF;
                    worker.hired = LocalDate.of(2000, 1, 1).plusDays(w * 11 % STAFF);
                    manager.persist(worker);
                }
            }
        });
    }

    private static List<Long> visitingAtMost(long most, TypedQuery<Long> query) {
        List<Long> found = query.getResultList();
        QueryExplanation explanation = query.unwrap(QueryExplanation.class);
        assertThat(explanation.entriesVisited())
                .as(explanation.text())
                .isPositive()
                .isLessThanOrEqualTo(most);
        return found;
    }

    @Test
    void aCorrelatedAggregateReadsTheGroupsOfTheRowsAroundIt() {
        unit.read(manager -> {
            TypedQuery<Long> byBranch = manager.createQuery(
                    "select w.id from Worker w where w.branch.id between :first and :last"
                            + " and w.salary = (select max(c.salary) from Worker c where c.branch = w.branch)",
                    Long.class);
            assertThat(visitingAtMost(
                            2 * 2 * STAFF, byBranch.setParameter("first", 7).setParameter("last", 8)))
                    .hasSize(2);
            TypedQuery<Long> byId = manager.createQuery(
                    "select w.id from Worker w where w.id between :first and :last"
                            + " and w.salary < (select avg(c.salary) from Worker c where c.branch = w.branch)",
                    Long.class);
            assertThat(visitingAtMost(3 * STAFF, byId.setParameter("first", 80).setParameter("last", 85)))
                    .hasSize(3);
            TypedQuery<Long> joined = manager.createQuery(
                    "select w.id from Worker w join w.branch b where b.name = :name"
                            + " and w.salary = (select max(c.salary) from Worker c where c.branch = b)",
                    Long.class);
            assertThat(visitingAtMost(2 * STAFF + 1, joined.setParameter("name", "branch9")))
                    .hasSize(1);
        });
    }

    @Test
    void aPageBehindALookupOfOneRowReadsNoMoreThanItself() {
        unit.read(manager -> {
            TypedQuery<Long> query = manager.createQuery(
                            "select w.id from Worker w join w.branch b where b.name = :name order by w.hired desc, w.id",
                            Long.class)
                    .setParameter("name", "branch5");
            List<Long> all = query.getResultList();
            assertThat(all).hasSize(STAFF);
            query.setFirstResult(10).setMaxResults(5);
            assertThat(visitingAtMost(1 + 15, query)).isEqualTo(all.subList(10, 15));
            TypedQuery<Long> backwards = manager.createQuery(
                            "select w.id from Branch b left join Worker w on w.branch = b where b.id = 5"
                                    + " order by b.name, w.hired, w.id desc",
                            Long.class)
                    .setMaxResults(STAFF / 2);
            List<Long> found = visitingAtMost(1 + STAFF / 2, backwards);
            assertThat(found).hasSize(STAFF / 2).startsWith(all.get(STAFF - 1)).endsWith(all.get(STAFF / 2));
        });
    }

    /** A store whose entries suffice looks no record up; MongoDB counts what its server sends. */
    private static void fetchingNothing(TypedQuery<?> query, int rows) {
        assertThat(query.getResultList()).hasSize(rows);
        QueryExplanation explanation = query.unwrap(QueryExplanation.class);
        assertThat(explanation.text()).contains("entries suffice");
        if (!System.getProperty("dormouse.test.store", "memory").equals("mongodb")) {
            assertThat(explanation.recordsFetched()).as(explanation.text()).isZero();
            assertThat(explanation.entriesVisited()).as(explanation.text()).isPositive();
        }
    }

    @Test
    void whatStandsInTheIndexIsReadThere() {
        unit.read(manager -> {
            fetchingNothing(
                    manager.createQuery(
                            "select w.hired, w.id from Worker w where w.branch.id = 3 and w.id > 5 order by w.hired",
                            Object[].class),
                    STAFF);
            fetchingNothing(manager.createQuery("select count(w) from Worker w where w.branch.id = 3", Long.class), 1);
            fetchingNothing(
                    manager.createQuery("select w.id from Worker w where w.branch.id in (3, 5)", Long.class),
                    2 * STAFF);
            fetchingNothing(
                    manager.createQuery("select max(w.hired) from Worker w where w.branch.id = 3", LocalDate.class), 1);
            TypedQuery<Object[]> first = manager.createQuery(
                            "select w.hired, w.id from Worker w where w.branch.id = 3 order by w.hired desc, w.id",
                            Object[].class)
                    .setMaxResults(1);
            fetchingNothing(first, 1);
            Worker last = manager.createQuery(
                            "select w from Worker w where w.branch.id = 3 order by w.hired desc, w.id", Worker.class)
                    .setMaxResults(1)
                    .getSingleResult();
            assertThat(first.getSingleResult()).containsExactly(last.hired, last.id);
        });
    }

    @Test
    void aPageInTheOrderOfTheDrivingIndexLooksUpWhatItRefersTo() {
        unit.read(manager -> {
            TypedQuery<String> query = manager.createQuery(
                            "select b.name from Worker w join w.branch b where w.branch.id = 3"
                                    + " order by w.hired desc, w.id",
                            String.class)
                    .setFirstResult(2)
                    .setMaxResults(3);
            assertThat(query.getResultList()).containsOnly("branch3").hasSize(3);
            QueryExplanation explanation = query.unwrap(QueryExplanation.class);
            assertThat(explanation.entriesVisited()).as(explanation.text()).isLessThanOrEqualTo(5 + 1);
        });
    }
}
