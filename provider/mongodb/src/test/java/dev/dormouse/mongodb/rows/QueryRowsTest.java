package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows 30 to 32 of what the ancestor could do: queries, joins, indexes. */
final class QueryRowsTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Person.class, Address.class, Reward.class);

    @Embeddable
    record Address(String city, String street) {}

    @Entity(name = "Person")
    @Table(
            name = "person",
            indexes = {
                @Index(name = "by_name", columnList = "name ASC, age DESC"),
                @Index(name = "by_mark", columnList = "mark", unique = true)
            })
    static class Person {
        @Id
        int id;

        String name;
        int age;
        String mark;
        boolean active;
        Address address;

        @ManyToOne
        Person friend;
    }

    @Entity(name = "Reward")
    @Table(name = "reward")
    static class Reward {
        @Id
        int id;

        int point;

        @ManyToOne
        Person person;
    }

    private static Person person(int id, String name, int age, String city) {
        Person person = new Person();
        person.id = id;
        person.name = name;
        person.age = age;
        person.mark = id > 4 ? null : "m" + id;
        person.active = id % 2 == 0;
        person.address = city == null ? null : new Address(city, "Mill Lane " + id);
        return person;
    }

    @BeforeEach
    void persistPeople() {
        Person ann = person(1, "Ann", 1, "Oslo");
        Person bob = person(2, "Bob", 5, "Oslo");
        Person cid = person(3, "Cid_x", 6, "Rome");
        Person dot = person(4, "", 9, null);
        Person bobby = person(5, "Bobby", 6, "Rome");
        Person nobody = person(6, null, 0, null);
        bob.friend = ann;
        cid.friend = bob;
        List<Object> all = new ArrayList<>(List.of(ann, bob, cid, dot, bobby, nobody));
        for (int i = 1; i <= 3; i++) {
            Reward reward = new Reward();
            reward.id = i;
            reward.point = 10 * i;
            reward.person = i == 2 ? ann : bob;
            all.add(reward);
        }
        unit.persist(all.toArray());
    }

    private List<Object> ask(String query, Object... parameters) {
        return unit.call(manager -> ask(manager, query, parameters));
    }

    private static List<Object> ask(EntityManager manager, String query, Object... parameters) {
        TypedQuery<Object> asked = manager.createQuery(query, Object.class);
        for (int i = 0; i < parameters.length; i++) {
            asked.setParameter(i + 1, parameters[i]);
        }
        return asked.getResultList().stream()
                .map(row -> row instanceof Object[] parts ? Arrays.asList(parts) : row)
                .toList();
    }

    @Test
    void row30_theQueryLanguageIsWhole() {
        assertThat(ask("select p.age from Person p where p.age >= ?1 and p.age <= ?2 order by p.id", 5, 6))
                .containsExactly(5, 6, 6);
        assertThat(ask("select p.id from Person p where p.age not in (1, 5, 9) order by p.id"))
                .containsExactly(3, 5, 6);
        assertThat(ask("select p.id from Person p where p.name not in ('Ann', 'Bob') order by p.id"))
                .containsExactly(3, 4, 5);
        assertThat(ask("select p.id from Person p where p.age = 1 or p.name = 'Bob' order by p.id"))
                .containsExactly(1, 2);
        assertThat(ask("select p.id from Person p where p.name like 'Bo%' order by p.id"))
                .containsExactly(2, 5);
        assertThat(ask("select p.id from Person p where p.name like '%d\\_x' escape '\\'"))
                .containsExactly(3);
        assertThat(ask("select p.id from Person p where p.name like 'B.b' or p.name like '^Bob'"))
                .isEmpty();
        assertThat(ask("select p.id from Person p where p.name like '_ob'")).containsExactly(2);
        assertThat(ask("select p.id from Person p where p.name is null")).containsExactly(6);
        assertThat(ask("select p.id from Person p where p.name <> 'Bob' order by p.id"))
                .containsExactly(1, 3, 4, 5);
        assertThat(ask("select p.id from Person p where not (p.name = 'Bob' or p.age > 100) order by p.id"))
                .containsExactly(1, 3, 4, 5);
        assertThat(ask("select p.id from Person p where p.address.city = 'Rome' order by p.id"))
                .containsExactly(3, 5);
        assertThat(ask("select count(p) from Person p where p.age > 1")).containsExactly(4L);
        assertThat(ask("select p.address.city, count(p), max(p.age) from Person p where p.address.city is not null"
                        + " group by p.address.city order by p.address.city"))
                .containsExactly(List.of("Oslo", 2L, 5), List.of("Rome", 2L, 6));
        assertThat(ask("select p.id from Person p where p.age = ?1", 0)).containsExactly(6);
        assertThat(ask("select p.id from Person p where p.name = ?1", "")).containsExactly(4);
        assertThat(ask("select p.id from Person p where p.active = ?1 order by p.id", false))
                .containsExactly(1, 3, 5);
    }

    @Test
    void row30_ordersAndPages() {
        unit.run(manager -> {
            unit.commands().clear();
            assertThat(manager.createQuery("select p.id from Person p order by p.age desc, p.id", Integer.class)
                            .setFirstResult(1)
                            .setMaxResults(3)
                            .getResultList())
                    .containsExactly(3, 5, 2);
            assertThat(manager.createQuery("select p.id from Person p order by p.name nulls last, p.id", Integer.class)
                            .getResultList())
                    .containsExactly(4, 1, 2, 5, 3, 6);
        });
        assertThat(unit.commands().collections("find")).containsExactly("person", "person");
    }

    @Test
    void row31_joinsOfSeveralLevels() {
        assertThat(ask("select r.id from Reward r join r.person p where p.name = 'Bob' order by r.id"))
                .containsExactly(1, 3);
        assertThat(ask("select p.name, sum(r.point) from Reward r join r.person p group by p.name order by p.name"))
                .containsExactly(List.of("Ann", 20L), List.of("Bob", 40L));
        assertThat(ask("select p.id, f.name, g.name from Person p left join p.friend f left join f.friend g"
                        + " where p.id < 4 order by p.id"))
                .containsExactly(
                        Arrays.asList(1, null, null), Arrays.asList(2, "Ann", null), Arrays.asList(3, "Bob", "Ann"));
        unit.run(manager -> {
            List<Object> fetched = ask(manager, "select p from Person p join fetch p.friend where p.id = 3");
            unit.commands().clear();
            assertThat(((Person) fetched.get(0)).friend.name).isEqualTo("Bob");
            assertThat(unit.commands().names()).isEmpty();
        });
    }

    @Test
    void row32_indexesAreThoseOfTheMapping() {
        List<Document> indexes =
                unit.database().getCollection("person").listIndexes().into(new ArrayList<>());
        assertThat(indexes).anySatisfy(index -> {
            assertThat(index.getString("name")).isEqualTo("by_name");
            assertThat(index.get("key", Document.class).toJson()).startsWith("{\"name\": 1, \"age\": -1");
            assertThat(index.getBoolean("unique", false)).isFalse();
        });
        assertThat(indexes).anySatisfy(index -> {
            assertThat(index.getString("name")).isEqualTo("by_mark");
            assertThat(index.getBoolean("unique", false)).isTrue();
        });
        unit.run(manager -> {
            unit.commands().clear();
            assertThat(ask(manager, "select p.id from Person p where p.name = 'Bob'"))
                    .containsExactly(2);
        });
        BsonDocument find = unit.commands().all("find").get(0);
        List.of(
                        "lsid",
                        "$clusterTime",
                        "$db",
                        "txnNumber",
                        "startTransaction",
                        "autocommit",
                        "readConcern",
                        "$readPreference")
                .forEach(find::remove);
        assertThat(unit.database().runCommand(new BsonDocument("explain", find)).toJson())
                .contains("IXSCAN", "by_name");
    }
}
