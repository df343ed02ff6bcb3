package dev.dormouse.internal.query.company;

import dev.dormouse.DormousePersistenceProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The company in memory: three departments, six people, three projects. */
public final class Company implements AutoCloseable {

    /** All managed classes. */
    public static final List<Class<?>> CLASSES = List.of(
            Department.class,
            Employee.class,
            Engineer.class,
            Seller.class,
            Project.class,
            Task.class,
            Badge.class,
            Visit.class,
            Address.class,
            BadgeId.class,
            YesNo.class);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EntityManagerFactory factory;

    public Company() {
        PersistenceConfiguration configuration = new PersistenceConfiguration("company")
                .property("jakarta.persistence.jdbc.url", "memory:company" + NUMBER.incrementAndGet());
        for (Class<?> type : CLASSES) {
            configuration.managedClass(type);
        }
        factory = Objects.requireNonNull(new DormousePersistenceProvider().createEntityManagerFactory(configuration));
        factory.runInTransaction(Company::fill);
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
    }

    private static void fill(EntityManager manager) {
        Department build = new Department("B", "Building", "1000.50");
        Department sales = new Department("S", "Sales", "300.00");
        Department empty = new Department("X", "Archive", "0.00");
        Engineer ada = new Engineer(1, "Ada", 120, "2010-03-01", "Java");
        Engineer bob = new Engineer(2, "Bob", 100, "2012-07-15", "C");
        Seller cyd = new Seller(3, "Cyd", 80, "2015-01-31", 5);
        Seller dan = new Seller(4, "Dan", 80, "2018-11-05", 7);
        Employee eve = new Employee(5, "Eve", 200, "2009-12-24");
        Employee fay = new Employee(6, "Fay", 60, "2020-02-29");
        ada.department = build;
        bob.department = build;
        cyd.department = sales;
        dan.department = sales;
        ada.manager = eve;
        bob.manager = ada;
        cyd.manager = eve;
        dan.manager = cyd;
        ada.bonus = 1.5;
        bob.bonus = 0.5;
        ada.rating = 5;
        bob.rating = 3;
        cyd.rating = 3;
        dan.status = Status.ON_LEAVE;
        fay.status = Status.RETIRED;
        bob.remote = true;
        fay.remote = true;
        ada.address = new Address("Main 1", "Bern");
        bob.address = new Address("Side 2", "Basel");
        cyd.address = new Address("Main 3", "Bern");
        ada.phones.addAll(List.of("111", "112"));
        bob.phones.add("221");
        ada.skills.put("lace", 3);
        ada.skills.put("maths", 9);
        bob.skills.put("maths", 4);
        ada.homes.add(new Address("Lake 1", "Thun"));
        ada.homes.add(new Address("Lake 2", "Biel"));
        Project apollo = new Project(10, "Apollo");
        Project babel = new Project(20, "Babel");
        Project clock = new Project(30, "Clock");
        apollo.lead = ada;
        babel.lead = cyd;
        apollo.waiting.addAll(List.of(fay, dan));
        apollo.sponsors.addAll(List.of(sales, build));
        babel.sponsors.add(sales);
        apollo.contacts.put(build, eve);
        apollo.contacts.put(sales, fay);
        apollo.contacts.put(empty, fay);
        babel.contacts.put(sales, dan);
        ada.projects.add(apollo);
        ada.projects.add(babel);
        bob.projects.add(apollo);
        cyd.projects.add(babel);
        Badge adas = new Badge(new BadgeId("north", 1), ada);
        Badge bobs = new Badge(new BadgeId("north", 2), bob);
        for (Object entity :
                List.of(build, sales, empty, eve, ada, bob, cyd, dan, fay, apollo, babel, clock, adas, bobs)) {
            manager.persist(entity);
        }
        manager.persist(new Task(apollo, "design", 40));
        manager.persist(new Task(apollo, "test", 10));
        manager.persist(new Task(babel, "design", 5));
        manager.persist(new Visit(1, "2024-01-01T08:00:00", adas));
        manager.persist(new Visit(2, "2024-01-01T09:30:15", bobs));
        manager.persist(new Visit(3, "2024-01-02T08:05:00", adas));
        manager.persist(new Visit(4, "2024-01-02T23:59:59", null));
    }
}
