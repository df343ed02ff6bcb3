package dev.dormouse.spec.ch02;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 2.6: an embeddable in a collection may refer to entities; the references hold in both directions (section 11.1.19). */
final class ElementReferenceTest {

    @RegisterExtension
    final SpecUnit unit = SpecUnit.of(Trip.class, Town.class, Road.class, RoadId.class, Stop.class, Plan.class);

    @BeforeEach
    void oneTrip() {
        unit.run(manager -> {
            Trip trip = new Trip();
            trip.id = 1;
            trip.stops.add(new Stop(town(manager, 1), road(manager, "A", 1)));
            trip.stops.add(new Stop(town(manager, 2), null));
            trip.byName.put("end", new Stop(town(manager, 3), null));
            trip.guests.put(town(manager, 4), "guest");
            trip.plan = new Plan();
            trip.plan.stops.add(new Stop(town(manager, 5), null));
            manager.persist(trip);
            town(manager, 6);
        });
    }

    private static Town town(EntityManager manager, int id) {
        Town town = new Town();
        town.id = id;
        manager.persist(town);
        return town;
    }

    private static Road road(EntityManager manager, String letter, int number) {
        Road road = new Road();
        road.id = new RoadId(letter, number);
        manager.persist(road);
        return road;
    }

    static Stream<Arguments> referred() {
        return Stream.of(
                Arguments.of("list", Town.class, 2),
                Arguments.of("composite", Road.class, new RoadId("A", 1)),
                Arguments.of("value of a map", Town.class, 3),
                Arguments.of("key of a map", Town.class, 4),
                Arguments.of("list of an embedded", Town.class, 5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("referred")
    void anEntityThatAnElementRefersToStays(String place, Class<?> type, Object id) {
        assertRefused(manager -> manager.remove(manager.find(type, id)));
        assertRefused(manager -> manager.createQuery("DELETE FROM " + type.getSimpleName() + " x WHERE x.id = :id")
                .setParameter("id", id)
                .executeUpdate());
        unit.run(manager -> {
            manager.remove(manager.find(Trip.class, 1));
            manager.remove(manager.find(type, id));
        });
        unit.read(manager -> assertThat(manager.find(type, id)).isNull());
    }

    @Test
    void anEntityThatNoElementRefersToAnyMoreGoes() {
        unit.run(manager -> {
            manager.find(Trip.class, 1).stops.remove(1);
            manager.remove(manager.find(Town.class, 2));
            manager.remove(manager.find(Town.class, 6));
        });
        unit.read(manager -> assertThat(manager.find(Trip.class, 1).stops).hasSize(1));
    }

    @Test
    void anElementRefersToWhatIsThere() {
        assertRefused(
                manager -> manager.find(Trip.class, 1).stops.add(new Stop(manager.getReference(Town.class, 99), null)));
        unit.run(manager -> manager.find(Trip.class, 1).stops.add(new Stop(town(manager, 99), null)));
        unit.read(manager -> assertThat(manager.find(Trip.class, 1).stops)
                .extracting(stop -> stop.town.id)
                .containsExactlyInAnyOrder(1, 2, 99));
    }

    private void assertRefused(Consumer<EntityManager> work) {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(() -> unit.run(work))
                .withStackTraceContaining("DORM070");
    }

    @Entity(name = "Trip")
    public static class Trip {
        @Id
        int id;

        @ElementCollection
        List<Stop> stops = new ArrayList<>();

        @ElementCollection
        Map<String, Stop> byName = new HashMap<>();

        @ElementCollection
        Map<Town, String> guests = new HashMap<>();

        @Embedded
        Plan plan;
    }

    @Embeddable
    public static class Plan {
        @ElementCollection
        List<Stop> stops = new ArrayList<>();
    }

    @Embeddable
    public static class Stop {
        @ManyToOne
        Town town;

        @ManyToOne
        Road road;

        protected Stop() {}

        Stop(Town town, Road road) {
            this.town = town;
            this.road = road;
        }
    }

    @Entity(name = "Town")
    public static class Town {
        @Id
        int id;
    }

    @Entity(name = "Road")
    public static class Road {
        @EmbeddedId
        RoadId id;
    }

    @Embeddable
    public record RoadId(String letter, int number) {}
}
