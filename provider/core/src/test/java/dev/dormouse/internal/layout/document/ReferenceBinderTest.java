package dev.dormouse.internal.layout.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.layout.AttributeLocation;
import dev.dormouse.internal.layout.BoundLayout;
import dev.dormouse.internal.layout.MapKeyLocation;
import dev.dormouse.internal.layout.Reference;
import dev.dormouse.internal.layout.ToManyLocation;
import dev.dormouse.internal.layout.ToOneLocation;
import dev.dormouse.internal.mapping.model.AttributePath;
import dev.dormouse.internal.mapping.wellformed.Associations;
import dev.dormouse.internal.mapping.wellformed.Basics;
import dev.dormouse.internal.mapping.wellformed.Embeddables;
import dev.dormouse.store.record.IndexDefinition;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where associations of all shapes are kept. */
class ReferenceBinderTest {

    private static final BoundLayout UNIT = Units.bound(Stream.of(
                    Stream.of(Associations.class.getDeclaredClasses()),
                    Stream.of(Embeddables.class.getDeclaredClasses()),
                    Stream.<Class<?>>of(Basics.Color.class))
            .flatMap(s -> s)
            .filter(c -> c != Basics.Color.class && c != Embeddables.Money.class)
            .toArray(Class<?>[]::new));

    private static AttributeLocation location(String entity, String attribute) {
        return UNIT.entity(entity).location(AttributePath.of(attribute));
    }

    private static ToManyLocation toMany(String entity, String attribute) {
        return (ToManyLocation) location(entity, attribute);
    }

    private static String name(@Nullable IndexDefinition index) {
        return index == null ? "none" : index.name();
    }

    @Test
    void aForeignKeyIsInTheOwner() {
        ToOneLocation origin = (ToOneLocation) location("Flight", "origin");
        Reference.InOwner reference = (Reference.InOwner) origin.reference();
        assertThat(origin.target()).isSameAs(UNIT.entity("Airport"));
        assertThat(reference.fields()).hasToString("[origin_id]");
        assertThat(reference.refersToKey()).isTrue();
        assertThat(name(reference.index())).isEqualTo("IX_FLIGHTS_origin_id");
    }

    @Test
    void aCompositeForeignKeyIsInTheOrderOfTheKey() {
        Reference.InOwner reference = (Reference.InOwner) ((ToOneLocation) location("Flight", "weather")).reference();
        assertThat(reference.fields()).hasToString("[ORIGIN_CODE, HOUR_CODE]");
        assertThat(reference.targetFields()).hasToString("[key.origin, key.TIME_HOUR]");
        assertThat(reference.refersToKey()).isTrue();
    }

    @Test
    void aReferenceToAnotherColumnIsNoKey() {
        Reference.InOwner reference =
                (Reference.InOwner) ((ToOneLocation) location("Flight", "destination")).reference();
        assertThat(reference.targetFields()).hasToString("[CODE]");
        assertThat(reference.refersToKey()).isFalse();
    }

    @Test
    void theInverseSideUsesTheIndexOfTheForeignKey() {
        Reference.InTarget departures =
                (Reference.InTarget) toMany("Airport", "departures").reference();
        assertThat(departures.fields()).hasToString("[origin_id]");
        assertThat(departures.ownerFields()).hasToString("[id]");
        assertThat(departures.isOwning()).isFalse();
        assertThat(name(departures.index())).isEqualTo("IX_FLIGHTS_origin_id");
        Reference.InTarget tower = (Reference.InTarget) ((ToOneLocation) location("Airport", "tower")).reference();
        assertThat(name(tower.index())).isEqualTo("UK_Tower_airport_id");
    }

    @Test
    void aUnidirectionalForeignKeyIsWrittenByTheOne() {
        ToManyLocation ordered = toMany("Airport", "ordered");
        Reference.InTarget reference = (Reference.InTarget) ordered.reference();
        assertThat(reference.isOwning()).isTrue();
        assertThat(reference.fields()).hasToString("[AIRPORT]");
        assertThat(Objects.requireNonNull(ordered.position())).hasToString("POSITION");
        assertThat(ordered.isOrdered()).isTrue();
        assertThat(ordered.mayQueueAdditions()).isFalse();
    }

    @Test
    void aJoinTableIsSeenFromBothSides() {
        Reference.InJoinTable partners =
                (Reference.InJoinTable) toMany("Airport", "partners").reference();
        assertThat(partners.table()).hasToString("Airport_Airport");
        assertThat(partners.fieldsToOwner()).hasToString("[partnerOf_id]");
        assertThat(name(partners.ownerIndex())).as("the key begins with it").isEqualTo("none");
        assertThat(partners.fieldsToTarget()).hasToString("[partners_id]");
        assertThat(name(partners.targetIndex())).isEqualTo("IX_Airport_Airport_partners_id");
        assertThat(partners.isOwning()).isTrue();
        Reference.InJoinTable partnerOf =
                (Reference.InJoinTable) toMany("Airport", "partnerOf").reference();
        assertThat(partnerOf.fieldsToOwner()).hasToString("[partners_id]");
        assertThat(name(partnerOf.ownerIndex())).isEqualTo("IX_Airport_Airport_partners_id");
        assertThat(partnerOf.isOwning()).isFalse();
    }

    @Test
    void anArrayOfIdsIsInTheOwner() {
        Reference.InArray kept = (Reference.InArray) toMany("Airport", "kept").reference();
        assertThat(kept.array()).hasToString("kept");
        assertThat(name(kept.index())).isEqualTo("IX_Airport_kept");
    }

    @Test
    void keysOfMapsAreAttributesFieldsOrEntities() {
        assertThat(toMany("Maps", "byName").key()).isEqualTo(new MapKeyLocation.OfAttribute(AttributePath.of("name")));
        MapKeyLocation.Entity byTower =
                (MapKeyLocation.Entity) toMany("Maps", "byTower").key();
        assertThat(byTower).isNotNull();
        assertThat(Objects.requireNonNull(byTower).fields()).hasToString("[byTower_KEY]");
        assertThat(byTower.target()).isSameAs(UNIT.entity("Tower"));
    }

    @Test
    void layoutsAreFoundByClass() {
        assertThat(UNIT.entityOf(Associations.Gate.class)).contains(UNIT.entity("Gate"));
        assertThat(UNIT.entityOf(
                        UNIT.entity("Gate").lazyReferences().newReference().getClass()))
                .contains(UNIT.entity("Gate"));
        assertThat(UNIT.entityOf(String.class)).isEmpty();
    }
}
