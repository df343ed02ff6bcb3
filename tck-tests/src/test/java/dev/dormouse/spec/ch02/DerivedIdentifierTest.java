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
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.Objects;
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
            History4a.class,
            History4b.class,
            History5a.class,
            History5b.class,
            History6a.class,
            History6b.class);

    private Person4 person4() {
        Person4 person = new Person4();
        person.ssn = "123-45-6789";
        return person;
    }

    private Person5 person5() {
        Person5 person = new Person5();
        person.firstName = "Ada";
        person.lastName = "King";
        return person;
    }

    private Person6 person6() {
        Person6 person = new Person6();
        person.id = new PersonId("Ada", "King");
        return person;
    }

    @Test
    void example4aKeyOfTheParentIsMappedByTheRelationship() {
        History4a history = new History4a();
        history.patient = person4();
        history.text = "healthy";
        unit.persist(history.patient, history);

        unit.run(manager -> {
            History4a found = Identified.find(manager, History4a.class, "123-45-6789", "e.patient.ssn = '123-45-6789'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person4.class, "123-45-6789"));
        });
    }

    @Test
    void example4bKeyOfTheParentIsCopiedByMapsId() {
        History4b history = new History4b();
        history.patient = person4();
        history.text = "healthy";
        unit.persist(history.patient, history);
        assertThat(history.id).isEqualTo("123-45-6789");

        unit.run(manager -> {
            History4b found = Identified.find(manager, History4b.class, "123-45-6789", "e.patient.ssn = '123-45-6789'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person4.class, "123-45-6789"));
        });
    }

    @Test
    void example5aKeyOfTheParentIsMappedByTheRelationship() {
        History5a history = new History5a();
        history.patient = person5();
        history.text = "healthy";
        unit.persist(history.patient, history);

        unit.run(manager -> {
            History5a found = Identified.find(
                    manager, History5a.class, new PersonId("Ada", "King"), "e.patient.firstName = 'Ada'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person5.class, new PersonId("Ada", "King")));
        });
    }

    @Test
    void example5bKeyOfTheParentIsCopiedByMapsId() {
        History5b history = new History5b();
        history.patient = person5();
        history.text = "healthy";
        unit.persist(history.patient, history);
        assertThat(history.id).isEqualTo(new PersonId("Ada", "King"));

        unit.run(manager -> {
            History5b found = Identified.find(
                    manager, History5b.class, new PersonId("Ada", "King"), "e.patient.firstName = 'Ada'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person5.class, new PersonId("Ada", "King")));
        });
    }

    @Test
    void example6aKeyOfTheParentIsMappedByTheRelationship() {
        History6a history = new History6a();
        history.patient = person6();
        history.text = "healthy";
        unit.persist(history.patient, history);

        unit.run(manager -> {
            History6a found = Identified.find(
                    manager, History6a.class, new PersonId("Ada", "King"), "e.patient.id.firstName = 'Ada'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person6.class, new PersonId("Ada", "King")));
        });
    }

    @Test
    void example6bKeyOfTheParentIsCopiedByMapsId() {
        History6b history = new History6b();
        history.patient = person6();
        history.text = "healthy";
        unit.persist(history.patient, history);
        assertThat(history.id).isEqualTo(new PersonId("Ada", "King"));

        unit.run(manager -> {
            History6b found = Identified.find(
                    manager, History6b.class, new PersonId("Ada", "King"), "e.patient.id.firstName = 'Ada'");
            assertThat(found.text).isEqualTo("healthy");
            assertThat(found.patient).isSameAs(manager.find(Person6.class, new PersonId("Ada", "King")));
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

    @Entity
    public static class History4a {
        @Id
        @JoinColumn(name = "FK")
        @OneToOne
        Person4 patient;

        String text;
    }

    @Entity
    public static class History4b {
        @Id
        String id;

        @MapsId
        @JoinColumn(name = "FK")
        @OneToOne
        Person4 patient;

        String text;
    }

    @Entity
    @IdClass(PersonId.class)
    public static class History5a {
        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person5 patient;

        String text;
    }

    @Entity
    public static class History5b {
        @EmbeddedId
        PersonId id;

        @MapsId
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person5 patient;

        String text;
    }

    @Entity
    @IdClass(PersonId.class)
    public static class History6a {
        @Id
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person6 patient;

        String text;
    }

    @Entity
    public static class History6b {
        @EmbeddedId
        PersonId id;

        @MapsId
        @JoinColumn(name = "FK1", referencedColumnName = "firstName")
        @JoinColumn(name = "FK2", referencedColumnName = "lastName")
        @OneToOne
        Person6 patient;

        String text;
    }
}
