package dev.dormouse.mongodb.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.annotation.StoredAs;
import dev.dormouse.mongodb.unit.MongoUnit;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows 33 to 35 of what the ancestor could do: values, inheritance, maps and nested state. */
final class ValueRowsTest {

    @RegisterExtension
    final MongoUnit unit = MongoUnit.of(
            Values.class,
            Place.class,
            Tree.class,
            Leaf.class,
            Composite.class,
            CompositeKey.class,
            Service.class,
            WebService.class,
            MailService.class,
            Account.class,
            Extra.class,
            Limits.class);

    enum Colour {
        RED,
        GREEN
    }

    @Embeddable
    record Place(String city, int number) {}

    @Entity(name = "Values")
    @Table(name = "values")
    static class Values {
        @Id
        UUID id = UUID.fromString("f47ac10b-58cc-4372-a567-0e02b2c3d479");

        boolean flag = true;
        int small = Integer.MIN_VALUE;
        long large = Long.MAX_VALUE;
        double real = 0.5;
        String text = "Zoë \uD83D\uDC2D";
        byte[] bytes = {0, -1, 7};
        Instant instant = Instant.parse("2024-02-29T12:00:00.123Z");
        Instant fine = Instant.parse("2024-02-29T12:00:00.123456789Z");
        Instant far = Instant.parse("+999999999-12-31T23:59:59.999999999Z");
        LocalDate date = LocalDate.of(1969, 12, 31);
        OffsetDateTime zoned = OffsetDateTime.parse("2024-02-29T12:00:00.000000001+05:45");
        BigDecimal decimal = new BigDecimal("12.50");
        BigDecimal precise = new BigDecimal("1234567890123456789012345678901234567890.5");
        BigInteger whole = BigInteger.TWO.pow(200).negate();

        @Enumerated(EnumType.STRING)
        Colour colour = Colour.GREEN;

        Colour ordinal = Colour.GREEN;
        Place place = new Place("Oslo", 3);

        @ElementCollection
        List<String> names = new ArrayList<>(List.of("b", "a", "b"));

        @ElementCollection
        List<Place> places = new ArrayList<>(List.of(new Place("Rome", 1)));

        @ElementCollection
        Map<Integer, String> entries = new HashMap<>(Map.of(7, "seven"));

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Place> byName = new HashMap<>(Map.of("home", new Place("Kyiv", 9)));
    }

    @Entity(name = "Tree")
    @Table(name = "tree")
    static class Tree {
        @Id
        ObjectId id;

        @ManyToOne
        Leaf leaf;
    }

    @Entity(name = "Leaf")
    @Table(name = "leaf")
    static class Leaf {
        @Id
        @StoredAs(StoredAs.Form.OBJECT_ID)
        String id;
    }

    @Embeddable
    record CompositeKey(String origin, int number) {}

    @Entity(name = "Composite")
    @Table(name = "composite")
    static class Composite {
        @EmbeddedId
        CompositeKey key = new CompositeKey("JFK", 4);
    }

    @Test
    void row33_everyValueHasItsBsonType() {
        Values values = new Values();
        unit.persist(values);
        BsonDocument document = unit.documents("values").get(0);
        Map<String, BsonType> types = new HashMap<>();
        types.put("_id", BsonType.BINARY);
        types.put("flag", BsonType.BOOLEAN);
        types.put("small", BsonType.INT32);
        types.put("large", BsonType.INT64);
        types.put("real", BsonType.DOUBLE);
        types.put("text", BsonType.STRING);
        types.put("bytes", BsonType.BINARY);
        types.put("instant", BsonType.DATE_TIME);
        types.put("fine", BsonType.DATE_TIME);
        types.put("far", BsonType.DATE_TIME);
        types.put("date", BsonType.DATE_TIME);
        types.put("zoned", BsonType.DOCUMENT);
        types.put("decimal", BsonType.DECIMAL128);
        types.put("precise", BsonType.DECIMAL128);
        types.put("whole", BsonType.DECIMAL128);
        types.put("colour", BsonType.STRING);
        types.put("ordinal", BsonType.INT32);
        types.put("place", BsonType.DOCUMENT);
        types.put("names", BsonType.ARRAY);
        types.put("places", BsonType.ARRAY);
        types.put("entries", BsonType.ARRAY);
        types.put("byName", BsonType.DOCUMENT);
        types.forEach((name, type) -> assertThat(document.get(name))
                .as(name)
                .extracting(BsonValue::getBsonType)
                .isEqualTo(type));
        assertThat(document.keySet())
                .containsAll(types.keySet())
                .filteredOn(name -> !types.containsKey(name))
                .containsExactlyInAnyOrder("fine:more", "far:more", "precise:more", "whole:more");
        assertThat(document.getBinary("_id").getType()).isEqualTo((byte) 4);
        assertThat(document.getBinary("_id").asUuid()).isEqualTo(values.id);
        assertThat(document.getDateTime("instant").getValue()).isEqualTo(values.instant.toEpochMilli());
        assertThat(document.getDecimal128("decimal").getValue().bigDecimalValue())
                .isEqualTo(values.decimal);
        assertThat(document.get("place")).isEqualTo(BsonDocument.parse("{city: 'Oslo', number: 3}"));
        assertThat(document.get("names"))
                .hasToString("BsonArray{values=[BsonString{value='b'}, BsonString{value='a'}, BsonString{value='b'}]}");
        assertThat(document.getArray("places").get(0)).isEqualTo(BsonDocument.parse("{city: 'Rome', number: 1}"));
        assertThat(document.getArray("entries").get(0)).isEqualTo(BsonDocument.parse("{key: 7, value: 'seven'}"));
        assertThat(document.get("byName")).isEqualTo(BsonDocument.parse("{home: {city: 'Kyiv', number: 9}}"));
        unit.run(manager -> assertThat(manager.find(Values.class, values.id))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .ignoringFields("names", "places", "entries", "byName")
                .isEqualTo(values));
        unit.run(manager -> {
            Values found = manager.find(Values.class, values.id);
            assertThat(found.names).containsExactly("b", "a", "b");
            assertThat(found.places).containsExactly(new Place("Rome", 1));
            assertThat(found.entries).containsExactly(Map.entry(7, "seven"));
            assertThat(found.byName).containsExactly(Map.entry("home", new Place("Kyiv", 9)));
        });
    }

    @Test
    void row33_idsMayBeObjectIdsAndNestedDocuments() {
        Tree tree = new Tree();
        tree.id = new ObjectId();
        tree.leaf = new Leaf();
        tree.leaf.id = new ObjectId().toHexString();
        unit.persist(tree.leaf, tree, new Composite());
        assertThat(unit.documents("leaf")).containsExactly(BsonDocument.parse("{_id: {$oid: '" + tree.leaf.id + "'}}"));
        assertThat(unit.documents("tree"))
                .containsExactly(BsonDocument.parse(
                        "{_id: {$oid: '" + tree.id + "'}, leaf_id: {$oid: '" + tree.leaf.id + "'}}"));
        assertThat(unit.documents("composite"))
                .containsExactly(BsonDocument.parse("{_id: {origin: 'JFK', number: 4}}"));
        unit.run(manager -> {
            assertThat(manager.find(Tree.class, tree.id).leaf.id).isEqualTo(tree.leaf.id);
            assertThat(manager.createQuery("select t.id from Tree t where t.leaf.id = :leaf", ObjectId.class)
                            .setParameter("leaf", tree.leaf.id)
                            .getResultList())
                    .containsExactly(tree.id);
            assertThat(manager.find(Composite.class, new CompositeKey("JFK", 4)))
                    .isNotNull();
        });
    }

    @Entity(name = "Service")
    @Table(name = "service")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind")
    abstract static class Service {
        @Id
        String path;
    }

    @Entity(name = "WebService")
    @DiscriminatorValue("web")
    static class WebService extends Service {
        String url;
    }

    @Entity(name = "MailService")
    @DiscriminatorValue("mail")
    static class MailService extends Service {
        int port;
    }

    @Test
    void row34_aHierarchyIsOneCollection() {
        WebService web = new WebService();
        web.path = "/";
        web.url = "https://example.org";
        MailService mail = new MailService();
        mail.path = "/mail";
        mail.port = 25;
        unit.persist(web, mail);
        assertThat(unit.documents("service"))
                .containsExactly(
                        BsonDocument.parse("{_id: '/', kind: 'web', url: 'https://example.org'}"),
                        BsonDocument.parse("{_id: '/mail', kind: 'mail', port: 25}"));
        unit.run(manager -> {
            assertThat(manager.createQuery("select s from Service s order by s.path", Service.class)
                            .getResultList())
                    .extracting(Object::getClass)
                    .containsExactly(WebService.class, MailService.class);
            assertThat(manager.createQuery("select s.url from WebService s", String.class)
                            .getResultList())
                    .containsExactly("https://example.org");
        });
    }

    @Embeddable
    static class Limits {
        int logins;
        int uploads;
    }

    @Embeddable
    static class Extra {
        String theme;

        @Embedded
        Limits limits = new Limits();
    }

    @Entity(name = "Account")
    @Table(name = "account")
    static class Account {
        @Id
        int id = 1;

        String name = "panda";

        @Embedded
        Extra extra = new Extra();
    }

    @Test
    void row35_aNestedChangeWritesOnlyItsPath() {
        unit.persist(new Account());
        unit.run(manager -> {
            Account account = manager.find(Account.class, 1);
            account.extra.limits.logins = 3;
            account.extra.theme = "dark";
            unit.commands().clear();
        });
        BsonDocument update =
                unit.commands().all("update").get(0).getArray("updates").get(0).asDocument();
        assertThat(update.get("u"))
                .isEqualTo(
                        BsonDocument.parse(
                                "{$set: {'extra.theme': 'dark', 'extra.limits.logins': 3}, $pull: {'dormouse:readers': null}}"));
        unit.run(manager -> manager.find(Account.class, 1).extra.theme = null);
        assertThat(unit.documents("account"))
                .containsExactly(
                        BsonDocument.parse("{_id: 1, name: 'panda', extra: {limits: {logins: 3, uploads: 0}}}"));
    }
}
