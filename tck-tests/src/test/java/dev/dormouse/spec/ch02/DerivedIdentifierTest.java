package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.4.1, derived identities: examples 4 to 6, the key of the parent is the key of the dependent. */
final class DerivedIdentifierTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(
            Person4.class,
            Person5.class,
            Person6.class,
            PersonId.class,
            History7.class,
            Person7.class,
            History.class,
            History4a.class,
            History4b.class,
            History5a.class,
            History5b.class,
            History6a.class,
            History6b.class);

    private static final String SSN = "123-45-6789";

    private final Person4 person4 = new Person4();
    private final Person5 person5 = new Person5();
    private final Person6 person6 = new Person6();

    @BeforeEach
    void nameThem() {
        person4.ssn = SSN;
        person5.firstName = "Ada";
        person5.lastName = "King";
        person6.id = ada();
    }

    private static PersonId ada() {
        return new PersonId("Ada", "King");
    }

    @Test
    void example4aKeyOfTheParentIsMappedByTheRelationship() {
        History4a history = new History4a();
        history.patient = person4;
        assertKept(History4a.class, history, h -> h.patient, SSN, "e.patient.ssn = '123-45-6789'");
    }

    @Test
    void example4bKeyOfTheParentIsCopiedByMapsId() {
        History4b history = new History4b();
        history.patient = person4;
        assertKept(History4b.class, history, h -> h.patient, SSN, "e.patient.ssn = '123-45-6789'");
        assertThat(history.id).isEqualTo(SSN);
    }

    @Test
    void example5aKeyOfTheParentIsMappedByTheRelationship() {
        History5a history = new History5a();
        history.patient = person5;
        assertKept(History5a.class, history, h -> h.patient, ada(), "e.patient.firstName = 'Ada'");
    }

    @Test
    void example5bKeyOfTheParentIsCopiedByMapsId() {
        History5b history = new History5b();
        history.patient = person5;
        assertKept(History5b.class, history, h -> h.patient, ada(), "e.patient.firstName = 'Ada'");
        assertThat(history.id).isEqualTo(ada());
    }

    @Test
    void example6aKeyOfTheParentIsMappedByTheRelationship() {
        History6a history = new History6a();
        history.patient = person6;
        assertKept(History6a.class, history, h -> h.patient, ada(), "e.patient.id.firstName = 'Ada'");
    }

    @Test
    void example6bKeyOfTheParentIsCopiedByMapsId() {
        History6b history = new History6b();
        history.patient = person6;
        assertKept(History6b.class, history, h -> h.patient, ada(), "e.patient.id.firstName = 'Ada'");
        assertThat(history.id).isEqualTo(ada());
    }

    /** Persists a history with its patient; both are found by one key, the history also by what its patient says. */
    private <H extends History> void assertKept(
            Class<H> type, H history, Function<H, Object> patient, Object key, String where) {
        history.text = "healthy";
        Object person = patient.apply(history);
        unit.persist(person, history);
        unit.run(manager -> {
            H found = Identified.find(manager, type, key, where);
            assertThat(found.text).isEqualTo("healthy");
            assertThat(patient.apply(found)).isSameAs(manager.find(person.getClass(), key));
        });
    }

    @Test
    void theGeneratedKeyOfANewParentBecomesTheKeyOfTheDependent() {
        Person7 person = new Person7();
        History7 history = new History7();
        history.patient = person;
        unit.persist(person, history);

        assertThat(person.id).isPositive();
        assertThat(history.id).isEqualTo(person.id);
        unit.run(manager -> assertThat(manager.find(History7.class, person.id).patient)
                .isSameAs(manager.find(Person7.class, person.id)));
    }

    @Entity
    public static class Person4 {
        @Id
        String ssn;
    }

    @Entity
    @IdClass(PersonId.class)
    public static class Person5 {
        @Id
        String firstName;

        @Id
        String lastName;
    }

    @Entity
    public static class Person6 {
        @EmbeddedId
        PersonId id;
    }

    @Entity
    public static class Person7 {
        @Id
        @GeneratedValue
        long id;
    }

    @Entity
    public static class History7 {
        @Id
        long id;

        @MapsId
        @OneToOne
        Person7 patient;
    }

    @Embeddable
    public static class PersonId implements Serializable {
        String firstName;
        String lastName;

        public PersonId() {}

        PersonId(String firstName, String lastName) {
            this.firstName = firstName;
            this.lastName = lastName;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof PersonId o
                    && Objects.equals(o.firstName, firstName)
                    && Objects.equals(o.lastName, lastName);
        }

        @Override
        public int hashCode() {
            return Objects.hash(firstName, lastName);
        }
    }

    @MappedSuperclass
    public abstract static class History {
        String text;
    }

    @Entity
    public static class History4a extends History {
        @Id
        @JoinColumn(name = "FK")
        @OneToOne
        Person4 patient;
    }

    @Entity
    public static class History4b extends History {
        @Id
        String id;

        @MapsId
        @JoinColumn(name = "FK")
        @OneToOne
        Person4 patient;
    }

    @Entity
    @IdClass(PersonId.class)
    public static class History5a extends History {
        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person5 patient;
    }

    @Entity
    public static class History5b extends History {
        @EmbeddedId
        PersonId id;

        @MapsId
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person5 patient;
    }

    @Entity
    @IdClass(PersonId.class)
    public static class History6a extends History {
        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person6 patient;
    }

    @Entity
    public static class History6b extends History {
        @EmbeddedId
        PersonId id;

        @MapsId
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person6 patient;
    }
}
