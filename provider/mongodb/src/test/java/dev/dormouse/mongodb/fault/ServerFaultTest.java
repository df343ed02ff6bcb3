package dev.dormouse.mongodb.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import dev.dormouse.mongodb.server.Awaiting;
import dev.dormouse.mongodb.server.Mongod;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is absent, stopped, restarted, silent, without room or of the wrong kind: a clear error in bounded time, and work goes on after it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ServerFaultTest {

    private static final Map<String, String> IMPATIENT = Map.of("dormouse.mongodb.timeout", "2s");

    /** The driver looks every ten seconds, by default, whether a server is back. */
    private static final String OFTEN = "&heartbeatFrequencyMS=500";

    private static ReplicaSet set;

    @Entity(name = "Note")
    static class Note {
        @Id
        int id;

        static Note of(int id) {
            Note note = new Note();
            note.id = id;
            return note;
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        set = ReplicaSet.start(folder.resolve("set"), 1);
    }

    @AfterAll
    static void stop() {
        set.close();
    }

    private static EntityManagerFactory open(String url, Map<String, String> settings) {
        PersistenceConfiguration unit = new PersistenceConfiguration("faults")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", url)
                .managedClass(Note.class);
        settings.forEach(unit::property);
        return unit.createEntityManagerFactory();
    }

    private static void persist(EntityManagerFactory factory, int id) {
        factory.runInTransaction(manager -> manager.persist(Note.of(id)));
    }

    private static long count(EntityManagerFactory factory) {
        return factory.callInTransaction(manager ->
                manager.createQuery("select count(n) from Note n", Long.class).getSingleResult());
    }

    @Test
    void anAbsentServerIsNamedAtTheStart() {
        assertThatThrownBy(() -> open("mongodb://u:secret@127.0.0.1:1/notes?replicaSet=none", IMPATIENT))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0904 Server not reached: 'mongodb://***@127.0.0.1:1/notes")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
    }

    @Test
    void wrongCredentialsAreRefusedAtTheStart() {
        String url = set.url("notes").replace("mongodb://", "mongodb://nobody:secret@");
        assertThatThrownBy(() -> open(url, IMPATIENT))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0905 Credentials refused")
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("secret"));
    }

    @Test
    void aServerAloneIsRefusedUnlessThatIsAccepted(@TempDir Path folder) {
        Mongod alone = ReplicaSet.startAlone(folder.resolve("alone"));
        String url = "mongodb://" + alone.address() + "/notes";
        try {
            assertThatThrownBy(() -> open(url, IMPATIENT))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM0902 Server is no replica set")
                    .hasStackTraceContaining("dormouse.mongodb.transactions=none");
            try (EntityManagerFactory factory = open(url, Map.of("dormouse.mongodb.transactions", "none"))) {
                persist(factory, 1);
                assertThat(count(factory)).isEqualTo(1);
            }
        } finally {
            alone.end();
        }
    }

    @Test
    void theFactoryWorksAgainWhenTheServerIsBack() {
        try (EntityManagerFactory factory = open(set.url("stopped") + OFTEN, IMPATIENT)) {
            persist(factory, 1);
            Mongod member = set.members().get(0);
            member.stop();
            assertThatThrownBy(() -> persist(factory, 2)).isInstanceOf(PersistenceException.class);
            assertThatThrownBy(() -> count(factory))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM09");
            set.restart(member);
            set.primary();
            awaitService(factory);
            persist(factory, 3);
            assertThat(count(factory)).isEqualTo(2);
        }
    }

    @Test
    void aSilentServerIsNotWaitedForWithoutEnd() {
        try (EntityManagerFactory factory = open(set.url("silent") + OFTEN, IMPATIENT)) {
            persist(factory, 1);
            set.members().get(0).pause();
            try {
                assertThatThrownBy(() -> count(factory))
                        .isInstanceOf(PersistenceException.class)
                        .hasStackTraceContaining("DORM09");
            } finally {
                set.members().get(0).resume();
            }
            awaitService(factory);
            assertThat(count(factory)).isEqualTo(1);
        }
    }

    @Test
    void anExhaustedPoolIsNamed() {
        String url = set.url("exhausted") + "&maxPoolSize=1&waitQueueTimeoutMS=100";
        Document sleep = new Document("sleep", 1).append("lock", "none").append("millis", 60_000);
        try (EntityManagerFactory factory = open(url, Map.of("dormouse.mongodb.timeout", "60s"))) {
            persist(factory, 1);
            MongoClient client;
            try (EntityManager manager = factory.createEntityManager()) {
                client = manager.unwrap(MongoClient.class);
            }
            CompletableFuture<Document> busy = CompletableFuture.supplyAsync(
                    () -> client.getDatabase("admin").runCommand(sleep));
            Awaiting.until(() -> sleeping().isPresent(), () -> "nobody sleeps");
            assertThatThrownBy(() -> count(factory))
                    .isInstanceOf(PersistenceException.class)
                    .hasStackTraceContaining("DORM0906 No connection was free in time: ")
                    .hasStackTraceContaining("maxPoolSize");
            set.run(primary(), new Document("killOp", 1).append("op", sleeping().orElseThrow()));
            assertThatThrownBy(busy::join).hasCauseInstanceOf(MongoException.class);
            assertThat(count(factory)).isEqualTo(1);
        }
    }

    private static Mongod primary() {
        return set.members().get(0);
    }

    /** Returns the number of the operation that keeps a connection busy. */
    private static Optional<Object> sleeping() {
        Document running = set.run(primary(), new Document("currentOp", 1).append("command.sleep", 1));
        return running.getList("inprog", Document.class).stream()
                .map(operation -> operation.get("opid"))
                .findFirst();
    }

    /** The driver looks at a server that was away from time to time. */
    private static void awaitService(EntityManagerFactory factory) {
        Awaiting.until(
                () -> {
                    try {
                        return count(factory) >= 0;
                    } catch (PersistenceException e) {
                        return false;
                    }
                },
                () -> "the factory does not work again");
    }
}
