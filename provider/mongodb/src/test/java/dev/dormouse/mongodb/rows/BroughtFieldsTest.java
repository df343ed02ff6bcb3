package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What finds bring: the fields that the query reads, whole documents where entities are made of them; numbers instead of records that are only counted. */
final class BroughtFieldsTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(Dish.class, Kitchen.class);

    @Entity(name = "Kitchen")
    @Table(name = "kitchen")
    static class Kitchen {
        @Id
        int id;

        String name;
        String street;
    }

    @Embeddable
    static class Origin {
        String land;
        String region;
    }

    @Entity(name = "Dish")
    @Table(name = "dish", indexes = @Index(columnList = "price"))
    static class Dish {
        @Id
        int id;

        String name;
        int price;
        Instant since;
        BigDecimal weight;
        Origin origin;

        @ManyToOne
        Kitchen kitchen;

        @ElementCollection
        List<String> tags;
    }

    @BeforeEach
    void fill() {
        unit.run(manager -> {
            Kitchen kitchen = new Kitchen();
            kitchen.id = 1;
            kitchen.name = "north";
            kitchen.street = "Main Street";
            manager.persist(kitchen);
            for (int i = 1; i <= 6; i++) {
                Dish dish = new Dish();
                dish.id = i;
                dish.name = i == 4 ? null : "dish " + i;
                dish.price = i * 10;
                dish.since = Instant.ofEpochSecond(i, i);
                dish.weight = new BigDecimal("0." + i);
                dish.origin = new Origin();
                dish.origin.land = i < 4 ? "France" : "Spain";
                dish.origin.region = "region " + i;
                dish.kitchen = kitchen;
                dish.tags = List.of("a" + i, "b");
                manager.persist(dish);
            }
        });
    }

    static Stream<Arguments> projections() {
        return Stream.of(
                row("select d.name from Dish d where d.price > 20", "{_id: 1, name: 1, price: 1}"),
                row("select d.origin.land from Dish d", "{_id: 1, 'origin.land': 1}"),
                row(
                        "select d.since from Dish d order by d.price",
                        "{_id: 1, price: 1, since: 1, 'since:more': 1, 'since:scale': 1}"),
                row("select t from Dish d join d.tags t", "{_id: 1, tags: 1}"),
                row(
                        "select d.origin.land, sum(d.price * 2) from Dish d group by d.origin.land",
                        "{_id: 1, 'origin.land': 1, price: 1}"),
                row("select d.id from Dish d where d.name is not null", "{_id: 1, name: 1}"),
                row("select d.kitchen.id from Dish d", "{_id: 1, kitchen_id: 1}"),
                row(
                        "select d.price from Dish d where d.origin.land in (select k.name from Kitchen k)",
                        "{_id: 1, 'origin.land': 1, price: 1}"),
                row("update Dish d set d.price = d.price * 2 where d.name like 'dish%'", "{_id: 1, name: 1, price: 1}"),
                row("delete from Dish d where d.price > 1000", "{_id: 1, price: 1}"));
    }

    private static Arguments row(String jpql, String projection) {
        return Arguments.of(jpql, projection);
    }

    @ParameterizedTest
    @MethodSource("projections")
    void onlyWhatIsReadIsBrought(String jpql, String projection) {
        unit.run(manager -> {
            unit.commands().clear();
            if (jpql.startsWith("select")) {
                manager.createQuery(jpql, Object.class).getResultList();
            } else {
                manager.createQuery(jpql).executeUpdate();
            }
        });
        assertThat(finds("dish").get(0).getDocument("projection")).isEqualTo(BsonDocument.parse(projection));
    }

    @Test
    void anEntityIsBroughtWhole() {
        read("select d from Dish d where d.price > 20", Dish.class);
        assertThat(finds("dish"))
                .singleElement()
                .satisfies(find -> assertThat(find.keySet()).contains("filter").doesNotContain("projection"));
    }

    @Test
    void ofAJoinEachSideBringsItsOwn() {
        List<Object[]> rows = read(
                "select d.price, k.name from Dish d join d.kitchen k where k.street = 'Main Street'", Object[].class);
        assertThat(rows).hasSize(6).allSatisfy(row -> assertThat(row[1]).isEqualTo("north"));
        assertThat(finds("dish").get(0).getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, kitchen_id: 1, price: 1}"));
        assertThat(finds("kitchen").get(0).getDocument("projection"))
                .isEqualTo(BsonDocument.parse("{_id: 1, name: 1, street: 1}"));
    }

    private List<BsonDocument> finds(String collection) {
        return unit.commands().all("find").stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .toList();
    }

    private <T> List<T> read(String jpql, Class<T> type) {
        try (EntityManager manager = unit.factory().createEntityManager()) {
            unit.commands().clear();
            return manager.createQuery(jpql, type).getResultList();
        }
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                Arguments.of("select count(d) from Dish d", 6L, true),
                Arguments.of("select count(d) from Dish d where d.price > 20 and d.price <= 50", 3L, true),
                Arguments.of("select count(d) from Dish d where d.name like 'dish%'", 5L, true),
                Arguments.of("select count(d) from Dish d where d.name not like '%2' and d.price <> 10", 3L, true),
                Arguments.of("select count(d) from Dish d where d.name not in ('dish 1', 'dish 2')", 3L, true),
                Arguments.of("select count(d) from Dish d where d.weight = 0.3", 1L, true),
                Arguments.of("select count(d) from Dish d where d.weight >= 0.3 and d.weight < 0.5", 2L, true),
                Arguments.of("select count(d) from Dish d where d.weight > 0.3", 3L, false),
                Arguments.of("select count(d) from Dish d where d.price = d.id * 10", 6L, false));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void whatIsCountedStaysOnTheServer(String jpql, long expected, boolean byServer) {
        assertThat(read(jpql, Long.class)).containsExactly(expected);
        assertThat(isCountedByServer() && finds("dish").isEmpty()).isEqualTo(byServer);
        assertThat(finds("dish")).allSatisfy(find -> assertThat(find).containsKey("projection"));
    }

    private boolean isCountedByServer() {
        return unit.commands().all("aggregate").stream()
                .flatMap(aggregate -> aggregate.getArray("pipeline").stream())
                .anyMatch(stage -> stage.asDocument().containsKey("$group"));
    }

    @Test
    void fieldsOfOneRecordAreComparedByTheServer() {
        assertThat(read("select d.id from Dish d where d.price < d.id", Integer.class))
                .isEmpty();
        BsonDocument filter = finds("dish").get(0).getDocument("filter");
        assertThat(filter.getDocument("$expr").getArray("$and").get(2))
                .isEqualTo(BsonDocument.parse("{$lt: ['$price', '$_id']}"));
    }
}
