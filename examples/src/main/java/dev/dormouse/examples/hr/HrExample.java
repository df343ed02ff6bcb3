package dev.dormouse.examples.hr;

import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** The program behind {@code examples/run hr [URL]}. */
public final class HrExample {

    private static final int PEOPLE = 1000;
    private static final int DEPARTMENTS = 20;
    private static final List<String> NAMES = List.of("Kitchen", "Library", "Garden");

    private final EntityManagerFactory factory;
    private final PrintStream out;

    HrExample(EntityManagerFactory factory, PrintStream out) {
        this.factory = factory;
        this.out = out;
    }

    /**
     * Hires, asks and reorganizes, in empty tables.
     *
     * @param arguments the URL of the data; {@code memory:hr} if there is none
     */
    public static void main(String[] arguments) {
        try (EntityManagerFactory factory = open(arguments.length > 0 ? arguments[0] : "memory:hr")) {
            new HrExample(factory, System.out).run();
        }
    }

    static EntityManagerFactory open(String url) {
        return new PersistenceConfiguration("hr")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .managedClass(Department.class)
                .managedClass(Employee.class)
                .managedClass(Project.class)
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.schema-generation.database.action", "drop-and-create")
                .createEntityManagerFactory();
    }

    void run() {
        hire();
        ask();
        refuse();
        reorganize();
    }

    private void hire() {
        factory.runInTransaction(manager -> {
            List<Department> departments = IntStream.range(0, DEPARTMENTS)
                    .mapToObj(i -> new Department(i < NAMES.size() ? NAMES.get(i) : "Office " + i))
                    .toList();
            List<Project> projects = List.of(new Project("Tea party"), new Project("Croquet"));
            departments.forEach(manager::persist);
            projects.forEach(manager::persist);
            for (int i = 0; i < PEOPLE; i++) {
                Employee employee = new Employee(
                        String.format(Locale.ROOT, "Employee %04d", i),
                        "e" + i + "@example.org",
                        BigDecimal.valueOf(30_000 + 10L * i),
                        departments.get(i % DEPARTMENTS));
                manager.persist(employee);
                if (i % 10 == 0) {
                    projects.get(i / 10 % 2).assign(employee);
                }
            }
        });
        out.printf("hired %d employees for %d departments, 100 of them work on 2 projects%n", PEOPLE, DEPARTMENTS);
    }

    private void ask() {
        try (EntityManager manager = factory.createEntityManager()) {
            UUID id = single(manager.createQuery("select e.id from Employee e where e.email = :email", UUID.class)
                    .setParameter("email", "e500@example.org"));
            out.println("by id: " + manager.find(Employee.class, id).getName());
            tell(
                    "by e-mail",
                    manager.createQuery("select e.name from Employee e where e.email = :email", String.class)
                            .setParameter("email", "e42@example.org"));
            tell(
                    "by department",
                    manager.createQuery(
                                    "select e.name from Employee e where e.department.name = 'Library' order by e.name",
                                    String.class)
                            .setMaxResults(3));
            tell(
                    "by project",
                    manager.createQuery(
                                    "select e.name from Project p join p.members e where p.name = 'Croquet' order by e.name",
                                    String.class)
                            .setMaxResults(3));
            tell(
                    "by salary",
                    manager.createQuery("select e.name from Employee e order by e.salary desc", String.class)
                            .setMaxResults(3));
            for (Object[] row : manager.createQuery(
                            "select d.name, count(e), avg(e.salary) from Department d join d.employees e"
                                    + " group by d.name order by d.name",
                            Object[].class)
                    .setMaxResults(3)
                    .getResultList()) {
                out.printf(Locale.ROOT, "%s: %d employees, %.2f on average%n", row[0], (Long) row[1], (Double) row[2]);
            }
        }
    }

    private static <T> T single(TypedQuery<T> query) {
        return query.getSingleResult();
    }

    private void tell(String path, TypedQuery<String> query) {
        List<String> names = query.getResultList();
        QueryExplanation explanation = query.unwrap(QueryExplanation.class);
        out.printf("%s: %s (%d entries visited)%n", path, names, explanation.entriesVisited());
    }

    private void refuse() {
        try {
            factory.runInTransaction(manager -> {
                Department kitchen = department(manager, "Kitchen");
                manager.persist(new Employee("Twin", "e1@example.org", BigDecimal.TEN, kitchen));
            });
            out.println("a second e-mail was taken");
        } catch (PersistenceException e) {
            out.println("a second e-mail is refused");
        }
        try {
            factory.runInTransaction(manager -> manager.remove(department(manager, "Garden")));
            out.println("a department with employees was removed");
        } catch (PersistenceException e) {
            out.println("a department with employees stays");
        }
    }

    private void reorganize() {
        factory.runInTransaction(manager -> {
            Department garden = department(manager, "Garden");
            Department library = department(manager, "Library");
            List.copyOf(garden.getEmployees()).forEach(employee -> employee.moveTo(library));
            manager.remove(garden);
            manager.createQuery("select p from Project p where p.name = 'Croquet'", Project.class)
                    .getResultList()
                    .forEach(manager::remove);
        });
        try (EntityManager manager = factory.createEntityManager()) {
            out.println("after the garden was closed the library has "
                    + department(manager, "Library").getEmployees().size() + " employees, "
                    + manager.createQuery("select count(e) from Employee e where e.projects is not empty", Long.class)
                            .getSingleResult()
                    + " employees have a project");
        }
    }

    private static Department department(EntityManager manager, String name) {
        return manager.createQuery("select d from Department d where d.name = :name", Department.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
