package dev.dormouse.mongodb.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.mongodb.server.Awaiting;
import dev.dormouse.mongodb.server.Relay;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Concerns, read preference and pool of a URL, read off the wire: what a URL may decide, and what is fixed whatever it says. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class UrlOptionsTest {

    private static ReplicaSet set;
    private static int databases;

    private Relay relay;

    @Entity(name = "Order_")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        int id;

        int amount;
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        set = ReplicaSet.start(folder.resolve("set"), 1);
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    @BeforeEach
    void listen() {
        relay = Relay.before(set.members().get(0));
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private EntityManagerFactory open(String options, Map<String, String> settings) {
        PersistenceConfiguration unit = new PersistenceConfiguration("orders")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", relay.url("orders_" + databases++) + options)
                .property("dormouse.mongodb.timeout", "3s")
                .managedClass(Order.class);
        settings.forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    /** Everything that reads or writes: ids, flush, find, query, count, refresh inside a transaction, bulk statements that the server makes and that it does not, lock. */
    private static void work(EntityManagerFactory factory) {
        Order order = new Order();
        factory.runInTransaction(manager -> manager.persist(order));
        factory.runInTransaction(manager -> {
            Order found = manager.find(Order.class, order.id);
            assertThat(orders(manager)).hasSize(1);
            found.amount = 7;
            manager.flush();
            manager.refresh(found);
            assertThat(orders(manager)).containsExactly(found);
        });
        factory.runInTransaction(manager ->
                manager.createQuery("update Order_ o set o.amount = 8").executeUpdate());
        factory.runInTransaction(manager -> manager.createQuery("update Order_ o set o.amount = o.amount * 2")
                .executeUpdate());
        factory.runInTransaction(manager -> manager.find(Order.class, order.id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static List<Order> orders(EntityManager manager) {
        return manager.createQuery("select o from Order_ o", Order.class).getResultList();
    }

    private List<BsonDocument> finds(String collection, boolean inTransaction) {
        return relay.sent("find").stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .filter(find -> find.containsKey("txnNumber") == inTransaction)
                .toList();
    }

    private static List<String> levels(List<BsonDocument> commands) {
        List<String> levels = new ArrayList<>();
        for (BsonDocument command : commands) {
            BsonDocument concern = command.getDocument("readConcern", new BsonDocument());
            levels.add(concern.containsKey("level") ? concern.getString("level").getValue() : "-");
        }
        return levels.stream().distinct().toList();
    }

    private static List<String> preferences(List<BsonDocument> commands) {
        return commands.stream()
                .map(command -> command.getDocument("$readPreference", new BsonDocument()))
                .map(preference -> preference.containsKey("mode")
                        ? preference.getString("mode").getValue()
                        : "primary")
                .distinct()
                .toList();
    }

    private List<String> begunWith() {
        List<BsonDocument> begun = new ArrayList<>();
        for (String command : List.of("insert", "update", "find", "delete")) {
            relay.sent(command).stream()
                    .filter(each -> each.containsKey("startTransaction"))
                    .forEach(begun::add);
        }
        return levels(begun);
    }

    private List<BsonValue> committedWith() {
        return relay.sent("commitTransaction").stream()
                .map(commit ->
                        commit.getDocument("writeConcern", new BsonDocument()).get("w"))
                .distinct()
                .toList();
    }

    /**
     * Reads by id have the URL's concern, majority where it has none; statements one snapshot, and bulk statements look at the newest state again; transactions a
     * snapshot, whatever the URL says; commits the URL's concern, majority where it has none; what all processes must agree on is always read from the majority.
     */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                                majority,     majority",
                "&readConcernLevel=local&w=1,      local,        1",
                "&readConcernLevel=linearizable,   linearizable, majority",
                "&journal=true,                    majority,     majority",
                "&w=majority,                      majority,     majority",
            })
    void concernsAreMajorityOrTheUrls(String options, String reads, String writes) {
        try (EntityManagerFactory factory = open(options == null ? "" : options, Map.of())) {
            work(factory);
            assertThat(levels(finds("Order_", false))).containsOnly(reads, "snapshot", "local");
            assertThat(begunWith()).containsExactly("snapshot");
            assertThat(levels(finds("dormouse.catalog", false))).containsExactly("majority");
            assertThat(committedWith()).hasToString("[" + bson(writes) + "]");
        }
    }

    private static String bson(String concern) {
        return concern.equals("1") ? "BsonInt32{value=1}" : "BsonString{value='" + concern + "'}";
    }

    @Test
    void journalingOfTheUrlIsAskedForBesideTheMajority() {
        try (EntityManagerFactory factory = open("&journal=true", Map.of())) {
            work(factory);
            assertThat(relay.sent("commitTransaction"))
                    .allMatch(commit ->
                            commit.getDocument("writeConcern").getBoolean("j").getValue());
        }
    }

    /** A direct connection asks for the primary or what is there instead. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                                    primaryPreferred",
                "&readPreference=secondaryPreferred,   secondaryPreferred",
                "&readPreference=nearest,              nearest",
            })
    void readsOutsideOfTransactionsGoWhereTheUrlSays(String options, String preference) {
        try (EntityManagerFactory factory = open(options == null ? "" : options, Map.of())) {
            work(factory);
            Map<Boolean, List<BsonDocument>> looksAgain = finds("Order_", false).stream()
                    .collect(Collectors.partitioningBy(
                            find -> levels(List.of(find)).contains("local")));
            assertThat(preferences(looksAgain.get(false))).containsExactly(preference);
            assertThat(preferences(looksAgain.get(true))).containsExactly("primaryPreferred");
            assertThat(preferences(finds("Order_", true))).isSubsetOf("primary", "primaryPreferred");
            assertThat(finds("Order_", true)).isNotEmpty();
            assertThat(preferences(finds("dormouse.catalog", false))).isSubsetOf("primary", "primaryPreferred");
            assertThat(finds("dormouse.catalog", false)).isNotEmpty();
        }
    }

    @Test
    void aPreferenceThatNobodyMeetsIsAClearError() {
        String url = set.url("nobody") + "&readPreference=secondary";
        try (EntityManagerFactory factory = new PersistenceConfiguration("orders")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .property("dormouse.mongodb.timeout", "1s")
                .managedClass(Order.class)
                .createEntityManagerFactory()) {
            assertThatThrownBy(() -> factory.callInTransaction(manager -> manager.find(Order.class, 1)))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM0904 Server not reached");
        }
    }

    @Test
    void writesWithoutAnAnswerAreRefused() {
        assertThatThrownBy(() -> open("&w=0", Map.of()))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0929 Writes without an answer: 'mongodb://");
    }

    @Test
    void theUrlSaysHowManyConnectionsAreKept() {
        try (EntityManagerFactory factory = open("&minPoolSize=9&maxPoolSize=9", Map.of())) {
            work(factory);
            // And those that watch the server and that change the schema, fewer than twice nine.
            Awaiting.until(() -> relay.connections() >= 9, () -> relay.connections() + " connections");
            assertThat(relay.connections()).isBetween(9L, 17L);
        }
    }
}
