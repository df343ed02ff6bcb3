package dev.dormouse.mongodb.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.mongodb.server.Awaiting;
import dev.dormouse.mongodb.server.Mongod;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is absent, stopped, restarted, silent, without room or of the wrong kind: a clear error in bounded time, and work goes on after it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ServerFaultTest {

    private static final Map<String, String> IMPATIENT = Map.of("dormouse.mongodb.timeout", "1s");

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
        try (EntityManagerFactory factory = open(set.url("stopped"), IMPATIENT)) {
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
        String url = set.url("silent") + "&maxPoolSize=1";
        try (EntityManagerFactory factory = open(url, IMPATIENT)) {
            persist(factory, 1);
            set.members().get(0).pause();
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> count(factory));
            try {
                assertThatThrownBy(() -> count(factory))
                        .isInstanceOf(PersistenceException.class)
                        .hasStackTraceContaining("DORM09");
                assertThatThrownBy(waiting::join).hasCauseInstanceOf(PersistenceException.class);
            } finally {
                set.members().get(0).resume();
            }
            awaitService(factory);
            assertThat(count(factory)).isEqualTo(1);
        }
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
