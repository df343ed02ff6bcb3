package dev.dormouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.spec.graph.Keys;
import dev.dormouse.spec.graph.Leaf;
import dev.dormouse.spec.graph.Node;
import dev.dormouse.spec.versioned.Account;
import dev.dormouse.spec.versioned.Booking;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Section 2.4: ids, given, generated and derived. */
class IdSpecTest {

    private final SpecUnit unit = SpecUnit.of(
            Node.class,
            Leaf.class,
            Account.class,
            Booking.class,
            Keys.House.class,
            Keys.Place.class,
            Keys.Flat.class,
            Keys.Person.class,
            Keys.Passport.class,
            Keys.Badge.class);

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void aSequenceBeginsWhereItIsToldAndNeverRepeats() {
        List<Long> ids = new ArrayList<>();
        unit.run(manager -> {
            for (int i = 0; i < 12; i++) {
                Node node = new Node("n");
                manager.persist(node);
                ids.add(Objects.requireNonNull(node.id));
            }
        });
        assertThat(ids).first().isEqualTo(10L);
        assertThat(new HashSet<>(ids)).hasSize(12);
        assertThat(ids).isSorted();
    }

    @Test
    void tableAndIdentityGiveNumbersFromOne() {
        unit.run(manager -> {
            Leaf leaf = new Leaf("l");
            manager.persist(leaf);
            assertThat(leaf.id).isEqualTo(1);
            Booking booking = new Booking();
            manager.persist(booking);
            assertThat(booking.id).isEqualTo(1L);
        });
    }

    @Test
    void anEmbeddedIdFindsItsEntity() {
        Keys.House house = new Keys.House();
        house.place = new Keys.Place("CH", 7);
        house.name = "home";
        unit.run(manager -> manager.persist(house));
        unit.run(manager -> {
            Keys.House found = Objects.requireNonNull(manager.find(Keys.House.class, new Keys.Place("CH", 7)));
            assertThat(found.name).isEqualTo("home");
            assertThat(unit.factory().getPersistenceUnitUtil().getIdentifier(found))
                    .isEqualTo(new Keys.Place("CH", 7));
            assertThat(manager.find(Keys.House.class, new Keys.Place("CH", 8))).isNull();
        });
    }

    @Test
    void anIdClassWithAnAssociationFindsItsEntity() {
        Keys.House house = new Keys.House();
        house.place = new Keys.Place("CH", 7);
        Keys.Flat flat = new Keys.Flat();
        flat.house = house;
        flat.door = 3;
        flat.owner = "Anna";
        unit.run(manager -> manager.persist(flat));
        unit.run(manager -> {
            Keys.FlatId id = new Keys.FlatId(new Keys.Place("CH", 7), 3);
            Keys.Flat found = Objects.requireNonNull(manager.find(Keys.Flat.class, id));
            assertThat(found.owner).isEqualTo("Anna");
            assertThat(found.house).isSameAs(manager.find(Keys.House.class, id.house()));
        });
    }

    @Test
    void aDerivedIdIsTakenFromTheAssociatedEntity() {
        Keys.Passport passport = new Keys.Passport();
        passport.person = new Keys.Person();
        unit.run(manager -> manager.persist(passport));
        assertThat(passport.id).isNotNull().isEqualTo(Objects.requireNonNull(passport.person).id);
        unit.run(manager -> {
            Keys.Passport found = Objects.requireNonNull(manager.find(Keys.Passport.class, passport.id));
            assertThat(Objects.requireNonNull(found.person).id).isEqualTo(passport.id);
        });
    }

    @Test
    void aDerivedIdMayComeAsLateAsTheFlush() {
        Keys.Badge badge = new Keys.Badge();
        badge.person = new Keys.Person();
        unit.run(manager -> {
            manager.persist(badge);
            assertThat(badge.id).isNull();
            assertThat(manager.contains(badge)).isTrue();
            manager.persist(Objects.requireNonNull(badge.person));
        });
        assertThat(badge.id).isEqualTo(Objects.requireNonNull(badge.person).id);
        unit.run(manager -> assertThat(manager.find(Keys.Badge.class, badge.id)).isNotNull());
        Keys.Badge without = new Keys.Badge();
        without.person = new Keys.Person();
        assertThatThrownBy(() -> unit.run(manager -> manager.persist(without)))
                .isInstanceOf(RollbackException.class)
                .hasMessageContaining("DORM0411");
    }

    @Test
    void anIdThatIsMissingOrChangedIsRefused() {
        EntityManager manager = unit.manager();
        assertThatThrownBy(() -> manager.persist(new Keys.House()))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0411");
        unit.run(other -> other.persist(new Account(1, 1)));
        manager.getTransaction().begin();
        Objects.requireNonNull(manager.find(Account.class, 1)).number = 2;
        assertThatThrownBy(manager::flush)
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0412");
    }
}
