package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many commands the unit of work sends. */
final class CountedCommandsTest {

    @RegisterExtension
    final MongoUnit unit =
            MongoUnit.of(Kind.class, Item.class, Part.class, Numbered.class, Tagged.class, Worker.class, Skill.class);

    @Entity(name = "Kind")
    @Table(name = "kind")
    static class Kind {
        @Id
        int id;
    }

    @Entity(name = "Item")
    @Table(name = "item")
    static class Item {
        @Id
        int id;

        String name;
    }

    @Entity(name = "Part")
    @Table(name = "part")
    static class Part {
        @Id
        int id;

        @ManyToOne
        Kind kind;
    }

    @Entity(name = "Numbered")
    @Table(name = "numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
        @SequenceGenerator(name = "numbers", allocationSize = 500)
        long id;
    }

    @Entity(name = "Tagged")
    @Table(name = "tagged")
    static class Tagged {
        @Id
        int id;

        int size;

        @ElementCollection
        List<String> tags = new ArrayList<>();
    }

    @Entity(name = "Worker")
    @Table(name = "worker")
    static class Worker {
        @Id
        int id;

        @ManyToOne(fetch = FetchType.LAZY)
        Skill best;

        @ManyToMany
        Set<Skill> skills = new HashSet<>();

        Skill best() {
            return best;
        }

        Set<Skill> skills() {
            return skills;
        }
    }

    @Entity(name = "Skill")
    @Table(name = "skill")
    static class Skill {
        @Id
        int id;

        String name;

        String name() {
            return name;
        }
    }

    private static Item item(int id) {
        Item item = new Item();
        item.id = id;
        item.name = "item " + id;
        return item;
    }

    private static Part part(int id, Kind kind) {
        Part part = new Part();
        part.id = id;
        part.kind = kind;
        return part;
    }

    @Test
    void aThousandEntitiesAreOneInsert() {
        unit.factory();
        unit.commands().clear();
        unit.persist(
                IntStream.range(0, 1_000).mapToObj(CountedCommandsTest::item).toArray());
        assertThat(unit.commands().names()).containsExactly("insert", "commitTransaction");
    }

    /** What the server says of a table is kept, at first for a second, and twice as long each time. */
    @Test
    void aNewQueryOverAKnownTableAsksForNothingButItsRows() {
        unit.persist(item(0), item(1));
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 10 && !sent.equals(List.of("find")); i++) {
            String text = "select i from Item i where i.name = 'item " + i + "'";
            unit.commands().clear();
            unit.read(manager -> manager.createQuery(text, Item.class).getResultList());
            sent = unit.commands().names();
        }
        assertThat(sent).containsExactly("find");
    }

    @Test
    void aReferencedCollectionIsOneFindMore() {
        Kind kind = new Kind();
        unit.persist(kind);
        unit.run(manager -> {
            Kind known = manager.getReference(Kind.class, 0);
            IntStream.range(0, 1_000).forEach(i -> manager.persist(part(i, known)));
            unit.commands().clear();
        });
        assertThat(unit.commands().collections("find")).hasSizeLessThanOrEqualTo(1);
        assertThat(unit.commands().count("insert")).isOne();
        assertThat(unit.commands().names()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aBlockOfNumbersIsOneCommand() {
        unit.factory();
        unit.commands().clear();
        unit.persist(IntStream.range(0, 1_000).mapToObj(i -> new Numbered()).toArray());
        assertThat(unit.commands().count("findAndModify")).isEqualTo(2);
        assertThat(unit.commands().names()).hasSize(4);
    }

    @Test
    void updatesOfOneCollectionAreOneCommand() {
        unit.persist(IntStream.range(0, 100).mapToObj(CountedCommandsTest::item).toArray());
        unit.run(manager -> {
            manager.createQuery("select i from Item i", Item.class)
                    .getResultList()
                    .forEach(i -> i.name += "!");
            unit.commands().clear();
        });
        assertThat(unit.commands().names()).containsExactly("update", "commitTransaction");
        assertThat(unit.commands().all("update").get(0).getArray("updates")).hasSize(100);
    }

    @Test
    void removalsOfOneCollectionAreOneCommand() {
        unit.persist(IntStream.range(0, 100).mapToObj(CountedCommandsTest::item).toArray());
        unit.run(manager -> {
            manager.createQuery("select i from Item i", Item.class)
                    .getResultList()
                    .forEach(manager::remove);
            unit.commands().clear();
        });
        assertThat(unit.commands().names()).containsExactly("delete", "commitTransaction");
        assertThat(unit.documents("item")).isEmpty();
    }

    @Test
    void rowsOfAJoinTableGoTogether() {
        List<Skill> skills =
                IntStream.range(0, 60).mapToObj(CountedCommandsTest::skill).toList();
        unit.persist(skills.toArray());
        unit.persist(IntStream.range(0, 20).mapToObj(i -> worker(i, skills)).toArray());
        unit.run(manager -> {
            manager.createQuery("select w from Worker w", Worker.class)
                    .getResultList()
                    .forEach(worker -> worker.skills()
                            .removeIf(skill -> Integer.parseInt(skill.name().substring("skill ".length())) % 2 == 0));
            unit.commands().clear();
        });
        assertThat(unit.commands().names()).containsExactly("delete", "commitTransaction");
        assertThat(unit.commands().all("delete").get(0).getArray("deletes")).hasSize(1);
        assertThat(unit.documents("worker_skill")).hasSize(30);
    }

    @Test
    void aWalkOverAThousandSendsAFewFinds() {
        List<Skill> skills =
                IntStream.range(0, 60).mapToObj(CountedCommandsTest::skill).toList();
        unit.persist(skills.toArray());
        unit.persist(IntStream.range(0, 1_000).mapToObj(i -> worker(i, skills)).toArray());
        unit.run(manager -> {
            unit.commands().clear();
            manager.createQuery("select w from Worker w", Worker.class)
                    .getResultList()
                    .forEach(worker -> {
                        assertThat(worker.best().name()).startsWith("skill");
                        assertThat(worker.skills()).hasSize(3).allSatisfy(skill -> assertThat(skill.name())
                                .startsWith("skill"));
                    });
            assertThat(unit.commands().collections("find"))
                    .as(unit.commands().all("find").toString())
                    .containsExactly("worker", "skill", "worker_skill", "skill", "worker_skill");
            assertThat(unit.commands().names()).containsOnly("find", "count", "aggregate");
            assertThat(unit.commands().count("getMore")).isZero();
        });
    }

    private static Skill skill(int id) {
        Skill skill = new Skill();
        skill.id = id;
        skill.name = "skill " + id;
        return skill;
    }

    private static Worker worker(int id, List<Skill> skills) {
        Worker worker = new Worker();
        worker.id = id;
        worker.best = skills.get(id % 30);
        for (int i = 0; i < 3; i++) {
            worker.skills.add(skills.get((id + i) % 60));
        }
        return worker;
    }

    /** And that nothing is pulled out of where there is nothing, unless a reader holds the document (decision 73). */
    @Test
    void onlyWhatChangedIsSent() {
        Tagged tagged = new Tagged();
        tagged.tags.addAll(List.of("a", "b"));
        unit.persist(tagged);
        unit.run(manager -> {
            manager.find(Tagged.class, 0).size = 7;
            unit.commands().clear();
        });
        BsonDocument update =
                unit.commands().all("update").get(0).getArray("updates").get(0).asDocument();
        assertThat(update.get("u"))
                .isEqualTo(BsonDocument.parse("{$set: {size: 7}, $pull: {'dormouse:readers': null}}"));
        unit.run(manager -> {
            manager.find(Tagged.class, 0).tags.clear();
            unit.commands().clear();
        });
        assertThat(unit.commands()
                        .all("update")
                        .get(0)
                        .getArray("updates")
                        .get(0)
                        .asDocument()
                        .getDocument("u")
                        .keySet())
                .containsExactly("$unset", "$pull");
        assertThat(unit.documents("tagged")).containsExactly(BsonDocument.parse("{_id: 0, size: 7}"));
    }
}
