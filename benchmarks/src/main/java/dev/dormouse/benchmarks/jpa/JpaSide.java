package dev.dormouse.benchmarks.jpa;

import dev.dormouse.benchmarks.Rows;
import dev.dormouse.benchmarks.Side;
import dev.dormouse.benchmarks.model.Account;
import dev.dormouse.benchmarks.model.Department;
import dev.dormouse.benchmarks.model.Employee;
import dev.dormouse.benchmarks.model.Node;
import dev.dormouse.benchmarks.model.Person;
import dev.dormouse.benchmarks.model.Project;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The operations against the Jakarta Persistence API, the same for every provider. */
public final class JpaSide implements Side {

    static final List<Class<?>> MODEL =
            List.of(Person.class, Department.class, Employee.class, Project.class, Account.class, Node.class);

    private final EntityManagerFactory factory;

    private JpaSide(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Opens the database of a folder with the {@link Provider} of this name. */
    public static Side open(String provider, Path folder) {
        return new JpaSide(Provider.valueOf(provider).open(folder, MODEL));
    }

    @Override
    public void fill(int count) {
        for (int first = 0; first < count; first += Rows.CHUNK) {
            persist(first, Math.min(Rows.CHUNK, count - first));
        }
        int projects = (int) Rows.projects(count);
        write(context -> {
            for (int id = 0; id < projects; id++) {
                context.persist(new Project(id));
            }
            for (int id = 0; id < Rows.ACCOUNTS; id++) {
                context.persist(new Account(id));
            }
        });
        for (int first = 0; first < count; first += Rows.CHUNK) {
            fillEmployees(first, Math.min(Rows.CHUNK, count - first), projects);
        }
    }

    private void fillEmployees(int first, int count, int projects) {
        write(context -> {
            List<Department> departments = new ArrayList<>();
            for (int id = first; id < first + count; id++) {
                if (id % Rows.DEPARTMENT == 0) {
                    departments.add(new Department(Rows.department(id)));
                    context.persist(departments.get(departments.size() - 1));
                }
                Employee employee = new Employee(id, departments.get(departments.size() - 1));
                employee.getProjects().add(context.getReference(Project.class, Rows.firstProject(id, projects)));
                employee.getProjects().add(context.getReference(Project.class, Rows.secondProject(id, projects)));
                context.persist(employee);
            }
        });
    }

    @Override
    public void persist(long firstId, int count) {
        write(context -> {
            for (long id = firstId; id < firstId + count; id++) {
                context.persist(new Person(id));
            }
        });
    }

    @Override
    public void remove(long firstId, int count) {
        write(context -> {
            for (long id = firstId; id < firstId + count; id++) {
                context.remove(context.find(Person.class, id));
            }
        });
    }

    @Override
    public long findEach(long[] ids) {
        long sum = 0;
        for (long id : ids) {
            sum += read(context -> checksum(context.find(Person.class, id)));
        }
        return sum;
    }

    @Override
    public long findAll(long[] ids) {
        return read(context -> {
            long sum = 0;
            for (long id : ids) {
                sum += checksum(context.find(Person.class, id));
            }
            return sum;
        });
    }

    @Override
    public void update(long firstId, int count, int score) {
        write(context -> {
            for (long id = firstId; id < firstId + count; id++) {
                context.find(Person.class, id).setScore(score);
            }
        });
    }

    @Override
    public void updateVersioned(long firstId, int count) {
        write(context -> {
            for (long id = firstId; id < firstId + count; id++) {
                Account account = context.find(Account.class, id);
                account.setBalance(account.getBalance() + 1);
            }
        });
    }

    @Override
    public void persistTree(long rootId, int depth) {
        write(context -> context.persist(tree(rootId, 1, depth)));
    }

    private static Node tree(long rootId, long number, int depth) {
        Node node = new Node(rootId + number - 1);
        if (depth > 1) {
            node.setLeft(tree(rootId, 2 * number, depth - 1));
            node.setRight(tree(rootId, 2 * number + 1, depth - 1));
        }
        return node;
    }

    @Override
    public long walkTree(long rootId) {
        return read(context -> weight(context.find(Node.class, rootId)));
    }

    private static long weight(@Nullable Node node) {
        return node == null ? 0 : node.getWeight() + weight(node.getLeft()) + weight(node.getRight());
    }

    @Override
    public long graph(long employee) {
        return read(context -> {
            Employee found = context.find(Employee.class, employee);
            long sum =
                    (long) found.getSalary() + found.getDepartment().getName().length();
            for (Project project : found.getProjects()) {
                sum += project.getId() + project.getName().length();
            }
            return sum;
        });
    }

    @Override
    public long uniqueLookup(String email) {
        return read(
                context -> checksum(context.createQuery("select p from Person p where p.email = :email", Person.class)
                        .setParameter("email", email)
                        .getSingleResult()));
    }

    @Override
    public long byName(String name) {
        return read(context -> context
                .createQuery("select p from Person p where p.name = :name", Person.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .mapToLong(JpaSide::checksum)
                .sum());
    }

    @Override
    public long range(LocalDate from, LocalDate to) {
        return read(context -> ordered(context
                .createQuery(
                        "select p from Person p where p.birth >= :from and p.birth < :to order by p.birth, p.id",
                        Person.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(Person::getId)
                .toList()));
    }

    @Override
    public long latestHired(String department) {
        return read(context -> ordered(context
                .createQuery(
                        "select e from Employee e join e.department d where d.name = :name order by e.hired desc, e.id",
                        Employee.class)
                .setParameter("name", department)
                .setMaxResults(20)
                .getResultList()
                .stream()
                .map(Employee::getId)
                .toList()));
    }

    @Override
    public long fetchJoin(long department) {
        return read(context -> context
                .createQuery(
                        "select distinct d from Department d join fetch d.employees where d.id = :id", Department.class)
                .setParameter("id", department)
                .getSingleResult()
                .getEmployees()
                .stream()
                .mapToLong(employee -> employee.getId() + employee.getSalary())
                .sum());
    }

    @Override
    public long manyToMany(String project) {
        return read(context -> context
                .createQuery("select e.name from Employee e join e.projects p where p.name = :name", String.class)
                .setParameter("name", project)
                .getResultList()
                .stream()
                .mapToLong(String::hashCode)
                .sum());
    }

    @Override
    public long bestPaid(long department) {
        return read(context -> context
                .createQuery(
                        "select e.id from Employee e where e.department.id between :first and :last"
                                + " and e.salary = (select max(c.salary) from Employee c where c.department = e.department)",
                        Long.class)
                .setParameter("first", department)
                .setParameter("last", department + 9)
                .getResultList()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
    }

    @Override
    public long groupBy() {
        return read(context -> context
                .createQuery(
                        "select d.name, count(e), sum(e.salary) from Employee e join e.department d group by d.name",
                        Object[].class)
                .getResultList()
                .stream()
                .mapToLong(row -> (Long) row[1] + (Long) row[2] + ((String) row[0]).length())
                .sum());
    }

    @Override
    public long scan(int score) {
        return read(context -> context.createQuery("select count(p) from Person p where p.score = :score", Long.class)
                .setParameter("score", score)
                .getSingleResult());
    }

    @Override
    public long bulkUpdate(long firstId, int count) {
        EntityManager context = factory.createEntityManager();
        try (context) {
            context.getTransaction().begin();
            int updated = context.createQuery(
                            "update Person p set p.visits = p.visits + 1 where p.id >= :first and p.id < :end")
                    .setParameter("first", firstId)
                    .setParameter("end", firstId + count)
                    .executeUpdate();
            context.getTransaction().commit();
            return updated;
        }
    }

    private static long checksum(Person person) {
        return person.getId() + person.getScore() + person.getEmail().length();
    }

    private static long ordered(List<Long> ids) {
        long hash = 0;
        for (long id : ids) {
            hash = 31 * hash + id;
        }
        return hash;
    }

    private long read(ToLongFunction<EntityManager> work) {
        try (EntityManager context = factory.createEntityManager()) {
            return work.applyAsLong(context);
        }
    }

    private void write(Consumer<EntityManager> work) {
        try (EntityManager context = factory.createEntityManager()) {
            context.getTransaction().begin();
            work.accept(context);
            context.getTransaction().commit();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
