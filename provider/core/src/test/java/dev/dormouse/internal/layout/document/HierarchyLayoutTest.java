package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.VersionLayout;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.wellformed.Hierarchy;
import dev.dormouse.store.record.Record;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Entities of one table, and versions. */
class HierarchyLayoutTest {

    private static final BoundLayout UNIT = Units.bound(Hierarchy.class.getDeclaredClasses());
    private static final EntityLayout VEHICLE = UNIT.entity("Vehicle");
    private static final EntityLayout CAR = UNIT.entity("Car");
    private static final EntityLayout BIKE = UNIT.entity("Bike");

    private final ReferenceWorld world = new ReferenceWorld();

    private Record car() {
        Object car = CAR.accessor().newInstance();
        CAR.set(car, AttributePath.of("id"), 1L);
        CAR.set(car, AttributePath.of("plate"), "B-1");
        CAR.set(car, AttributePath.of("author"), "me");
        return CAR.transfer().dehydrate(car, world);
    }

    @Test
    void aRecordSaysWhatEntityItIs() {
        Record car = car();
        assertThat(car.get(CAR.table().path("KIND"))).isEqualTo("C");
        assertThat(VEHICLE.of(car)).isSameAs(CAR);
        assertThat(CAR.of(car)).isSameAs(CAR);
        assertThat(BIKE.of(car)).isNull();
        assertThat(VEHICLE.withSubLayouts()).containsExactlyInAnyOrder(VEHICLE, CAR, BIKE);
        assertThat(BIKE.root()).isSameAs(VEHICLE);
    }

    @Test
    void subclassesShareTheTableAndLeaveTheFieldsOfOthersNull() {
        Record car = car();
        assertThat(car.isNull(CAR.table().path("gears"))).isTrue();
        Object copy = world.hydrate(CAR, car);
        assertThat(CAR.get(copy, AttributePath.of("plate"))).isEqualTo("B-1");
        assertThat(CAR.get(copy, AttributePath.of("author"))).isEqualTo("me");
        assertThat(world.changes(CAR, copy, car)).isEmpty();
    }

    @Test
    void anUnknownDiscriminatorIsNamed() {
        Record car = car();
        car.set(CAR.table().path("KIND"), "X");
        assertThatThrownBy(() -> VEHICLE.of(car))
                .hasMessageContaining("DORM0242")
                .hasMessageContaining("'X'");
    }

    @Test
    void anAbstractEntityHasNoLazyReferences() {
        assertThat(VEHICLE.lazyReferences().obstacle()).contains("the class is abstract");
        assertThat(CAR.lazyReferences().obstacle()).isEmpty();
    }

    @Entity
    static class ByShort {
        @Id
        long id;

        @Version
        short version;
    }

    @Entity
    @NullUnmarked
    static class ByInstant {
        @Id
        long id;

        @Version
        Instant version;
    }

    @Entity
    @NullUnmarked
    static class ByTimestamp {
        @Id
        long id;

        @Version
        LocalDateTime version;
    }

    private static VersionLayout version(Class<?> type) {
        return Units.bound(type).entity(type.getSimpleName()).version().orElseThrow();
    }

    @Test
    void versionsCountUpAndBeginAgain() {
        VersionLayout version = version(ByShort.class);
        assertThat(version.first()).isEqualTo(0);
        assertThat(version.next(0)).isEqualTo(1);
        assertThat(version.next(null)).isEqualTo(0);
        assertThat(version.next((int) Short.MAX_VALUE)).isEqualTo((int) Short.MIN_VALUE);
        ByShort instance = new ByShort();
        version.set(instance, 5);
        assertThat(instance.version).isEqualTo((short) 5);
        assertThat(version.of((Object) instance)).isEqualTo(5);
    }

    @Test
    void timesAlwaysMoveOn() {
        Instant future = Instant.now().plusSeconds(1_000);
        assertThat((Instant) version(ByInstant.class).next(future)).isAfter(future);
        assertThat((Instant) version(ByInstant.class).next(Instant.EPOCH)).isAfter(Instant.EPOCH);
        LocalDateTime later = LocalDateTime.of(9000, 1, 1, 0, 0);
        assertThat((LocalDateTime) version(ByTimestamp.class).next(later)).isAfter(later);
    }
}
