package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.internal.enhance.collection.PersistentCollection;
import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.ElementsLocation;
import dev.dormouse.internal.layout.EmbeddedLocation;
import dev.dormouse.internal.layout.EntityLayout;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.store.Change.FieldChange;
import dev.dormouse.store.record.Record;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedTransferTest {

    private static final BoundLayout UNIT =
            Units.bound(Depot.class, Depot.Keeper.class, Depot.Place.class, Depot.Size.class);
    private static final EntityLayout LAYOUT = UNIT.entity("Depot");

    private final ReferenceWorld world = new ReferenceWorld();
    private final Depot.Keeper anna = keeper(1);
    private final Depot.Keeper bert = keeper(2);

    private Depot.Keeper keeper(long id) {
        Depot.Keeper keeper = new Depot.Keeper();
        keeper.id = id;
        world.put(UNIT.entity("Keeper"), keeper);
        return keeper;
    }

    private Depot full() {
        Depot depot = new Depot();
        depot.id = 5;
        depot.place = new Depot.Place("Main", new Depot.Size(3, 4), anna);
        depot.size = new Depot.Size(7, null);
        depot.keeper = bert;
        depot.notes.addAll(List.of("b", "a", "b"));
        depot.sizes.addAll(List.of(new Depot.Size(1, 1), new Depot.Size(2, 2)));
        depot.places.add(new Depot.Place("Side", null, bert));
        depot.counts.putAll(Map.of("top", 1));
        depot.byKeeper.put(anna, new Depot.Size(9, 9));
        depot.helpers.addAll(List.of(bert, anna));
        return depot;
    }

    private Record record(Depot depot) {
        return LAYOUT.transfer().dehydrate(depot, world);
    }

    private Depot loaded(Record record) {
        return (Depot) world.hydrate(LAYOUT, record);
    }

    @Test
    void nestedStateComesBack() {
        Record record = record(full());
        Depot copy = loaded(record);
        assertThat(copy.place).isEqualTo(new Depot.Place("Main", new Depot.Size(3, 4), anna));
        assertThat(copy.size).isEqualTo(new Depot.Size(7, null));
        assertThat(copy.keeper).isSameAs(bert);
        assertThat(copy.keeperId).isEqualTo(2L);
        assertThat(copy.notes).containsExactly("b", "a", "b");
        assertThat(copy.sizes).as("ordered by").containsExactly(new Depot.Size(2, 2), new Depot.Size(1, 1));
        assertThat(copy.places).containsExactly(new Depot.Place("Side", null, bert));
        assertThat(copy.counts).isEqualTo(Map.of("top", 1));
        assertThat(copy.byKeeper).isEqualTo(Map.of(anna, new Depot.Size(9, 9)));
        assertThat(copy.helpers).containsExactly(bert, anna);
        assertThat(world.changes(LAYOUT, copy, record)).isEmpty();
    }

    @Test
    void nothingComesBackAsNothing() {
        Depot empty = new Depot();
        empty.id = 1;
        Record record = record(empty);
        Depot copy = loaded(record);
        assertThat(copy.place).isNull();
        assertThat(copy.size).isNull();
        assertThat(copy.keeper).isNull();
        assertThat(copy.notes).isEmpty();
        assertThat(world.changes(LAYOUT, copy, record)).isEmpty();
    }

    @Test
    void anEmbeddableOfNullsIsNotNull() {
        Depot depot = new Depot();
        depot.id = 1;
        depot.place = new Depot.Place();
        Record record = record(depot);
        Depot copy = loaded(record);
        assertThat(copy.place).isEqualTo(new Depot.Place());
        assertThat(world.changes(LAYOUT, copy, record)).isEmpty();
    }

    @Test
    void aChangeInAnEmbeddableIsOneField() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.place.street = "Back";
        depot.place.extent = new Depot.Size(3, 5);
        depot.place.owner = bert;
        assertThat(world.changes(LAYOUT, depot, record))
                .containsExactlyInAnyOrder("Set place.street", "Set place.extent.TALL", "Set place.owner_id");
    }

    @Test
    void anEmbeddableComesAndGoesWhole() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.place = null;
        depot.size = new Depot.Size(8, 8);
        List<FieldChange> changes = LAYOUT.transfer().diff(depot, record, world);
        assertThat(changes)
                .extracting(change -> change.path().toString())
                .containsExactlyInAnyOrder("place", "size.WIDE", "size.HIGH");
        assertThat(changes).contains(new FieldChange.Set(LAYOUT.table().path("place"), null));
        Depot without = new Depot();
        Record empty = record(without);
        without.place = new Depot.Place("New", new Depot.Size(1, 1), null);
        assertThat(LAYOUT.transfer().diff(without, empty, world))
                .containsExactly(new FieldChange.Set(LAYOUT.table().path("place"), Record.of("New", Record.of(1, 1))));
    }

    @Test
    void aReferenceIsItsKey() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.keeper = anna;
        assertThat(LAYOUT.transfer().diff(depot, record, world))
                .containsExactly(new FieldChange.Set(LAYOUT.table().path("keeper_id"), 1L));
        depot.keeper = null;
        assertThat(LAYOUT.transfer().diff(depot, record, world))
                .containsExactly(new FieldChange.Set(LAYOUT.table().path("keeper_id"), null));
    }

    @Test
    void aReadOnlyColumnIsNeverWritten() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.keeperId = 99L;
        assertThat(world.changes(LAYOUT, depot, record)).isEmpty();
    }

    @Test
    void collectionsAreReadOnDemandAndComparedOnlyIfTheyCanHaveChanged() {
        Record record = record(full());
        Depot depot = loaded(record);
        PersistentCollection notes = (PersistentCollection) depot.notes;
        assertThat(world.changes(LAYOUT, depot, record)).isEmpty();
        assertThat(notes.dormouseState().isLoaded()).isFalse();
        depot.sizes.set(0, new Depot.Size(5, 5));
        depot.counts.put("bottom", 2);
        depot.helpers.remove(anna);
        assertThat(world.changes(LAYOUT, depot, record))
                .containsExactlyInAnyOrder("Set sizes", "Set counts", "Set helpers");
    }

    @Test
    void anElementChangedInPlaceIsSeen() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.places.iterator().next().street = "Other";
        assertThat(world.changes(LAYOUT, depot, record)).containsExactly("Set places");
    }

    @Test
    void anAdditionWithoutLoadingIsAppended() {
        Record record = record(full());
        Depot depot = loaded(record);
        depot.notes.add("c");
        assertThat(LAYOUT.transfer().diff(depot, record, world))
                .containsExactly(new FieldChange.Append(LAYOUT.table().path("notes"), List.of("c")));
    }

    @Test
    void aCollectionOfAnotherOwnerIsComparedWhole() {
        Record record = record(full());
        Depot depot = loaded(record);
        Depot other = new Depot();
        other.id = 6;
        Record otherRecord = record(other);
        Depot taker = loaded(otherRecord);
        taker.notes = depot.notes;
        assertThat(LAYOUT.transfer().diff(taker, otherRecord, world))
                .containsExactly(new FieldChange.Set(LAYOUT.table().path("notes"), List.of("b", "a", "b")));
        taker.notes = null;
        assertThat(world.changes(LAYOUT, taker, otherRecord)).isEmpty();
    }

    @Test
    void nullInACollectionIsRefused() {
        Depot depot = full();
        depot.notes.add(null);
        assertThatThrownBy(() -> record(depot))
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("DORM0205")
                .hasMessageContaining("Depot.notes");
    }

    @Test
    void aTransientReferenceIsRefusedByTheContext() {
        Depot depot = full();
        depot.helpers.clear();
        depot.byKeeper.clear();
        depot.keeper = new Depot.Keeper();
        KeyRefusal refusal = new KeyRefusal();
        assertThatThrownBy(() -> LAYOUT.transfer().dehydrate(depot, refusal)).isInstanceOf(IllegalStateException.class);
        assertThat(refusal.asked).isEqualTo("Depot.place.owner");
    }

    private static final class KeyRefusal implements dev.dormouse.internal.layout.KeySource {
        private String asked = "";

        @Override
        public dev.dormouse.store.record.Key key(
                dev.dormouse.internal.layout.AssociationLocation location, EntityLayout target, Object entity) {
            asked = location.description();
            throw new IllegalStateException(asked);
        }
    }

    @Test
    void locationsNameFieldsByPath() {
        AttributeLocation place = LAYOUT.location(AttributePath.of("place"));
        assertThat(((EmbeddedLocation) place).record()).hasToString("place");
        assertThat(((EmbeddedLocation) place).fields())
                .extracting(Object::toString)
                .containsExactly("place.street", "place.extent.width", "place.extent.TALL", "place.owner_id");
        assertThat(LAYOUT.location(AttributePath.of("place", "extent", "width")))
                .isNotNull();
        ElementsLocation sizes = (ElementsLocation) LAYOUT.location(AttributePath.of("sizes"));
        assertThat(sizes.array()).hasToString("sizes");
        assertThat(((EmbeddedLocation) sizes.element()).fields())
                .extracting(Object::toString)
                .containsExactly("width", "TALL");
        assertThat(LAYOUT.associations())
                .extracting(location -> location.path().toString())
                .containsExactly("place.owner", "keeper", "notes", "sizes", "places", "counts", "byKeeper", "helpers");
    }

    @Test
    void attributesAreReachedByPath() {
        Depot depot = new Depot();
        LAYOUT.set(depot, AttributePath.of("place", "extent", "height"), 4);
        LAYOUT.set(depot, AttributePath.of("place", "street"), "S");
        assertThat(depot.place).isEqualTo(new Depot.Place("S", new Depot.Size(0, 4), null));
        assertThat(LAYOUT.get(depot, AttributePath.of("place", "extent", "height")))
                .isEqualTo(4);
        assertThat(LAYOUT.get(depot, AttributePath.of("size", "width"))).isNull();
    }
}
