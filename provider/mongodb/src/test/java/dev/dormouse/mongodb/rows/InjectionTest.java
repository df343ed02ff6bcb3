package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value of a user becomes an operator, a path or code, wherever it enters. */
final class InjectionTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(User.class, Pair.class, Two.class);

    @Entity(name = "User")
    @Table(name = "user")
    static class User {
        @Id
        String id;

        String name;

        @ElementCollection
        List<String> tags = new ArrayList<>();

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, String> extra = new HashMap<>();

        static User of(String id, String name) {
            User user = new User();
            user.id = id;
            user.name = name;
            return user;
        }
    }

    @Embeddable
    record Two(String a, String b) {}

    @Entity(name = "Pair")
    @Table(name = "pair")
    static class Pair {
        @EmbeddedId
        Two id;

        String name;
    }

    @BeforeEach
    void persistOneUser() {
        unit.persist(User.of("u-1", "Ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$ne: null}",
                "{\"$gt\": \"\"}",
                "$name",
                "$$ROOT",
                "$where",
                "this.name == 'Ann'",
                "name.$gt",
                "extra.a",
                ".*",
                "^",
                "[$ne]=1",
                "'; return true; //",
                "\u0000",
            })
    void textIsTextAtEveryEntry(String text) {
        boolean isStorable = text.indexOf('\0') < 0;
        unit.run(manager -> {
            assertThat(manager.find(User.class, text)).isNull();
            assertThat(manager.find(Pair.class, new Two(text, text))).isNull();
            for (String condition : List.of(
                    "u.name = :v",
                    "u.id = :v",
                    "u.id in (:v, :v)",
                    "u.name in ('x', :v)",
                    "u.name like :v",
                    ":v member of u.tags",
                    "u.name between :v and :v",
                    "concat(u.name, '') = :v",
                    "exists (select x from User x where x.name = :v)")) {
                assertThat(manager.createQuery("select u from User u where " + condition, User.class)
                                .setParameter("v", text)
                                .getResultList())
                        .as(condition)
                        .isEmpty();
            }
            assertThat(manager.createQuery("update User u set u.name = 'x' where u.name = :v")
                            .setParameter("v", text)
                            .executeUpdate())
                    .isZero();
            assertThat(manager.createQuery("delete from User u where u.id = :v")
                            .setParameter("v", text)
                            .executeUpdate())
                    .isZero();
        });
        if (isStorable) {
            keepsAsItIs(text);
        }
        assertThat(unit.documents("user")).contains(BsonDocument.parse("{_id: 'u-1', name: 'Ann'}"));
    }

    private void keepsAsItIs(String text) {
        User user = User.of(text, text);
        user.tags.add(text);
        unit.persist(user);
        unit.run(manager -> {
            User found = manager.find(User.class, text, LockModeType.PESSIMISTIC_WRITE);
            assertThat(found.tags).containsExactly(text);
            found.name = text + text;
            found.tags.add(text);
        });
        unit.run(manager -> assertThat(manager.createQuery("update User u set u.name = :v where u.id = :v")
                        .setParameter("v", text)
                        .executeUpdate())
                .isOne());
        unit.run(manager -> {
            User found = manager.find(User.class, text);
            assertThat(found.name).isEqualTo(text);
            assertThat(found.tags).containsExactly(text, text);
            manager.remove(found);
        });
        assertThat(unit.documents("user")).hasSize(1);
    }

    @Test
    void documentsAreNoParameters() {
        unit.read(manager -> {
            for (Object value :
                    List.of(new Document("$ne", ""), Map.of("$ne", ""), BsonDocument.parse("{$gt: ''}"), 7)) {
                assertThatThrownBy(() -> manager.createQuery("select u from User u where u.name = :v", User.class)
                                .setParameter("v", value))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> manager.find(User.class, value)).isInstanceOf(IllegalArgumentException.class);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"$set", "a.b", "$where", "", "_id", "name", "$$REMOVE"})
    void aKeyIsAFieldOfItsSubDocument(String key) {
        unit.run(manager -> manager.find(User.class, "u-1").extra.put(key, "{$ne: null}"));
        BsonDocument user = unit.documents("user").get(0);
        assertThat(user.keySet()).containsExactly("_id", "name", "extra");
        assertThat(user.getDocument("extra")).containsExactly(Map.entry(key, new BsonString("{$ne: null}")));
        unit.run(manager -> {
            User found = manager.find(User.class, "u-1");
            assertThat(found.extra).containsExactly(Map.entry(key, "{$ne: null}"));
            found.extra.put("other", "$name");
        });
        unit.run(manager -> manager.find(User.class, "u-1").extra.remove(key));
        assertThat(unit.documents("user"))
                .containsExactly(BsonDocument.parse("{_id: 'u-1', name: 'Ann', extra: {other: '$name'}}"));
    }
}
