package dev.dormouse.spec.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.spec.RequestCount;
import dev.dormouse.spec.SpecUnit;
import dev.dormouse.spec.extension.Company.Department;
import dev.dormouse.spec.extension.Company.Employee;
import dev.dormouse.spec.extension.Company.Project;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets of the guide's page on performance. */
final class FetchGuideTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Company.CLASSES);

    @AfterEach
    void forget() {
        RequestCount.forget();
    }

    private EntityManagerFactory company(Map<String, ?> settings) {
        String url = unit.freshUrl();
        RequestCount.watch(url);
        EntityManagerFactory factory = unit.create(url, settings);
        factory.runInTransaction(manager -> Company.employ(manager, 1_000));
        return factory;
    }

    private static void walk(EntityManager manager) {
        // region walk
        List<Employee> employees =
                manager.createQuery("select e from Employee e", Employee.class).getResultList();
        for (Employee employee : employees) {
            assertThat(employee.department().name()).startsWith("department");
            for (Project project : employee.projects()) {
                assertThat(project.name()).startsWith("project");
            }
        }
        // endregion
    }

    @Test
    void aWalkIsAFewRequests() {
        EntityManagerFactory factory = company(Map.of());
        unit.read(factory, FetchGuideTest::walk);
        unit.read(factory, manager -> assertThat(RequestCount.during(() -> walk(manager)))
                .hasSizeLessThanOrEqualTo(6));
    }

    @Test
    void oneByOne() {
        // region size
        EntityManagerFactory factory = company(Map.of(DormouseSettings.FETCH_BATCH_SIZE, "1"));
        // endregion
        unit.read(factory, FetchGuideTest::walk);
        unit.read(factory, manager -> assertThat(RequestCount.during(() -> walk(manager)))
                .hasSizeGreaterThan(1_000));
    }

    @Test
    void aQuestionLoadsNothing() {
        EntityManagerFactory factory = company(Map.of());
        try (EntityManager manager = factory.createEntityManager()) {
            // region questions
            Department department = manager.find(Department.class, 0);
            Employee employee = manager.find(Employee.class, 20);
            assertThat(department.employees().size()).isEqualTo(50);
            assertThat(department.employees().contains(employee)).isTrue();
            Set<Project> projects = employee.projects();
            assertThat(projects.isEmpty()).isFalse();
            projects.add(manager.find(Project.class, 42));
            assertThat(factory.getPersistenceUnitUtil().isLoaded(employee, "projects"))
                    .isFalse();
            // endregion
        }
    }
}
