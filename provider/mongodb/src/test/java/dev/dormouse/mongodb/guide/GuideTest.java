package dev.dormouse.mongodb.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.dormouse.annotation.IdArray;
import dev.dormouse.annotation.StoredAs;
import dev.dormouse.mongodb.ApplicationClients;
import dev.dormouse.mongodb.server.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PersistenceConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of docs/guide/mongodb.md. */
class GuideTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    // region documents
    @Entity
    public static class Patron {
        @Id
        String id = "";

        Address address = new Address();

        @ElementCollection
        List<String> nicknames = new ArrayList<>();

        @ElementCollection
        @StoredAs(StoredAs.Form.SUB_DOCUMENT)
        Map<String, Integer> points = new TreeMap<>();

        @IdArray
        @OneToMany
        List<Voucher> vouchers = new ArrayList<>();
    }

    @Embeddable
    public static class Address {
        String city = "";
    }

    @Entity
    public static class Voucher {
        @Id
        @GeneratedValue
        @StoredAs(StoredAs.Form.OBJECT_ID)
        String id;

        @ManyToOne
        Patron giver;
    }
    // endregion

    private static EntityManagerFactory factory(String url) {
        return new PersistenceConfiguration("guide")
                .managedClass(Patron.class)
                .managedClass(Address.class)
                .managedClass(Voucher.class)
                .property("jakarta.persistence.jdbc.url", url)
                .createEntityManagerFactory();
    }

    @Test
    void documents() {
        try (EntityManagerFactory factory = factory(DATABASE.url())) {
            Voucher voucher = new Voucher();
            Patron patron = new Patron();
            patron.id = "p-1";
            patron.address.city = "Oslo";
            patron.nicknames.add("Zoë");
            patron.points.put("coffee", 3);
            patron.vouchers.add(voucher);
            voucher.giver = patron;
            factory.runInTransaction(manager -> {
                manager.persist(voucher);
                manager.persist(patron);
            });
            assertThat(DATABASE.documents("Patron"))
                    .containsExactly(BsonDocument.parse("{_id: 'p-1', address: {city: 'Oslo'}, nicknames: ['Zoë'],"
                            + " points: {coffee: 3}, vouchers: [{$oid: '" + voucher.id + "'}]}"));
            assertThat(DATABASE.documents("Voucher"))
                    .containsExactly(BsonDocument.parse("{_id: {$oid: '" + voucher.id + "'}, giver_id: 'p-1'}"));
        }
    }

    @Test
    void aClientOfTheApplication() {
        String url = DATABASE.url();
        // region own client
        try (MongoClient client = MongoClients.create(url)) {
            ApplicationClients.Registration registration = ApplicationClients.register(url, client);
            try (EntityManagerFactory factory = factory(url)) {
                assertThat(factory.unwrap(MongoClient.class)).isSameAs(client);
            }
            registration.close();
        }
        // endregion
    }

    @Test
    void theDriverInATransaction() {
        try (EntityManagerFactory factory = factory(DATABASE.url())) {
            // region unwrap
            factory.runInTransaction(manager -> {
                MongoDatabase database = manager.unwrap(MongoDatabase.class);
                ClientSession session = manager.unwrap(ClientSession.class);
                database.getCollection("audit").insertOne(session, new Document("what", "looked"));
            });
            // endregion
            assertThat(DATABASE.raw().getCollection("audit").countDocuments()).isOne();
        }
    }
}
