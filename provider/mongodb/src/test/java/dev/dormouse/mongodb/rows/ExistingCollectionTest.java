package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Collections that others have filled, and names and sizes that MongoDB cannot keep. */
final class ExistingCollectionTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Person.class, Place.class);

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
