package dev.dormouse.spec.ch11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 11.1.26, join columns that refer to columns other than the primary key, and ones that are not written. */
final class JoinColumnTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Person.class, Passport.class, Visa.class, Stamp.class, Office.class);

    private static Person person(int id) {
        Person person = new Person();
        person.id = id;
        return person;
    }

    @Test
    void aColumnOfAnotherAssociationIsReferredTo() {
        unit.run(manager -> {
            Passport passport = new Passport();
            passport.id = 7;
            passport.holder = person(3);
            Visa visa = new Visa();
            visa.id = 1;
            visa.passport = passport;
            Office office = new Office();
            office.id = 1;
            office.issued.add(passport);
            manager.persist(passport.holder);
            manager.persist(passport);
            manager.persist(visa);
            manager.persist(office);
        });
        unit.run(manager -> {
            Passport passport = manager.find(Passport.class, 7);
            assertThat(manager.find(Visa.class, 1).passport).isSameAs(passport);
            assertThat(manager.find(Office.class, 1).issued).containsExactly(passport);
            assertThat(manager.createQuery(
                                    "SELECT v.passport.id, v.passport.holder.id FROM Visa v WHERE v.passport.holder.id = 3",
                                    Object[].class)
                            .getSingleResult())
                    .containsExactly(7, 3);
        });
    }

    @Test
    void joinColumnsThatAreReadOnlyAreNotWritten() {
        unit.run(manager -> {
            Person person = person(1);
            Stamp stamp = new Stamp();
            stamp.id = 1;
            person.stamps.add(stamp);
            manager.persist(person);
            manager.persist(stamp);
        });
        unit.run(manager -> {
            Person person = manager.find(Person.class, 1);
            assertThat(person.stamps).isEmpty();
            manager.find(Stamp.class, 1).person = 1;
        });
        unit.run(manager -> {
            Person person = manager.find(Person.class, 1);
            assertThat(person.stamps).hasSize(1);
            person.stamps.clear();
        });
        unit.run(manager -> assertThat(manager.find(Person.class, 1).stamps).hasSize(1));
    }

    @Entity(name = "Person")
    public static class Person {
        @Id
        int id;

        @OneToMany
        @JoinColumn(name = "PERSON", insertable = false, updatable = false)
        List<Stamp> stamps = new ArrayList<>();
    }

    @Entity(name = "Stamp")
    public static class Stamp {
        @Id
        int id;

        @Column(name = "PERSON")
        Integer person;
    }

    @Entity(name = "Passport")
    public static class Passport {
        @Id
        int id;

        @OneToOne
        @JoinColumn(name = "HOLDER")
        Person holder;
    }

    @Entity(name = "Visa")
    public static class Visa {
        @Id
        int id;

        @ManyToOne
        @JoinColumn(name = "HOLDER_OF_PASSPORT", referencedColumnName = "HOLDER")
        Passport passport;
    }

    @Entity(name = "Office")
    public static class Office {
        @Id
        int id;

        @ManyToMany
        @JoinTable(
                name = "OFFICE_PASSPORT",
                inverseJoinColumns = @JoinColumn(name = "P", referencedColumnName = "HOLDER"))
        List<Passport> issued = new ArrayList<>();
    }
}
