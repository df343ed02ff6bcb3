package dev.dormouse.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole example with one provider on one store: the import, the ten answers against plain SQL over the files, the unit of work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlightsContract {

    private static final Path DATA = Path.of("data/nycflights13");

    private EntityManagerFactory factory;
    private List<List<List<String>>> expected;

    abstract EntityManagerFactory open(Path folder);

    @BeforeAll
    void importEverything(@TempDir Path folder) throws Exception {
        expected = ExpectedAnswers.from(DATA, folder);
        factory = open(folder);
        new FlightsExample(factory, System.out).importIfEmpty(DATA);
    }

    @AfterAll
    void close() {
        factory.close();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    static Stream<Integer> questions() {
        return IntStream.range(0, Question.ALL.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theAnswerIsThatOfPlainSql(int place) {
        try (EntityManager manager = factory.createEntityManager()) {
            Answer answer = Answer.to(Question.ALL.get(place), manager);
            assertThat(answer.rows()).isEqualTo(expected.get(place));
        }
    }

    @Test
    void bulkStatementsAreRolledBack() {
        try (EntityManager manager = factory.createEntityManager()) {
            List<List<String>> told = BulkRollback.run(manager);
            assertThat(told.get(0)).containsExactly("updated", "342", "deleted", "32");
            assertThat(told.get(2)).contains("flights 336744", "late HA 83");
            assertThat(told.get(3).subList(1, 3)).isEqualTo(told.get(1).subList(1, 3));
            assertThat(told.get(3)).contains("flights 336776");
        }
    }

    @Test
    void oneUnitOfWork() {
        List<List<String>> told = new UnitOfWork(factory).run();
        assertThat(told.get(0).get(1)).startsWith("departure delay ");
        assertThat(told.subList(1, 4))
                .containsExactly(
                        List.of("concurrent change", "OptimisticLockException"),
                        List.of("cascade", "1 flight of the new plane"),
                        List.of("orphan removal", "0 flights left"));
    }

    @Test
    void theProgramTellsWhatItDoes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FlightsExample example = new FlightsExample(factory, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        example.importIfEmpty(DATA);
        example.ask();
        example.change();
        String told = bytes.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("336,776 flights are there.", "(1)", "(10)", "Frontier Airlines Inc.", "A unit of work");
    }
}
