package dev.dormouse.mongodb.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.mongodb.server.Awaiting;
import dev.dormouse.mongodb.server.Relay;
import dev.dormouse.mongodb.server.Relay.Fate;
import dev.dormouse.mongodb.server.ReplicaSet;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import jakarta.persistence.SequenceGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that come too late, in half or not at all: bounded time, a clear error or none, nothing twice, and the factory works on. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class BadLineTest {

    private static final int ALWAYS = Integer.MAX_VALUE;

    private static ReplicaSet set;
    private static int databases;

    private Relay relay;
    private EntityManagerFactory factory;

    @Entity(name = "Letter")
    static class Letter {
        @Id
        int id;

        String text;

        static Letter of(int id) {
            Letter letter = new Letter();
            letter.id = id;
            letter.text = "text";
            return letter;
        }
    }

    @Entity(name = "Stamp")
    static class Stamp {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stamps")
        @SequenceGenerator(name = "stamps", allocationSize = 10)
        int id;
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
    void open() {
        relay = Relay.before(set.members().get(0));
        factory = new PersistenceConfiguration("lines")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .property("jakarta.persistence.jdbc.url", relay.url("lines_" + databases++))
                .property("dormouse.mongodb.timeout", "2s")
                .property("dormouse.commit-timeout", "2s")
                .managedClass(Letter.class)
                .managedClass(Stamp.class)
                .createEntityManagerFactory();
    }

    @AfterEach
    void close() {
        relay.release();
        factory.close();
        relay.close();
    }

    private void persist(int... ids) {
        factory.runInTransaction(manager -> IntStream.of(ids).forEach(id -> manager.persist(Letter.of(id))));
    }

    private List<Integer> letters() {
        return factory.callInTransaction(
                manager -> manager.createQuery("select l.id from Letter l order by l.id", Integer.class)
                        .getResultList());
    }

    private void awaitService() {
        Awaiting.until(() -> catchThrowable(this::letters) == null, () -> "the factory does not work again");
    }

    /** Every way to ask: a query, a find by id, a statement, changes of a flush. */
    @ParameterizedTest
    @CsvSource({"find, query", "find, id", "update, change", "insert, persist", "delete, remove"})
    void anAnswerThatDoesNotComeEndsTheWait(String command, String work) {
        persist(1, 2);
        relay.strike(command, Fate.HELD, ALWAYS);
        long begun = System.nanoTime();
        assertThatThrownBy(() -> factory.runInTransaction(work(work)))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0915 Connection lost: 'Letter'");
        // Twice two seconds: the driver asks again once. The answers are held until the relay lets them go.
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(30));
        assertThat(relay.struck()).isPositive();
        relay.release();
        awaitService();
        assertThat(letters()).containsExactly(1, 2);
        factory.runInTransaction(work(work));
    }

    private static Consumer<EntityManager> work(String name) {
        return switch (name) {
            case "query" ->
                manager -> manager.createQuery("select l from Letter l", Letter.class)
                        .getResultList();
            case "id" -> manager -> manager.find(Letter.class, 1);
            case "change" -> manager -> manager.find(Letter.class, 1).text = "changed";
            case "persist" -> manager -> manager.persist(Letter.of(3));
            default -> manager -> manager.remove(manager.find(Letter.class, 1));
        };
    }

    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void aReadThatFailsOnceIsAskedAgain(Fate fate) {
        persist(1, 2);
        relay.strike("find", fate, 1);
        assertThat(letters()).containsExactly(1, 2);
        assertThat(relay.struck()).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void aReadThatFailsAlwaysIsAClearError(Fate fate) {
        persist(1, 2);
        relay.strike("find", fate, ALWAYS);
        assertThatThrownBy(this::letters)
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0915 Connection lost: 'Letter'");
        relay.release();
        awaitService();
        assertThat(letters()).containsExactly(1, 2);
    }

    @Test
    void anAnswerThatComesLateIsTaken() {
        persist(1, 2);
        relay.strike("find", Fate.HELD, 1);
        CompletableFuture<List<Integer>> late = CompletableFuture.supplyAsync(this::letters);
        Awaiting.until(() -> relay.struck() == 1, () -> "nobody asks");
        assertThat(late).isNotDone();
        relay.release();
        assertThat(late.join()).containsExactly(1, 2);
    }

    @Test
    void anAnswerCutInTheMiddleOfAResultIsAClearError() {
        String megabyte = "x".repeat(1 << 20);
        factory.runInTransaction(manager -> IntStream.range(0, 20).forEach(id -> {
            Letter letter = Letter.of(id);
            letter.text = megabyte;
            manager.persist(letter);
        }));
        relay.strike("getMore", Fate.CUT, 1);
        assertThatThrownBy(() -> factory.runInTransaction(work("query")))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0915 Connection lost: 'Letter'");
        assertThat(relay.struck()).isOne();
        factory.runInTransaction(work("query"));
    }

    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void aFlushWhoseAnswerFailsIsPlayedAgain(Fate fate) {
        persist(1);
        relay.strike("insert", fate, 1);
        persist(2, 3);
        assertThat(relay.struck()).isOne();
        assertThat(letters()).containsExactly(1, 2, 3);
    }

    @Test
    void aFlushIsNotPlayedAgainAfterARead() {
        persist(1);
        assertThatThrownBy(() -> factory.runInTransaction(manager -> {
                    manager.persist(Letter.of(2));
                    manager.flush();
                    assertThat(manager.createQuery("select count(l) from Letter l", Long.class)
                                    .getSingleResult())
                            .isEqualTo(2);
                    relay.strike("insert", Fate.LOST, 1);
                    manager.persist(Letter.of(3));
                }))
                .isInstanceOf(PersistenceException.class)
                .hasStackTraceContaining("DORM0915 Connection lost: 'Letter'");
        assertThat(letters()).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void aCommitWhoseAnswerFailsIsAskedForAgain(Fate fate) {
        persist(1);
        relay.strike("commitTransaction", fate, 1);
        persist(2);
        assertThat(relay.struck()).isOne();
        assertThat(letters()).containsExactly(1, 2);
    }

    /** The server did commit each time; the caller must be told that this is not known, and not that nothing was kept. */
    @ParameterizedTest
    @EnumSource(names = "UNHEARD", mode = EnumSource.Mode.EXCLUDE)
    void aCommitOfWhichNothingIsHeardIsOfUnknownOutcome(Fate fate) {
        persist(1);
        relay.strike("commitTransaction", fate, ALWAYS);
        assertThatThrownBy(() -> persist(2))
                .isInstanceOf(PersistenceException.class)
                .isNotInstanceOf(RollbackException.class)
                .hasStackTraceContaining("DORM0916 Outcome of the commit is unknown");
        relay.release();
        awaitService();
        assertThat(letters()).containsExactly(1, 2);
        persist(3);
        assertThat(letters()).containsExactly(1, 2, 3);
    }

    /** The server takes numbers once, however often it is asked. */
    @ParameterizedTest
    @EnumSource(names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void aBlockOfNumbersWhoseAnswerFailsIsTakenOnce(Fate fate) {
        relay.strike("findAndModify", fate, 1);
        factory.runInTransaction(manager -> IntStream.range(0, 20).forEach(i -> manager.persist(new Stamp())));
        assertThat(relay.struck()).isOne();
        List<Integer> ids = factory.callInTransaction(
                manager -> manager.createQuery("select s.id from Stamp s order by s.id", Integer.class)
                        .getResultList());
        assertThat(ids)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }
}
