package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.layout.IdLayout;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.wellformed.Ids;
import dev.dormouse.store.record.Key;
import dev.dormouse.store.record.Record;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdLayoutTest {

    @Entity
    @NullUnmarked
    static class Priced {
        @Id
        BigDecimal price;
    }

    @Entity
    @NullUnmarked
    @SuppressWarnings("deprecation")
    static class Dated {
        @Id
        @Temporal(TemporalType.DATE)
        Date day;
    }

    @Embeddable
    record Spot(@Nullable String code, int number) {}

    @Entity
    @NullUnmarked
    static class Parked {
        @EmbeddedId
        Spot spot;
    }

    private static final BoundLayout UNIT = Units.bound(Priced.class, Dated.class, Spot.class, Parked.class);
    private static final BoundLayout IDS = Units.bound(Ids.class.getDeclaredClasses());

    private static EntityLayout ids(String entity) {
        return IDS.entity(entity);
    }

    private static Object instance(EntityLayout layout, Object... pathsAndValues) {
        Object instance = layout.accessor().newInstance();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            layout.set(instance, AttributePath.parse((String) pathsAndValues[i]), pathsAndValues[i + 1]);
        }
        return instance;
    }

    @Test
    void anIdFinerThanItsKeyIsMadeCanonical() {
        IdLayout id = UNIT.entity("Priced").id();
        Key key = id.key(new BigDecimal("1.00"));
        assertThat(key).isEqualTo(id.key(BigDecimal.ONE));
        assertThat(id.id(key)).isEqualTo(BigDecimal.ONE);
    }

    @Test
    @SuppressWarnings("JavaUtilDate")
    void anIdOfADayForgetsItsTime() {
        IdLayout id = UNIT.entity("Dated").id();
        Key morning = id.key(julyFourth(8));
        assertThat(morning).isEqualTo(id.key(julyFourth(20)));
        assertThat(id.id(morning)).isEqualTo(julyFourth(0));
    }

    @SuppressWarnings("JavaUtilDate")
    private static Date julyFourth(int hour) {
        return new GregorianCalendar(2013, Calendar.JULY, 4, hour, 0).getTime();
    }

    @Test
    void anIdOfAnotherTypeOrWithNullIsRefused() {
        IdLayout id = UNIT.entity("Parked").id();
        assertThatThrownBy(() -> id.key("A1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DORM0240")
                .hasMessageContaining("Parked");
        assertThatThrownBy(() -> id.key(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DORM0241");
        assertThatThrownBy(() -> id.key(new Spot(null, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DORM0241");
    }

    @Test
    void anEmbeddedRecordIsAnId() {
        EntityLayout layout = UNIT.entity("Parked");
        Parked parked = new Parked();
        assertThat(layout.id().keyOf(parked)).isNull();
        parked.spot = new Spot("A", 1);
        Key key = Key.of("A", 1);
        assertThat(layout.id().key(parked.spot)).isEqualTo(key);
        assertThat(layout.id().keyOf(parked)).isEqualTo(key);
        assertThat(layout.id().id(key)).isEqualTo(parked.spot);
        Parked other = new Parked();
        layout.id().set(other, key);
        assertThat(other.spot).isEqualTo(parked.spot);
        Record record = layout.transfer().dehydrate(parked, new ReferenceWorld());
        assertThat(layout.key(record)).isEqualTo(key);
    }

    @Test
    void anIdClassTakesAPartFromAnAssociation() {
        Object employee = instance(ids("Employee"), "id", 7L);
        EntityLayout layout = ids("Dependent");
        Object dependent = instance(layout, "name", "Ann", "employee", employee);
        Key key = Key.of("Ann", 7L);
        assertThat(layout.id().keyOf(dependent)).isEqualTo(key);
        assertThat(layout.id().key(new Ids.DependentId("Ann", 7L))).isEqualTo(key);
        assertThat(layout.id().id(key)).isEqualTo(new Ids.DependentId("Ann", 7L));
        assertThat(layout.id().derivedFrom()).hasSize(1);
        Record record = layout.transfer().dehydrate(dependent, new ReferenceWorld());
        assertThat(layout.key(record)).isEqualTo(key);
    }

    @Test
    void anIdIsIncompleteUntilItsAssociationsHaveIds() {
        EntityLayout layout = ids("Dependent");
        Object employee = instance(ids("Employee"));
        Object dependent = instance(layout, "name", "Ann", "employee", employee);
        assertThat(layout.id().keyOf(dependent)).isNull();
        ids("Employee").set(employee, AttributePath.of("id"), 7L);
        assertThat(layout.id().keyOf(dependent)).isEqualTo(Key.of("Ann", 7L));
    }

    @Test
    void anEmbeddedIdTakesAPartFromAnAssociation() {
        Object employee = instance(ids("Employee"), "id", 7L);
        EntityLayout layout = ids("MappedDependent");
        Object dependent = instance(layout, "id.name", "Ann", "boss", employee);
        assertThat(layout.id().keyOf(dependent)).isEqualTo(Key.of("Ann", 7L));
        assertThat(layout.get(dependent, AttributePath.of("id", "employee"))).isNull();
        layout.id().derive(dependent);
        assertThat(layout.get(dependent, AttributePath.of("id", "employee"))).isEqualTo(7L);
        assertThat(layout.get(dependent, AttributePath.of("id", "name"))).isEqualTo("Ann");
        ReferenceWorld world = new ReferenceWorld();
        world.put(ids("Employee"), employee);
        Record record = layout.transfer().dehydrate(dependent, world);
        Object copy = world.hydrate(layout, record);
        assertThat(layout.get(copy, AttributePath.of("boss"))).isSameAs(employee);
        assertThat(layout.id().keyOf(copy)).isEqualTo(Key.of("Ann", 7L));
    }

    @Test
    void idsNestThroughAssociations() {
        Object employee = instance(ids("Employee"), "id", 7L);
        Object dependent = instance(ids("Dependent"), "name", "Ann", "employee", employee);
        EntityLayout layout = ids("Grandchild");
        Object grandchild = instance(layout, "dependent", dependent, "number", 3);
        Key key = Key.of("Ann", 7L, 3);
        assertThat(layout.id().keyOf(grandchild)).isEqualTo(key);
        Object id = layout.id().id(key);
        assertThat(layout.id().key(id)).isEqualTo(key);
        Record record = layout.transfer().dehydrate(grandchild, new ReferenceWorld());
        assertThat(layout.key(record)).isEqualTo(key);
    }

    @Test
    void theIdOfAnotherIsTheId() {
        Object employee = instance(ids("Employee"), "id", 7L);
        EntityLayout badge = ids("Badge");
        assertThat(badge.id().keyOf(instance(badge, "employee", employee))).isEqualTo(Key.of(7L));
        assertThat(badge.id().id(Key.of(7L))).isEqualTo(7L);
        EntityLayout desk = ids("Desk");
        Object atDesk = instance(desk, "employee", employee);
        assertThat(desk.id().keyOf(atDesk)).isEqualTo(Key.of(7L));
        desk.id().derive(atDesk);
        assertThat(desk.get(atDesk, AttributePath.of("number"))).isEqualTo(7L);
        Object dependent = instance(ids("Dependent"), "name", "Ann", "employee", employee);
        EntityLayout history = ids("History");
        Key key = Key.of("Ann", 7L);
        assertThat(history.id().keyOf(instance(history, "patient", dependent))).isEqualTo(key);
        assertThat(history.id().id(key)).isEqualTo(new Ids.DependentId("Ann", 7L));
    }

    @Test
    void aWholeEmbeddedIdComesFromAnAssociation() {
        Object employee = instance(ids("Employee"), "id", 7L);
        Object dependent = instance(ids("MappedDependent"), "id.name", "Ann", "boss", employee);
        EntityLayout layout = ids("Twin");
        Object twin = instance(layout, "other", dependent);
        assertThat(layout.id().keyOf(twin)).isEqualTo(Key.of("Ann", 7L));
        layout.id().derive(twin);
        assertThat(layout.get(twin, AttributePath.of("id", "employee"))).isEqualTo(7L);
    }
}
