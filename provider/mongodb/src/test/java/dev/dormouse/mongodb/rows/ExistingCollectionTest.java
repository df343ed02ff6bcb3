package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Collections that others have filled, and names and sizes that MongoDB cannot keep. */
final class ExistingCollectionTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Person.class, Place.class, Traveller.class);

    @Embeddable
    static class Place {
        String city;
        String street;
    }

    @Entity(name = "Person")
    @Table(name = "person")
    static class Person {
        @Id
        String id;

        String name;
        Integer age;
        Place place;
    }

    @Embeddable
    static class Stay {
        String house;
    }

    @Embeddable
    static class Visit {
        String city;
        Integer days;
        Stay stay;

        static Visit of(String city, int days) {
            Visit visit = new Visit();
            visit.city = city;
            visit.days = days;
            return visit;
        }
    }

    @Entity(name = "Traveller")
    @Table(name = "traveller")
    static class Traveller {
        @Id
        String id;

        @ElementCollection
        List<Visit> visits = new ArrayList<>();

        @ElementCollection
        List<String> names = new ArrayList<>();

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Visit> byName = new HashMap<>();
    }

    @Entity(name = "Marked")
    @Table(name = "person")
    static class Marked {
        @Id
        String id;

        @Column(unique = true)
        String name;
    }

    @Entity(name = "Dotted")
    static class Dotted {
        @Id
        String id;

        @Column(name = "a.b")
        String name;
    }

    private void insert(String... documents) {
        for (String document : documents) {
            unit.database().getCollection("person").insertOne(Document.parse(document));
        }
    }

    @Test
    void unknownFieldsSurviveAnUpdate() {
        insert("{_id: 'a', name: 'Ann', shoes: [{size: 37}], place: {city: 'Oslo', floor: 3}}");
        unit.run(manager -> {
            Person ann = manager.find(Person.class, "a");
            ann.name = "Anna";
            ann.place.city = "Rome";
            ann.age = 7;
        });
        assertThat(unit.documents("person"))
                .containsExactly(BsonDocument.parse(
                        "{_id: 'a', name: 'Anna', shoes: [{size: 37}], place: {city: 'Rome', floor: 3}, age: 7}"));
    }

    @Test
    void unknownFieldsSurviveANewNestedRecord() {
        insert("{_id: 'a', place: {city: 'Oslo', street: 'Main', floor: 3}}");
        unit.run(manager -> {
            Place place = new Place();
            place.city = "Rome";
            manager.find(Person.class, "a").place = place;
        });
        assertThat(unit.documents("person"))
                .containsExactly(BsonDocument.parse("{_id: 'a', place: {city: 'Rome', floor: 3}}"));
    }

    private static final String OSLO = "{city: 'Oslo', days: 2, seat: '4A', stay: {house: 'X', floor: 3}}";
    private static final String ROME = "{days: 3, seat: '5B', city: 'Rome'}";
    private static final String BARE = "{city: 'Kyiv', days: 1}";

    static Stream<Arguments> changes() {
        return Stream.of(
                change("remove the first", visits -> visits.remove(0), ROME + "," + BARE),
                change("remove all", List::clear, null),
                change(
                        "add one before",
                        visits -> visits.add(0, Visit.of("Bern", 9)),
                        "{city: 'Bern', days: 9}," + OSLO + "," + ROME + "," + BARE),
                change("turn around", Collections::reverse, BARE + "," + ROME + "," + OSLO),
                change(
                        "change one, to nothing and in depth",
                        visits -> {
                            visits.get(0).days = null;
                            visits.get(0).stay.house = "Y";
                        },
                        "{city: 'Oslo', seat: '4A', stay: {house: 'Y', floor: 3}}," + ROME + "," + BARE),
                change(
                        "change all",
                        visits -> visits.forEach(visit -> visit.days = 7),
                        OSLO.replace("2", "7") + "," + ROME.replace("3", "7") + "," + BARE.replace("1", "7")),
                change(
                        "replace one by another in its place",
                        visits -> visits.set(1, Visit.of("Bern", 9)),
                        OSLO + ",{city: 'Bern', days: 9, seat: '5B'}," + BARE));
    }

    private static Arguments change(String what, Consumer<List<Visit>> change, @Nullable String expected) {
        return Arguments.of(what, change, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void unknownFieldsOfElementsSurviveAChangeOfTheArray(
            String what, Consumer<List<Visit>> change, @Nullable String expected) {
        unit.factory();
        String before = "{_id: 'a', visits: [%s, %s, %s], names: ['n'], shoes: 2}".formatted(OSLO, ROME, BARE);
        unit.database().getCollection("traveller").insertOne(Document.parse(before));
        unit.run(manager -> change.accept(manager.find(Traveller.class, "a").visits));
        String visits = expected == null ? "" : "visits: [" + expected + "],";
        // The order of fields is nobody's promise.
        assertThat(unit.database().getCollection("traveller").find())
                .containsExactly(Document.parse("{_id: 'a', %s names: ['n'], shoes: 2}".formatted(visits)));
    }

    @Test
    void unknownFieldsOfEntriesSurvive() {
        unit.factory();
        unit.database()
                .getCollection("traveller")
                .insertOne(
                        Document.parse("{_id: 'a', byName: {'x': %s, y: %s, '$z': %s}}".formatted(OSLO, ROME, BARE)));
        unit.run(manager -> {
            Map<String, Visit> visits = manager.find(Traveller.class, "a").byName;
            visits.remove("y");
            visits.get("x").days = 7;
            visits.put("new", Visit.of("Bern", 9));
        });
        assertThat(unit.database().getCollection("traveller").find())
                .containsExactly(Document.parse("{_id: 'a', byName: {x: %s, '$z': %s, new: {city: 'Bern', days: 9}}}"
                        .formatted(OSLO.replace("2", "7"), BARE)));
    }

    @Test
    void missingFieldsReadAsNull() {
        insert("{_id: 'a'}", "{_id: 'b', name: null, age: 3}");
        unit.run(manager -> {
            Person found = manager.find(Person.class, "a");
            assertThat(found.name).isNull();
            assertThat(found.age).isNull();
            assertThat(found.place).isNull();
            assertThat(manager.createQuery("select p.id from Person p where p.name is null order by p.id", String.class)
                            .getResultList())
                    .containsExactly("a", "b");
        });
    }

    @Test
    void aWrongTypeNamesCollectionIdAndField() {
        insert("{_id: 'a', name: {first: 'Ann'}}", "{_id: 'b', place: 'Oslo'}");
        unit.read(manager -> {
            assertThatThrownBy(() -> manager.find(Person.class, "a"))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM0909")
                    .hasStackTraceContaining("'name' of collection 'person'")
                    .hasStackTraceContaining("document \"a\"");
        });
        unit.read(manager -> assertThatThrownBy(() -> manager.find(Person.class, "b"))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0909")
                .hasStackTraceContaining("'place"));
    }

    @Test
    void duplicatesAreNamedWhenAnIndexCannotBeBuilt() {
        insert("{_id: 'a', name: 'Ann'}", "{_id: 'b', name: 'Ann'}", "{_id: 'c'}", "{_id: 'd'}");
        assertThatThrownBy(() -> unit.create(Map.of(), Marked.class))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("'UK_person_name' of 'person'")
                .hasStackTraceContaining("[\"a\", \"b\"]");
        unit.database().getCollection("person").deleteOne(new Document("_id", "b"));
        unit.create(Map.of(), Marked.class);
        assertThat(unit.documents("person")).hasSize(3);
    }

    @Test
    void aFieldNameWithADotIsRefusedAtTheStart() {
        assertThatThrownBy(() -> unit.create(Map.of(), Dotted.class))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0910 Field name that MongoDB cannot keep: 'a.b'");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedBeforeItIsSent() {
        Person large = new Person();
        large.id = "large";
        large.name = "x".repeat(17 << 20);
        unit.factory();
        unit.commands().clear();
        assertThatThrownBy(() -> unit.persist(large))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0911 Document too large");
        assertThat(unit.commands().names()).doesNotContain("insert");
    }
}
