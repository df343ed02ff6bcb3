package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 2.5, embeddable classes. */
final class EmbeddableTest {

    @RegisterExtension
    final SpecUnit unit =
            SpecUnit.of(Company.class, Address.class, Zip.class, Contact.class, Box.class, Size.class, City.class);

    private Company company(int id) {
        Company company = new Company();
        company.id = id;
        company.home = new Address("Home St", "H");
        company.home.zip = new Zip("11", "1");
        company.work = new Address("Work St", "W");
        company.work.zip = new Zip("22", "2");
        return company;
    }

    @Test
    void embeddedStateIsPartOfItsEntity() {
        unit.persist(company(1));

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.home.street).isEqualTo("Home St");
            assertThat(found.home.zip.code).isEqualTo("11");
            assertThat(found.home.zip.plus).isEqualTo("1");
        });
    }

    @Test
    void overriddenColumnsKeepTwoEmbeddedsOfOneTypeApart() {
        unit.persist(company(1));

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.work.street).isEqualTo("Work St");
            assertThat(found.work.zip.code).isEqualTo("22");
            assertThat(manager.createQuery(
                                    "SELECT c.work.zip.code FROM Company c WHERE c.home.zip.code = '11'", String.class)
                            .getSingleResult())
                    .isEqualTo("22");
        });
    }

    @Test
    void aChangeWithinAnEmbeddedIsWritten() {
        unit.persist(company(1));

        unit.run(manager -> manager.find(Company.class, 1).home.zip.plus = "9");

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.home.zip.plus).isEqualTo("9");
            assertThat(found.home.street).isEqualTo("Home St");
        });
    }

    @Test
    void anEmbeddedIsReplacedAsAWhole() {
        unit.persist(company(1));

        unit.run(manager -> manager.find(Company.class, 1).home = new Address("New St", "N"));

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.home.street).isEqualTo("New St");
            assertThat(found.home.zip == null || found.home.zip.code == null).isTrue();
        });
    }

    @Test
    void attributesOfANullEmbeddedAreNull() {
        Company company = company(1);
        company.work = null;
        unit.persist(company);

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.work == null || found.work.street == null).isTrue();
            assertThat(manager.createQuery("SELECT c.id FROM Company c WHERE c.work.street IS NULL", Integer.class)
                            .getResultList())
                    .containsExactly(1);
        });
    }

    @Test
    void anInstanceInTwoEntitiesIsTwoStates() {
        Company one = company(1);
        Company two = company(2);
        two.home = one.home;
        unit.persist(one, two);

        unit.run(manager -> manager.find(Company.class, 1).home.street = "Changed");

        unit.run(manager -> {
            assertThat(manager.find(Company.class, 1).home.street).isEqualTo("Changed");
            assertThat(manager.find(Company.class, 2).home.street).isEqualTo("Home St");
        });
    }

    @Test
    void anEmbeddableRefersToAnEntity() {
        City city = new City();
        city.name = "Oslo";
        Company company = company(1);
        company.contact = new Contact();
        company.contact.city = city;
        company.contact.phones.addAll(List.of("1", "2"));
        unit.persist(city, company);

        unit.run(manager -> {
            Company found = manager.find(Company.class, 1);
            assertThat(found.contact.city).isSameAs(manager.find(City.class, "Oslo"));
            assertThat(manager.createQuery(
                                    "SELECT c.id FROM Company c WHERE c.contact.city.name = 'Oslo'", Integer.class)
                            .getResultList())
                    .containsExactly(1);
        });
    }

    @Test
    void anEmbeddableHasAnElementCollection() {
        Company company = company(1);
        company.contact = new Contact();
        company.contact.phones.addAll(List.of("1", "2"));
        unit.persist(company);
        unit.run(manager -> manager.find(Company.class, 1).contact.phones.add("3"));

        unit.run(manager ->
                assertThat(manager.find(Company.class, 1).contact.phones).containsExactlyInAnyOrder("1", "2", "3"));
    }

    @Test
    void aRecordIsEmbeddable() {
        Box box = new Box();
        box.id = 1;
        box.size = new Size(2, 3, "cm");
        unit.persist(box);
        unit.run(manager -> assertThat(manager.find(Box.class, 1).size).isEqualTo(new Size(2, 3, "cm")));

        unit.run(manager -> manager.find(Box.class, 1).size = new Size(4, 5, null));

        unit.run(manager -> {
            assertThat(manager.find(Box.class, 1).size).isEqualTo(new Size(4, 5, null));
            assertThat(manager.createQuery("SELECT b.size FROM Box b WHERE b.size.width = 4", Size.class)
                            .getSingleResult())
                    .isEqualTo(new Size(4, 5, null));
        });
    }

    @Test
    void embeddablesAreElementsOfACollection() {
        Box box = new Box();
        box.id = 1;
        box.size = new Size(1, 1, "m");
        box.parts.add(new Size(1, 2, "a"));
        box.parts.add(new Size(3, 4, "b"));
        unit.persist(box);

        unit.run(manager -> assertThat(manager.find(Box.class, 1).parts)
                .containsExactlyInAnyOrder(new Size(1, 2, "a"), new Size(3, 4, "b")));
        unit.run(manager -> {
            Set<Size> parts = manager.find(Box.class, 1).parts;
            parts.remove(new Size(1, 2, "a"));
            parts.add(new Size(5, 6, "c"));
        });
        unit.run(manager -> assertThat(
                        manager.createQuery("SELECT p.width FROM Box b JOIN b.parts p ORDER BY p.width", Integer.class)
                                .getResultList())
                .containsExactly(3, 5));
    }

    @Embeddable
    public static class Zip {
        String code;
        String plus;

        public Zip() {}

        Zip(String code, String plus) {
            this.code = code;
            this.plus = plus;
        }
    }

    @Embeddable
    public static class Address {
        String street;
        String state;

        @Embedded
        Zip zip;

        public Address() {}

        Address(String street, String state) {
            this.street = street;
            this.state = state;
        }
    }

    @Embeddable
    public static class Contact {
        @ManyToOne
        City city;

        @ElementCollection
        List<String> phones = new ArrayList<>();
    }

    @Entity
    public static class City {
        @Id
        String name;
    }

    @Entity
    public static class Company {
        @Id
        int id;

        @Embedded
        Address home;

        @AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @AttributeOverride(name = "state", column = @Column(name = "work_state"))
        @AttributeOverride(name = "zip.code", column = @Column(name = "work_code"))
        @AttributeOverride(name = "zip.plus", column = @Column(name = "work_plus"))
        @Embedded
        Address work;

        Contact contact;
    }

    @Embeddable
    public record Size(int width, int height, String unit) {}

    @Entity
    public static class Box {
        @Id
        int id;

        Size size;

        @ElementCollection
        Set<Size> parts = new HashSet<>();
    }
}
