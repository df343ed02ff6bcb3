package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Naming defaults of section 2.10 and chapter 11, seen through constraints that name the defaulted columns. */
final class NamingDefaultTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Employee.class, Desk.class, Renamed.class, Chair.class);

    private Employee employee(int number, Desk desk) {
        Employee employee = new Employee();
        employee.number = number;
        employee.place = desk;
        return employee;
    }

    private Desk desk(int id) {
        Desk desk = new Desk();
        desk.id = id;
        return desk;
    }

    @Test
    void theJoinColumnIsNamedAfterAttributeAndReferencedColumn() {
        Desk desk = desk(1);
        unit.persist(desk, employee(1, desk));

        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.run(manager -> {
                    manager.persist(employee(2, manager.find(Desk.class, 1)));
                }));
    }

    @Test
    void elementsOfDifferentOwnersAreKeptApart() {
        Employee one = employee(1, null);
        one.badges.add("red");
        Employee two = employee(2, null);
        two.badges.add("red");
        unit.persist(one, two);

        unit.run(
                manager -> assertThat(manager.createQuery("SELECT COUNT(b) FROM Employee e JOIN e.badges b", Long.class)
                                .getSingleResult())
                        .isEqualTo(2L));
    }

    @Test
    void theColumnsOfAJoinTableAreNamedAfterEntitiesAndKeys() {
        Employee one = employee(1, null);
        Desk desk = desk(1);
        one.booked.add(desk);
        unit.persist(desk, one);

        Employee two = employee(2, null);
        assertThatThrownBy(() -> unit.run(manager -> {
                    two.booked.add(manager.find(Desk.class, 1));
                    manager.persist(two);
                }))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void anEntityNameGivesTheNamesOfTableAndQueries() {
        Renamed renamed = new Renamed();
        renamed.id = 1;
        unit.persist(renamed);

        unit.run(manager -> assertThat(manager.createQuery("SELECT x.id FROM Other x", Integer.class)
                        .getResultList())
                .containsExactly(1));
    }

    @Test
    void keywordsOfTheQueryLanguageNameColumnsAndAttributes() {
        Chair chair = new Chair();
        chair.id = 1;
        chair.order = "first";
        chair.group = 7;
        unit.persist(chair);

        unit.run(manager -> assertThat(manager.find(Chair.class, 1).group).isEqualTo(7));
    }

    @Entity
    @Table(
            indexes = @Index(columnList = "place_id, number DESC"),
            uniqueConstraints = @UniqueConstraint(columnNames = "place_id"))
    public static class Employee {
        @Id
        int number;

        @ManyToOne
        Desk place;

        @ElementCollection
        Set<String> badges = new HashSet<>();

        @ManyToMany
        @JoinTable(uniqueConstraints = @UniqueConstraint(columnNames = "booked_id"))
        List<Desk> booked = new ArrayList<>();
    }

    @Entity
    public static class Desk {
        @Id
        int id;
    }

    @Entity(name = "Other")
    public static class Renamed {
        @Id
        int id;
    }

    @Entity
    public static class Chair {
        @Id
        int id;

        @Column(name = "order")
        String order;

        @Column(name = "\"group\"")
        int group;
    }
}
