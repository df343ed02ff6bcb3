package dev.dormouse.spec.extension;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Entities with an association of every kind. */
final class Company {

    static final Class<?>[] CLASSES = {
        Employee.class,
        Operator.class,
        Department.class,
        Project.class,
        Badge.class,
        Site.class,
        Car.class,
        Machine.class,
        Press.class,
        Desk.class,
        DeskId.class,
        Stay.class,
        Visit.class,
        Node.class,
        Grade.class
    };

    private static final int PROJECTS = 50;

    private Company() {}

    /** Makes employees with their departments, projects, desks and sites. */
    static void employ(EntityManager manager, int employees) {
        List<Project> projects = many(manager, PROJECTS, Project::new);
        List<Department> departments = many(manager, 20, Department::new);
        List<Site> sites = many(manager, 11, Site::new);
        List<Desk> desks = many(manager, 30, Desk::new);
        for (int i = 0; i < employees; i++) {
            Employee employee = new Employee();
            employee.id = i;
            employee.name = "employee " + i;
            employee.department = departments.get(i % 20);
            employee.desk = desks.get(i % 30);
            employee.stay = new Stay();
            employee.stay.site = sites.get(i % 11);
            Visit visit = new Visit();
            visit.site = sites.get((i + 1) % 11);
            employee.visits.add(visit);
            for (int p = 0; p < 3; p++) {
                employee.projects.add(projects.get((i + p) % PROJECTS));
            }
            employee.byRole.put("lead", projects.get(i % PROJECTS));
            employee.favourites.addAll(List.of(projects.get(9), projects.get(5), projects.get(2)));
            manager.persist(employee);
        }
    }

    /** Makes operators with their badges, machines and cars. */
    static void operate(EntityManager manager, int operators) {
        List<Site> sites = many(manager, 11, Site::new);
        List<Car> cars = many(manager, 7, Car::new);
        for (int i = 0; i < operators; i++) {
            Operator operator = new Operator();
            operator.id = i;
            operator.site = sites.get(i % 11);
            operator.car = cars.get(i % 7);
            operator.machine = i % 2 == 0 ? new Press(i) : new Machine(i);
            manager.persist(operator.machine);
            manager.persist(operator);
            manager.persist(new Badge(i, operator));
        }
    }

    private static <T> List<T> many(EntityManager manager, int count, IntFunction<T> maker) {
        List<T> made = IntStream.range(0, count).mapToObj(maker).toList();
        made.forEach(manager::persist);
        return made;
    }

    static Node tree(int depth) {
        return Node.of(1, depth);
    }

    @Entity(name = "Employee")
    static class Employee {
        @Id
        int id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Department department;

        @ManyToOne(fetch = FetchType.LAZY)
        Desk desk;

        Stay stay;

        @ManyToMany
        Set<Project> projects = new HashSet<>();

        @ManyToMany
        @JoinTable(name = "EMPLOYEE_ROLE")
        @MapKeyColumn(name = "ROLE_NAME")
        Map<String, Project> byRole = new HashMap<>();

        @ManyToMany
        @JoinTable(name = "EMPLOYEE_FAVOURITE")
        @OrderColumn
        List<Project> favourites = new ArrayList<>();

        @ElementCollection
        List<Visit> visits = new ArrayList<>();

        @Transient
        Project known;

        @Transient
        Project unknown;

        int id() {
            return id;
        }

        String name() {
            return name;
        }

        Department department() {
            return department;
        }

        void department(Department other) {
            department = other;
        }

        Desk desk() {
            return desk;
        }

        Stay stay() {
            return stay;
        }

        Set<Project> projects() {
            return projects;
        }

        void projects(Set<Project> others) {
            projects = others;
        }

        Map<String, Project> byRole() {
            return byRole;
        }

        List<Project> favourites() {
            return favourites;
        }

        List<Visit> visits() {
            return visits;
        }
    }

    /** What needs other records than its own to be made. */
    @Entity(name = "Operator")
    static class Operator {
        @Id
        int id;

        @ManyToOne
        Site site;

        @ManyToOne(fetch = FetchType.LAZY)
        Machine machine;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "car_plate", referencedColumnName = "plate")
        Car car;

        @OneToOne(mappedBy = "owner", fetch = FetchType.LAZY)
        Badge badge;

        int id() {
            return id;
        }

        Site site() {
            return site;
        }

        Machine machine() {
            return machine;
        }

        Car car() {
            return car;
        }

        Badge badge() {
            return badge;
        }
    }

    @Entity(name = "Department")
    static class Department {
        @Id
        int id;

        String name;

        @OneToMany(mappedBy = "department")
        Set<Employee> employees = new HashSet<>();

        Department() {}

        Department(int id) {
            this.id = id;
            name = "department " + id;
        }

        String name() {
            return name;
        }

        Set<Employee> employees() {
            return employees;
        }
    }

    /** Refuses a grade below zero when it is read. */
    @Converter
    static class Grade implements AttributeConverter<Integer, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Integer grade) {
            return grade;
        }

        @Override
        public Integer convertToEntityAttribute(Integer stored) {
            if (stored < 0) {
                throw new IllegalStateException("grade " + stored);
            }
            return stored;
        }
    }

    @Entity(name = "Project")
    static class Project {
        @Id
        int id;

        String name;

        @Convert(converter = Grade.class)
        Integer grade = 1;

        @Transient
        int loads;

        Project() {}

        Project(int id) {
            this.id = id;
            name = "project " + id;
        }

        @PostLoad
        void loaded() {
            loads++;
        }

        int id() {
            return id;
        }

        String name() {
            return name;
        }
    }

    @Entity(name = "Badge")
    static class Badge {
        @Id
        int id;

        String code;

        @OneToOne(fetch = FetchType.LAZY)
        Operator owner;

        Badge() {}

        Badge(int id, Operator owner) {
            this.id = id;
            this.owner = owner;
            code = "badge " + id;
        }

        String code() {
            return code;
        }

        Operator owner() {
            return owner;
        }
    }

    @Entity(name = "Site")
    static class Site {
        @Id
        int id;

        String name;

        Site() {}

        Site(int id) {
            this.id = id;
            name = "site " + id;
        }

        String name() {
            return name;
        }
    }

    @Entity(name = "Car")
    static class Car {
        @Id
        int id;

        @Column(unique = true)
        String plate;

        Car() {}

        Car(int id) {
            this.id = id;
            plate = "plate " + id;
        }

        String plate() {
            return plate;
        }
    }

    @Entity(name = "Machine")
    static class Machine {
        @Id
        int id;

        String name;

        Machine() {}

        Machine(int id) {
            this.id = id;
            name = "machine " + id;
        }

        int id() {
            return id;
        }

        String name() {
            return name;
        }
    }

    @Entity(name = "Press")
    static class Press extends Machine {
        Press() {}

        Press(int id) {
            super(id);
        }
    }

    @Embeddable
    record DeskId(String building, int number) {}

    @Entity(name = "Desk")
    static class Desk {
        @EmbeddedId
        DeskId id;

        String name;

        @OneToMany(mappedBy = "desk")
        List<Employee> employees = new ArrayList<>();

        Desk() {}

        Desk(int number) {
            id = new DeskId("building " + number % 3, number);
            name = "desk " + number;
        }

        String name() {
            return name;
        }

        List<Employee> employees() {
            return employees;
        }
    }

    @Embeddable
    static class Stay {
        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "stay_site_id")
        Site site;

        Site site() {
            return site;
        }
    }

    @Embeddable
    static class Visit {
        @ManyToOne
        Site site;

        Site site() {
            return site;
        }
    }

    @Entity(name = "Node")
    static class Node {
        @Id
        int id;

        @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        Node left;

        @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.PERSIST)
        Node right;

        private static Node of(int id, int depth) {
            Node node = new Node();
            node.id = id;
            if (depth > 0) {
                node.left = of(2 * id, depth - 1);
                node.right = of(2 * id + 1, depth - 1);
            }
            return node;
        }

        Node left() {
            return left;
        }

        Node right() {
            return right;
        }

        int count() {
            return 1 + (left() == null ? 0 : left().count()) + (right() == null ? 0 : right().count());
        }
    }
}
