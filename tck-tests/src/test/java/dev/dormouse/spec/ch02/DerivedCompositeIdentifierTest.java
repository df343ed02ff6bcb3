package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.4.1, derived identities: examples 1 to 3, a dependent with a composite key. */
final class DerivedCompositeIdentifierTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Employee1.class,
            Employee2.class,
            Employee3.class,
            EmployeeId.class,
            Dependent1a.class,
            DependentId1b.class,
            Dependent1b.class,
            Dependent2a.class,
            DependentId2b.class,
            Dependent2b.class,
            Dependent3a.class,
            Dependent3b.class);

    private final Employee1 sam1 = new Employee1();
    private final Employee2 sam2 = new Employee2();
    private final Employee3 sam3 = new Employee3();

    @BeforeEach
    void nameThem() {
        sam1.empId = 17;
        sam1.empName = "Sam";
        sam2.firstName = "Sam";
        sam2.lastName = "Doe";
        sam3.empId = sam();
    }

    private static EmployeeId sam() {
        return new EmployeeId("Sam", "Doe");
    }

    @Test
    void example1aWithAnIdClass() {
        Dependent1a joe = new Dependent1a();
        joe.name = "Joe";
        joe.emp = sam1;
        assertKept(joe, d -> d.emp, new DependentId1a("Joe", 17L), 17L, "e.name = 'Joe' AND e.emp.empName = 'Sam'");
        assertNone(Dependent1a.class, new DependentId1a("Jim", 17L));
    }

    @Test
    void example1bWithAnEmbeddedId() {
        Dependent1b joe = new Dependent1b();
        joe.id = new DependentId1b("Joe", 0L);
        joe.emp = sam1;
        DependentId1b key = new DependentId1b("Joe", 17L);
        assertKept(joe, d -> d.emp, key, 17L, "e.id.name = 'Joe' AND e.emp.empName = 'Sam'");
        assertThat(joe.id).isEqualTo(key);
    }

    @Test
    void example2aWithAnIdClass() {
        Dependent2a joe = new Dependent2a();
        joe.name = "Joe";
        joe.emp = sam2;
        DependentId2a key = new DependentId2a("Joe", sam());
        assertKept(joe, d -> d.emp, key, sam(), "e.name = 'Joe' AND e.emp.firstName = 'Sam'");
        assertNone(Dependent2a.class, new DependentId2a("Jim", sam()));
    }

    @Test
    void example2bWithAnEmbeddedId() {
        Dependent2b joe = new Dependent2b();
        joe.id = new DependentId2b("Joe", null);
        joe.emp = sam2;
        DependentId2b key = new DependentId2b("Joe", sam());
        assertKept(
                joe,
                d -> d.emp,
                key,
                sam(),
                "e.id.name = 'Joe' AND e.emp.firstName = 'Sam'",
                "e.id.name = 'Joe' AND e.id.empPK.firstName = 'Sam'");
        assertThat(joe.id).isEqualTo(key);
    }

    @Test
    void example3aWithAnIdClass() {
        Dependent3a joe = new Dependent3a();
        joe.name = "Joe";
        joe.emp = sam3;
        DependentId2a key = new DependentId2a("Joe", sam());
        assertKept(joe, d -> d.emp, key, sam(), "e.name = 'Joe' AND e.emp.empId.firstName = 'Sam'");
        assertNone(Dependent3a.class, new DependentId2a("Jim", sam()));
    }

    @Test
    void example3bWithAnEmbeddedId() {
        Dependent3b joe = new Dependent3b();
        joe.id = new DependentId2b("Joe", null);
        joe.emp = sam3;
        DependentId2b key = new DependentId2b("Joe", sam());
        assertKept(
                joe,
                d -> d.emp,
                key,
                sam(),
                "e.id.name = 'Joe' AND e.emp.empId.firstName = 'Sam'",
                "e.id.name = 'Joe' AND e.id.empPK.firstName = 'Sam'");
        assertThat(joe.id).isEqualTo(key);
    }

    /** Persists a dependent with its parent; each is found by its key, the dependent also by each condition. */
    @SuppressWarnings("unchecked")
    private <D> void assertKept(
            D dependent, Function<D, Object> parent, Object key, Object parentKey, String... conditions) {
        Object employee = parent.apply(dependent);
        unit.persist(employee, dependent);
        unit.run(manager -> {
            D found = Identified.find(manager, (Class<D>) dependent.getClass(), key, conditions);
            assertThat(parent.apply(found)).isSameAs(manager.find(employee.getClass(), parentKey));
        });
    }

    private void assertNone(Class<?> type, Object key) {
        unit.run(manager -> assertThat((Object) manager.find(type, key)).isNull());
    }

    @Test
    void dependentsOfOneParentAreToldApart() {
        Dependent1a joe = new Dependent1a();
        joe.name = "Joe";
        joe.emp = sam1;
        Dependent1a jim = new Dependent1a();
        jim.name = "Jim";
        jim.emp = sam1;
        unit.persist(sam1, joe, jim);

        unit.run(manager -> manager.remove(manager.find(Dependent1a.class, new DependentId1a("Joe", 17L))));

        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT d.name FROM Dependent1a d WHERE d.emp = :sam", String.class)
                                .setParameter("sam", manager.getReference(Employee1.class, 17L))
                                .getResultList())
                .isEqualTo(List.of("Jim")));
    }

    @Entity
    public static class Employee1 {
        @Id
        long empId;

        String empName;
    }

    @Entity
    @IdClass(EmployeeId.class)
    public static class Employee2 {
        @Id
        String firstName;

        @Id
        String lastName;
    }

    @Entity
    public static class Employee3 {
        @EmbeddedId
        EmployeeId empId;
    }

    @Embeddable
    public static class EmployeeId implements Serializable {
        String firstName;
        String lastName;

        public EmployeeId() {}

        EmployeeId(String firstName, String lastName) {
            this.firstName = firstName;
            this.lastName = lastName;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof EmployeeId o
                    && Objects.equals(o.firstName, firstName)
                    && Objects.equals(o.lastName, lastName);
        }

        @Override
        public int hashCode() {
            return Objects.hash(firstName, lastName);
        }
    }

    public static class DependentId1a implements Serializable {
        String name;
        long emp;

        public DependentId1a() {}

        DependentId1a(String name, long emp) {
            this.name = name;
            this.emp = emp;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DependentId1a o && Objects.equals(o.name, name) && o.emp == emp;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, emp);
        }
    }

    @Entity
    @IdClass(DependentId1a.class)
    public static class Dependent1a {
        @Id
        String name;

        @Id
        @ManyToOne
        Employee1 emp;
    }

    @Embeddable
    public static class DependentId1b implements Serializable {
        String name;
        long empPK;

        public DependentId1b() {}

        DependentId1b(String name, long empPK) {
            this.name = name;
            this.empPK = empPK;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DependentId1b o && Objects.equals(o.name, name) && o.empPK == empPK;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, empPK);
        }
    }

    @Entity
    public static class Dependent1b {
        @EmbeddedId
        DependentId1b id;

        @MapsId("empPK")
        @ManyToOne
        Employee1 emp;
    }

    public static class DependentId2a implements Serializable {
        String name;
        EmployeeId emp;

        public DependentId2a() {}

        DependentId2a(String name, EmployeeId emp) {
            this.name = name;
            this.emp = emp;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DependentId2a o && Objects.equals(o.name, name) && Objects.equals(o.emp, emp);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, emp);
        }
    }

    @Entity
    @IdClass(DependentId2a.class)
    public static class Dependent2a {
        @Id
        String name;

        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @ManyToOne
        Employee2 emp;
    }

    @Embeddable
    public static class DependentId2b implements Serializable {
        String name;
        EmployeeId empPK;

        public DependentId2b() {}

        DependentId2b(String name, EmployeeId empPK) {
            this.name = name;
            this.empPK = empPK;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof DependentId2b o && Objects.equals(o.name, name) && Objects.equals(o.empPK, empPK);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, empPK);
        }
    }

    @Entity
    public static class Dependent2b {
        @EmbeddedId
        DependentId2b id;

        @MapsId("empPK")
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @ManyToOne
        Employee2 emp;
    }

    @Entity
    @IdClass(DependentId2a.class)
    public static class Dependent3a {
        @Id
        @Column(name = "dep_name")
        String name;

        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @ManyToOne
        Employee3 emp;
    }

    @Entity
    public static class Dependent3b {
        @AttributeOverride(name = "name", column = @Column(name = "dep_name"))
        @EmbeddedId
        DependentId2b id;

        @MapsId("empPK")
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @ManyToOne
        Employee3 emp;
    }
}
