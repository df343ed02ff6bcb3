package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.spec.RequestCount;
import dev.dormouse.spec.SpecUnit;
import dev.dormouse.spec.extension.Company.Badge;
import dev.dormouse.spec.extension.Company.Department;
import dev.dormouse.spec.extension.Company.Employee;
import dev.dormouse.spec.extension.Company.Machine;
import dev.dormouse.spec.extension.Company.Operator;
import dev.dormouse.spec.extension.Company.Press;
import dev.dormouse.spec.extension.Company.Project;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not loaded yet is loaded together: counted in requests to the store, and without a difference that a program sees. */
final class BatchLoadingTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Company.CLASSES);

    private String url = "";

    @BeforeEach
    void watch() {
        url = unit.freshUrl();
        RequestCount.watch(url);
    }

    @AfterEach
    void forget() {
        RequestCount.forget();
    }

    private EntityManagerFactory company(int employees) {
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> Company.employ(manager, employees));
        return factory;
    }

    private EntityManagerFactory plant(int operators) {
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> Company.operate(manager, operators));
        return factory;
    }

    private static List<Employee> all(EntityManager manager) {
        return manager.createQuery("select e from Employee e order by e.id", Employee.class)
                .getResultList();
    }

    private static List<Department> departments(EntityManager manager) {
        return manager.createQuery("select d from Department d order by d.id", Department.class)
                .getResultList();
    }

    private static List<Operator> operators(EntityManager manager) {
        return manager.createQuery("select o from Operator o order by o.id", Operator.class)
                .getResultList();
    }

    private static List<Badge> badges(EntityManager manager) {
        return manager.createQuery("select b from Badge b order by b.id", Badge.class)
                .getResultList();
    }

    /** Returns what was asked of the store while a new persistence context did something, after a first time that prepares plans. */
    private static List<String> requests(EntityManagerFactory factory, Consumer<EntityManager> work) {
        factory.runInTransaction(work);
        return RequestCount.during(() -> factory.runInTransaction(work));
    }

    static Stream<Arguments> walks() {
        return Stream.of(
                walk("department and projects", 6, employee -> {
                    assertThat(employee.department().name()).startsWith("department");
                    employee.projects()
                            .forEach(project -> assertThat(project.name()).startsWith("project"));
                }),
                walk("references in embeddables", 2, employee -> assertThat(
                                employee.stay().site().name())
                        .startsWith("site")),
                walk("elements with references", 3, employee -> employee.visits()
                        .forEach(visit -> assertThat(visit.site().name()).startsWith("site"))),
                walk("map of entities", 5, employee -> employee.byRole()
                        .forEach((role, project) -> assertThat(project.name()).startsWith("project"))),
                walk("ordered list", 5, employee -> assertThat(employee.favourites())
                        .extracting(Project::name)
                        .isSortedAccordingTo((a, b) -> b.compareTo(a))),
                walk("composite keys", 2, employee -> assertThat(employee.desk().name())
                        .startsWith("desk")),
                walk("collection of an owner with a composite key", 6, employee -> assertThat(
                                employee.desk().employees())
                        .contains(employee)));
    }

    private static Arguments walk(String what, int requests, Consumer<Employee> touch) {
        return Arguments.of(what, requests, touch);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("walks")
    void aWalkAsksAFewTimes(String what, int most, Consumer<Employee> touch) {
        EntityManagerFactory factory = company(1_000);
        List<String> requests = requests(
                factory, manager -> assertThat(all(manager)).hasSize(1_000).allSatisfy(touch));
        assertThat(requests).hasSizeLessThanOrEqualTo(most);
    }

    /**
     * The query, and one request each for sites, badges, cars and machines; then what was only referred to, twice as the walk grows. An enhanced operator asks
     * for badge, car and machine only when they are touched.
     */
    @Test
    void whatTheRowsReferToIsOneRequestForEachAttribute() {
        EntityManagerFactory factory = plant(1_000);
        assertThat(requests(factory, manager -> assertThat(operators(manager)).hasSize(1_000)))
                .hasSize(SpecUnit.isEnhanced() ? 2 : 6);
        assertThat(requests(factory, manager -> assertThat(operators(manager)).allSatisfy(operator -> {
                    int id = operator.id();
                    assertThat(operator.site().name()).isEqualTo("site " + id % 11);
                    assertThat(operator.badge().code()).isEqualTo("badge " + id);
                    assertThat(operator.car().plate()).isEqualTo("plate " + id % 7);
                    assertThat(operator.machine().name()).isEqualTo("machine " + id);
                    assertThat(operator.machine()).isInstanceOf(id % 2 == 0 ? Press.class : Machine.class);
                })))
                .hasSize(SpecUnit.isEnhanced() ? 15 : 10);
    }

    @Test
    void aWalkBackwardsAsksAsOften() {
        EntityManagerFactory factory = company(1_000);
        assertThat(requests(factory, manager -> {
                    List<Employee> employees = all(manager);
                    for (int i = employees.size() - 1; i >= 0; i--) {
                        employees.get(i).projects().forEach(Project::name);
                    }
                }))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void oneTouchReadsAFewOnly() {
        EntityManagerFactory factory = plant(200);
        unit.read(factory, manager -> {
            List<Operator> operators = operators(manager);
            operators.get(100).badge().code();
            PersistenceUnitUtil loaded = factory.getPersistenceUnitUtil();
            assertThat(operators.stream().filter(o -> loaded.isLoaded(o.badge())))
                    .hasSize(64)
                    .contains(operators.get(101));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "5, 4", "1000, 1"})
    void theSizeIsASetting(int size, int requests) {
        EntityManagerFactory factory =
                unit.create(url, Map.of(DormouseSettings.FETCH_BATCH_SIZE, String.valueOf(size)));
        factory.runInTransaction(manager -> Company.operate(manager, 20));
        List<String> asked = requests(factory, manager -> badges(manager)
                .forEach(badge -> badge.owner().site()));
        assertThat(asked)
                .filteredOn(request -> request.contains("get Operator"))
                .hasSize(requests);
    }

    /** Down to the first leaf node by node, then level by level. */
    @Test
    void aTreeIsWalkedInAFewSteps() {
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> manager.persist(Company.tree(6)));
        assertThat(requests(factory, manager -> assertThat(
                                manager.find(Company.Node.class, 1).count())
                        .isEqualTo(127)))
                .hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void aPathThroughATreeReadsNothingBesideIt() {
        EntityManagerFactory factory = unit.create(url, Map.of());
        factory.runInTransaction(manager -> manager.persist(Company.tree(6)));
        unit.read(factory, manager -> {
            Company.Node node = manager.find(Company.Node.class, 1);
            while (node.left() != null) {
                assertThat(factory.getPersistenceUnitUtil().isLoaded(node.right()))
                        .isFalse();
                node = node.left();
            }
        });
    }

    @Test
    void onlyTheTouchedOfMissingReferencesFails() {
        EntityManagerFactory factory = company(5);
        unit.read(factory, manager -> {
            Employee first = manager.getReference(Employee.class, 1);
            Employee missing = manager.getReference(Employee.class, 77);
            Employee other = manager.getReference(Employee.class, 78);
            Employee last = manager.getReference(Employee.class, 4);
            assertThat(first.name()).isEqualTo("employee 1");
            assertThatExceptionOfType(EntityNotFoundException.class).isThrownBy(missing::name);
            assertThat(factory.getPersistenceUnitUtil().isLoaded(last)).isTrue();
            assertThat(last.name()).isEqualTo("employee 4");
            assertThatExceptionOfType(EntityNotFoundException.class).isThrownBy(other::name);
        });
    }

    @Test
    void whatCannotBeLoadedDoesNotHarmTheOthers() {
        EntityManagerFactory factory = company(4);
        factory.runInTransaction(manager -> manager.createQuery("update Project p set p.grade = -1 where p.id = 2")
                .executeUpdate());
        unit.read(factory, manager -> {
            Project good = manager.getReference(Project.class, 1);
            Project bad = manager.getReference(Project.class, 2);
            Project last = manager.getReference(Project.class, 3);
            assertThat(good.name()).isEqualTo("project 1");
            assertThatExceptionOfType(PersistenceException.class).isThrownBy(bad::name);
            assertThat(last.name()).isEqualTo("project 3");
            assertThat(good.loads).isOne();
            assertThat(last.loads).isOne();
        });
    }

    @Test
    void whatIsGoneIsNotLoaded() {
        EntityManagerFactory factory = plant(6);
        unit.read(factory, manager -> {
            List<Badge> badges = badges(manager);
            Operator detached = badges.get(1).owner();
            manager.detach(detached);
            badges.get(0).owner().site();
            PersistenceUnitUtil loaded = factory.getPersistenceUnitUtil();
            assertThat(loaded.isLoaded(detached)).isFalse();
            assertThat(loaded.isLoaded(badges.get(2).owner())).isTrue();
            assertThatExceptionOfType(PersistenceException.class).isThrownBy(detached::site);
            manager.clear();
            assertThat(manager.find(Badge.class, 1).owner().site().name()).isEqualTo("site 1");
        });
    }

    @Test
    void aCollectionThatNobodyTouchedIsNotLoaded() {
        EntityManagerFactory factory = company(10);
        unit.read(factory, manager -> {
            List<Employee> employees = all(manager);
            assertThat(employees.get(0).projects().iterator()).hasNext();
            assertThat(factory.getPersistenceUnitUtil().isLoaded(employees.get(1), "projects"))
                    .isFalse();
            Employee second = employees.get(1);
            manager.detach(second);
            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> second.projects().iterator());
        });
    }

    @Test
    void aFlushIsSeenByWhatWasNotTouchedBefore() {
        EntityManagerFactory factory = company(60);
        factory.runInTransaction(manager -> {
            List<Department> departments = departments(manager);
            Department first = departments.get(0);
            Department second = departments.get(1);
            Employee moved = first.employees().iterator().next();
            moved.department(second);
            manager.flush();
            assertThat(second.employees()).hasSize(4).contains(moved);
        });
        factory.runInTransaction(manager -> {
            List<Department> departments = departments(manager);
            Department first = departments.get(0);
            Department second = departments.get(1);
            assertThat(first.employees()).hasSize(2);
            manager.createQuery("update Employee e set e.name = 'x'").executeUpdate();
            manager.createQuery("delete from Employee e where e.id = 21").executeUpdate();
            assertThat(second.employees()).hasSize(3);
        });
    }

    @Test
    void anUnflushedRemovalIsSeen() {
        EntityManagerFactory factory = company(60);
        factory.runInTransaction(manager -> {
            List<Department> departments = departments(manager);
            Department first = departments.get(0);
            Department second = departments.get(1);
            assertThat(first.employees().iterator()).hasNext();
            Employee removed = manager.find(Employee.class, 21);
            manager.remove(removed);
            assertThat(second.employees()).hasSize(2).doesNotContain(removed);
        });
    }

    @Test
    void aReplacedCollectionIsLeftAlone() {
        EntityManagerFactory factory = company(20);
        factory.runInTransaction(manager -> {
            List<Employee> employees = all(manager);
            Employee replaced = employees.get(1);
            replaced.projects(new java.util.HashSet<>(List.of(manager.find(Project.class, 7))));
            assertThat(employees.get(0).projects().iterator()).hasNext();
            assertThat(replaced.projects()).extracting(Project::id).containsExactly(7);
        });
        factory.runInTransaction(
                manager -> assertThat(manager.find(Employee.class, 1).projects())
                        .extracting(Project::id)
                        .containsExactly(7));
    }

    @Test
    void additionsBeforeTheLoadAreKept() {
        EntityManagerFactory factory = company(20);
        factory.runInTransaction(manager -> {
            List<Employee> employees = all(manager);
            Project added = manager.find(Project.class, 9);
            Employee second = employees.get(1);
            assertThat(second.projects().add(added)).isTrue();
            assertThat(employees.get(0).projects().iterator()).hasNext();
            assertThat(second.projects()).contains(added).hasSize(4);
        });
        factory.runInTransaction(manager ->
                assertThat(manager.find(Employee.class, 1).projects()).hasSize(4));
    }

    @Test
    void aLockIsOfTheOneThatIsFound() {
        EntityManagerFactory factory = plant(5);
        factory.runInTransaction(manager -> {
            List<Badge> badges = badges(manager);
            Operator locked = manager.find(Operator.class, 0, LockModeType.PESSIMISTIC_WRITE);
            assertThat(locked).isSameAs(badges.get(0).owner());
            badges.get(1).owner().site();
            assertThat(manager.getLockMode(locked)).isEqualTo(LockModeType.PESSIMISTIC_WRITE);
            assertThat(manager.getLockMode(badges.get(2).owner())).isEqualTo(LockModeType.NONE);
        });
    }

    @ParameterizedTest
    @CsvSource({"read-committed", "snapshot", "serializable"})
    void everyIsolationLevelLoadsInBatches(String isolation) {
        assumeFalse(isolation.equals("serializable") && url.startsWith("mongodb"), "MongoDB has no such level");
        EntityManagerFactory factory = unit.create(url, Map.of(DormouseSettings.ISOLATION, isolation));
        factory.runInTransaction(manager -> Company.employ(manager, 50));
        assertThat(requests(factory, manager -> all(manager)
                        .forEach(e -> e.department().name())))
                .hasSize(2);
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                question("size of a set behind a join table", 1, e -> assertThat(
                                e.projects().size())
                        .isEqualTo(3)),
                question("isEmpty", 1, e -> assertThat(e.projects().isEmpty()).isFalse()),
                question("contains, behind a join table", 1, e -> assertThat(
                                e.projects().contains(e.known))
                        .isTrue()),
                question("add of what is there", 1, e -> assertThat(e.projects().add(e.known))
                        .isFalse()),
                question("add of what is not there", 1, e -> assertThat(
                                e.projects().add(e.unknown))
                        .isTrue()));
    }

    private static Arguments question(String what, int requests, Consumer<Employee> ask) {
        return Arguments.of(what, requests, ask);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aQuestionLoadsNoCollection(String what, int requests, Consumer<Employee> ask) {
        EntityManagerFactory factory = company(20);
        try (EntityManager manager = factory.createEntityManager()) {
            Employee employee = manager.find(Employee.class, 3);
            employee.known = manager.find(Project.class, 3);
            employee.unknown = manager.find(Project.class, 19);
            ask.accept(employee);
            assertThat(factory.getPersistenceUnitUtil().isLoaded(employee, "projects"))
                    .isFalse();
            manager.clear();
            Employee again = manager.find(Employee.class, 3);
            again.known = manager.find(Project.class, 3);
            again.unknown = manager.find(Project.class, 19);
            assertThat(RequestCount.during(() -> ask.accept(again))).hasSize(requests);
        }
    }

    @Test
    void membershipAtTheInverseSideNeedsNoRequest() {
        EntityManagerFactory factory = company(20);
        try (EntityManager manager = factory.createEntityManager()) {
            Department department = manager.find(Department.class, 0);
            Employee member = manager.find(Employee.class, 0);
            Employee other = manager.find(Employee.class, 1);
            List<Boolean> answers = new ArrayList<>();
            assertThat(RequestCount.during(() -> {
                        answers.add(department.employees().contains(member));
                        answers.add(department.employees().contains(other));
                    }))
                    .isEmpty();
            assertThat(answers).containsExactly(true, false);
        }
    }

    @Test
    void anInverseReferenceIsNullWhereNothingRefersToIt() {
        EntityManagerFactory factory = plant(10);
        factory.runInTransaction(manager -> manager.remove(manager.find(Badge.class, 4)));
        factory.runInTransaction(manager -> assertThat(operators(manager))
                .allSatisfy(operator -> assertThat(operator.badge() == null).isEqualTo(operator.id() == 4)));
    }

    @Test
    void collectionsHoldWhatWasStored() {
        EntityManagerFactory factory = company(100);
        unit.read(factory, manager -> assertThat(all(manager)).allSatisfy(employee -> {
            int id = employee.id();
            assertThat(employee.projects())
                    .extracting(Project::id)
                    .containsExactlyInAnyOrder(id % 50, (id + 1) % 50, (id + 2) % 50);
            assertThat(employee.byRole().get("lead").id()).isEqualTo(id % 50);
            assertThat(employee.desk().employees()).hasSizeBetween(3, 4).contains(employee);
            assertThat(employee.visits())
                    .singleElement()
                    .extracting(visit -> visit.site().name())
                    .isEqualTo("site " + (id + 1) % 11);
        }));
    }
}
