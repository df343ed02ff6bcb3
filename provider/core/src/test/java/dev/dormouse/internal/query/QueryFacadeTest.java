package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dormouse.internal.query.company.Address;
import dev.dormouse.internal.query.company.BadgeId;
import dev.dormouse.internal.query.company.Company;
import dev.dormouse.internal.query.company.Department;
import dev.dormouse.internal.query.company.Employee;
import dev.dormouse.internal.query.company.Engineer;
import dev.dormouse.internal.query.company.Project;
import dev.dormouse.internal.query.company.Seller;
import dev.dormouse.internal.query.company.Status;
import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.Parameter;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.Query;
import jakarta.persistence.TransactionRequiredException;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interfaces Query and TypedQuery (specification, section 3.11). */
class QueryFacadeTest {

    private Company company;
    private EntityManager manager;

    /** A result by constructor. */
    public record NameAndPay(String name, long salary) {}

    @BeforeEach
    void open() {
        company = new Company();
        manager = company.factory().createEntityManager();
    }

    @AfterEach
    void close() {
        if (manager.getTransaction().isActive()) {
            manager.getTransaction().rollback();
        }
        manager.close();
        company.close();
    }

    private TypedQuery<String> names(String where) {
        return manager.createQuery("select e.name from Employee e where " + where + " order by e.name", String.class);
    }

    @Test
    void parametersTakeWhatTheyStandBeside() {
        assertThat(names("e.salary > :min").setParameter("min", 100L).getResultList())
                .containsExactly("Ada", "Eve");
        assertThat(names("e.name = ?1 or e.id = ?2")
                        .setParameter(1, "Ada")
                        .setParameter(2, 2)
                        .getResultList())
                .containsExactly("Ada", "Bob");
        assertThat(names("e.status = :s").setParameter("s", Status.RETIRED).getResultList())
                .containsExactly("Fay");
        assertThat(names("e.remote = :r").setParameter("r", true).getResultList())
                .containsExactly("Bob", "Fay");
        assertThat(names("e.hired < :d")
                        .setParameter("d", LocalDate.of(2011, 1, 1))
                        .getResultList())
                .containsExactly("Ada", "Eve");
        assertThat(names(":x is null or e.name = :x").setParameter("x", null).getResultList())
                .hasSize(6);
        assertThat(names(":x is null or e.name = :x").setParameter("x", "Cyd").getResultList())
                .containsExactly("Cyd");
        assertThat(names("e.name like :p").setParameter("p", "%a%").getResultList())
                .containsExactly("Ada", "Dan", "Fay");
    }

    @Test
    void collectionsOfValuesAreParameters() {
        assertThat(names("e.name in :names")
                        .setParameter("names", List.of("Ada", "Zoe"))
                        .getResultList())
                .containsExactly("Ada");
        assertThat(names("e.id in (:ids)").setParameter("ids", List.of(1, 2)).getResultList())
                .containsExactly("Ada", "Bob");
        assertThat(names("e.id not in :ids")
                        .setParameter("ids", List.of(1L, 2L, 3L))
                        .getResultList())
                .containsExactly("Dan", "Eve", "Fay");
        assertThat(names("type(e) in :types")
                        .setParameter("types", List.of(Engineer.class, Seller.class))
                        .getResultList())
                .containsExactly("Ada", "Bob", "Cyd", "Dan");
        assertThat(names("e.name in :names").setParameter("names", List.of()).getResultList())
                .isEmpty();
    }

    @Test
    void entitiesIdsAndEmbeddablesAreParameters() {
        Department sales = manager.getReference(Department.class, "S");
        assertThat(names("e.department = :d").setParameter("d", sales).getResultList())
                .containsExactly("Cyd", "Dan");
        assertThat(names("e.department in :ds")
                        .setParameter("ds", List.of(sales))
                        .getResultList())
                .containsExactly("Cyd", "Dan");
        assertThat(names("e.address = :a")
                        .setParameter("a", new Address("Main 1", "Bern"))
                        .getResultList())
                .containsExactly("Ada");
        assertThat(manager.createQuery("select v.id from Visit v where v.badge.id = :id order by v.id", Integer.class)
                        .setParameter("id", new BadgeId("north", 1))
                        .getResultList())
                .containsExactly(1, 3);
        assertThat(manager.createQuery("select p.name from Project p where :e member of p.members", String.class)
                        .setParameter("e", manager.find(Employee.class, 2L))
                        .getResultList())
                .containsExactly("Apollo");
        assertThat(names("type(e) = :t").setParameter("t", Seller.class).getResultList())
                .containsExactly("Cyd", "Dan");
    }

    @Test
    void aWiderNumberInArithmeticIsTakenAsItIs() {
        TypedQuery<Object> query =
                manager.createQuery("select e.salary * :factor from Employee e where e.id = 1", Object.class);
        assertThat(query.setParameter("factor", 2).getSingleResult()).isEqualTo(240);
        assertThat(query.setParameter("factor", 1.5).getSingleResult()).isEqualTo(180.0);
        assertThat(names("e.salary > :base * 1.5").setParameter("base", 70.5).getResultList())
                .containsExactly("Ada", "Eve");
    }

    @Test
    void wrongParametersAreRefused() {
        TypedQuery<String> query = names("e.salary > :min");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.setParameter("max", 1))
                .withMessage(
                        "DORM0619 Unknown parameter: ':max'. The query has: :min. Correct the name or the position.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.setParameter(1, 1))
                .withMessageStartingWith("DORM0619");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.setParameter("min", "x"))
                .withMessageStartingWith(
                        "DORM0620 Parameter value of the wrong type: 'x (java.lang.String)' for :min. A value of Integer");
        assertThatIllegalArgumentException().isThrownBy(() -> query.setParameter("min", 1.5));
        assertThatIllegalStateException()
                .isThrownBy(query::getResultList)
                .withMessageStartingWith("DORM0621 Parameter without a value: ':min'.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names("e.department = :d").setParameter("d", manager.find(Project.class, 10)));
    }

    @Test
    void parametersAreDescribed() {
        TypedQuery<String> query = names("e.salary > :min and e.name <> :name");
        assertThat(query.getParameters()).extracting(Parameter::getName).containsExactly("min", "name");
        Parameter<Integer> min = query.getParameter("min", Integer.class);
        assertThat(min.getPosition()).isNull();
        assertThat(query.isBound(min)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> query.getParameterValue(min));
        query.setParameter(min, 100);
        assertThat(query.isBound(min)).isTrue();
        assertThat(query.getParameterValue("min")).isEqualTo(100);
        assertThatIllegalArgumentException().isThrownBy(() -> query.getParameter("min", String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> query.getParameter("other"));
    }

    @Test
    void resultsComeInTheShapeAskedFor() {
        String two = "select e.name as name, e.salary from Employee e where e.id = 1";
        assertThat((Object[]) manager.createQuery(two).getSingleResult()).containsExactly("Ada", 120);
        assertThat(manager.createQuery(two, Object[].class).getSingleResult()).containsExactly("Ada", 120);
        assertThat(manager.createQuery(two, NameAndPay.class).getSingleResult()).isEqualTo(new NameAndPay("Ada", 120));
        Tuple tuple = manager.createQuery(two, Tuple.class).getSingleResult();
        assertThat(tuple.get("name", String.class)).isEqualTo("Ada");
        assertThat(tuple.get(1)).isEqualTo(120);
        assertThat(tuple.getElements()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tuple.get("pay"))
                .withMessageStartingWith("DORM0633 Unknown tuple element: 'pay'. The tuple has: name String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createQuery("select e.name from Employee e", Integer.class))
                .withMessageStartingWith("DORM0617");
        assertThat(manager.createQuery("select count(e) from Employee e", long.class)
                        .getSingleResult())
                .isEqualTo(6L);
        assertThat(manager.createQuery("select e.rating from Employee e where e.id = 1", Number.class)
                        .getSingleResult())
                .isEqualTo((short) 5);
    }

    @Test
    void singleResultsAreCounted() {
        assertThatExceptionOfType(NoResultException.class)
                .isThrownBy(() -> names("e.id = 99").getSingleResult());
        assertThat(names("e.id = 99").getSingleResultOrNull()).isNull();
        assertThatExceptionOfType(NonUniqueResultException.class)
                .isThrownBy(() -> names("e.id < 9").getSingleResult());
        assertThatExceptionOfType(NonUniqueResultException.class)
                .isThrownBy(() -> names("e.id < 9").getSingleResultOrNull());
    }

    @Test
    void pagesAreCutOut() {
        TypedQuery<String> query = names("e.id > 0");
        assertThat(query.getMaxResults()).isEqualTo(Integer.MAX_VALUE);
        assertThat(query.setFirstResult(1).setMaxResults(2).getResultList()).containsExactly("Bob", "Cyd");
        assertThat(query.setFirstResult(5).getResultList()).containsExactly("Fay");
        assertThat(query.setFirstResult(0).setMaxResults(0).getResultList()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> query.setMaxResults(-1));
        assertThat(manager.createQuery(
                                "select d from Department d join fetch d.employees order by d.name", Department.class)
                        .setMaxResults(1)
                        .getResultList())
                .hasSize(1)
                .allSatisfy(d -> assertThat(d.employees).hasSize(2));
    }

    @Test
    void fetchedStateIsThereAfterTheManagerIsClosed() {
        List<Department> departments;
        Employee ada;
        Project apollo;
        try (EntityManager other = company.factory().createEntityManager()) {
            departments = other.createQuery(
                            "select distinct d from Department d left join fetch d.employees order by d.name",
                            Department.class)
                    .getResultList();
            ada = other.createQuery(
                            "select e from Employee e left join fetch e.department left join fetch e.projects where e.id = 1",
                            Employee.class)
                    .getResultList()
                    .get(0);
            apollo = other.createQuery(
                            """
                            select p from Project p left join fetch p.waiting left join fetch p.tasks left join fetch p.sponsors
                            where p.id = 10""",
                            Project.class)
                    .getResultList()
                    .get(0);
        }
        PersistenceUnitUtil loaded = company.factory().getPersistenceUnitUtil();
        assertThat(departments).allMatch(d -> loaded.isLoaded(d, "employees"));
        assertThat(departments)
                .extracting(d -> d.employees.toString())
                .containsExactly("[]", "[Ada, Bob]", "[Cyd, Dan]");
        assertThat(loaded.isLoaded(ada.department)).isTrue();
        assertThat(ada.projects).extracting(p -> p.name).containsExactlyInAnyOrder("Apollo", "Babel");
        assertThat(apollo.waiting).extracting(e -> e.name).containsExactly("Fay", "Dan");
        assertThat(apollo.sponsors).extracting(d -> d.name).containsExactly("Sales", "Building");
        assertThat(apollo.tasks).containsOnlyKeys("design", "test");
        assertThat(apollo.tasks.get("test")).extracting(task -> task.hours).isEqualTo(10);
    }

    @Test
    void aFetchedMapHasEntitiesAsKeys() {
        List<Project> projects;
        try (EntityManager other = company.factory().createEntityManager()) {
            projects = other.createQuery(
                            "select distinct p from Project p left join fetch p.contacts order by p.name",
                            Project.class)
                    .getResultList();
        }
        assertThat(projects)
                .extracting(p -> contacts(p))
                .containsExactly(
                        Map.of("Archive", "Fay", "Building", "Eve", "Sales", "Fay"), Map.of("Sales", "Dan"), Map.of());
    }

    private static Map<String, String> contacts(Project project) {
        Map<String, String> names = new HashMap<>();
        project.contacts.forEach((department, employee) -> names.put(department.name, employee.name));
        return names;
    }

    @Test
    void entitiesAreThoseOfTheContext() {
        Employee ada = manager.find(Employee.class, 1L);
        assertThat(manager.createQuery("select e from Employee e where e.id = 1")
                        .getSingleResult())
                .isSameAs(ada);
        assertThat(manager.createQuery("select p.lead from Project p where p.id = 10")
                        .getSingleResult())
                .isSameAs(ada);
    }

    @Test
    void changesAreFlushedBeforeAQueryUnlessItSaysOtherwise() {
        manager.getTransaction().begin();
        manager.find(Employee.class, 1L).name = "Zoe";
        assertThat(names("e.name = 'Zoe'").setFlushMode(FlushModeType.COMMIT).getResultList())
                .isEmpty();
        assertThat(names("e.name = 'Zoe'").getResultList()).containsExactly("Zoe");
    }

    @Test
    void streamsReadAsTheyAreAsked() {
        try (Stream<String> stream = names("e.id > 0").getResultStream()) {
            assertThat(stream.limit(2)).containsExactly("Ada", "Bob");
        }
        manager.getTransaction().begin();
        Iterator<Employee> open = manager.createQuery("select e from Employee e", Employee.class)
                .getResultStream()
                .iterator();
        manager.getTransaction().rollback();
        assertThatIllegalStateException()
                .isThrownBy(open::hasNext)
                .withMessageStartingWith("DORM0644 The stream has ended");
        assertThat(manager.createQuery("select d from Department d left join fetch d.employees", Department.class)
                        .getResultStream())
                .hasSize(5);
    }

    @Test
    void bulkStatementsCountAndNeedATransaction() {
        Query raise = manager.createQuery("update Employee e set e.salary = e.salary + :more where e.salary < :limit");
        raise.setParameter("more", 10).setParameter("limit", 100);
        assertThatExceptionOfType(TransactionRequiredException.class).isThrownBy(raise::executeUpdate);
        manager.getTransaction().begin();
        assertThat(raise.executeUpdate()).isEqualTo(3);
        assertThat(names("e.salary = 90").getResultList()).containsExactly("Cyd", "Dan");
        manager.createQuery("update Project p set p.lead = null").executeUpdate();
        assertThat(manager.createQuery("delete from Visit v").executeUpdate()).isEqualTo(4);
        assertThat(manager.createQuery("delete from Task t where t.hours > 20").executeUpdate())
                .isEqualTo(1);
        manager.createQuery("delete from Badge b").executeUpdate();
        manager.createQuery("update Employee e set e.manager = null, e.department = :d")
                .setParameter("d", manager.getReference(Department.class, "X"))
                .executeUpdate();
        assertThat(manager.createQuery("delete from Engineer e").executeUpdate())
                .isEqualTo(2);
        assertThat(names("e.department.code = 'X'").getResultList()).containsExactly("Cyd", "Dan", "Eve", "Fay");
        manager.getTransaction().rollback();
        manager.clear();
        assertThat(names("e.id > 0").getResultList()).hasSize(6);
        assertThat(manager.createQuery("select count(v) from Visit v").getSingleResult())
                .isEqualTo(4L);
    }

    /** The rows of join tables go first, but not before the statement has found what it deletes. */
    @Test
    void aBulkDeleteMayAskForTheCollectionsThatItEmpties() {
        manager.getTransaction().begin();
        for (String text : List.of(
                "update Project p set p.lead = null",
                "delete from Visit v",
                "delete from Badge b",
                "update Employee e set e.manager = null")) {
            manager.createQuery(text).executeUpdate();
        }
        assertThat(manager.createQuery("delete from Employee e where e.projects is not empty")
                        .executeUpdate())
                .isEqualTo(3);
        assertThat(names("e.id > 0").getResultList()).containsExactly("Dan", "Eve", "Fay");
    }

    @Test
    void statementsAreNotConfused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("delete from Visit v").getResultList())
                .withMessageStartingWith("DORM0622");
        assertThatIllegalStateException()
                .isThrownBy(() -> names("e.id = 1").executeUpdate())
                .withMessageStartingWith("DORM0623");
        assertThatIllegalStateException()
                .isThrownBy(() -> manager.createQuery("delete from Visit v").setLockMode(LockModeType.OPTIMISTIC));
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> manager.createQuery("select e from Employee e")
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    @Test
    void aQueryExplainsItself() {
        TypedQuery<String> query = names("e.id = 2");
        QueryExplanation explanation = query.unwrap(QueryExplanation.class);
        assertThat(explanation.text()).contains("Employee e");
        assertThat(explanation.rows()).isZero();
        query.getResultList();
        assertThat(explanation.rows()).isEqualTo(1);
        assertThat(explanation.recordsFetched() + explanation.entriesVisited()).isEqualTo(1);
        assertThatExceptionOfType(PersistenceException.class).isThrownBy(() -> query.unwrap(String.class));
    }

    @Test
    void namedQueriesCanBeAdded() {
        company.factory()
                .addNamedQuery("byName", names("e.name = :n").setMaxResults(1).setHint("vendor.hint", "x"));
        assertThat(manager.createNamedQuery("byName", String.class)
                        .setParameter("n", "Ada")
                        .getSingleResult())
                .isEqualTo("Ada");
        assertThat(manager.createNamedQuery("byName").getMaxResults()).isEqualTo(1);
        assertThat(company.factory().getNamedQueries(String.class)).containsOnlyKeys("byName");
        assertThat(manager.createQuery(
                                company.factory().getNamedQueries(String.class).get("byName"))
                        .setParameter("n", "Bob")
                        .getSingleResult())
                .isEqualTo("Bob");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createNamedQuery("byNam"))
                .withMessage(
                        "DORM0630 Unknown named query: 'byNam'. It must be declared with @NamedQuery or added by addNamedQuery."
                                + " Did you mean 'byName'?");
    }
}
