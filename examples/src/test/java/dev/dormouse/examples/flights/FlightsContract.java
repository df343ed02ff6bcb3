package dev.dormouse.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** The whole example with one provider on one store, run once: the import, the ten answers against plain SQL over the files, the unit of work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FlightsContract {

    private static final Path DATA = Path.of("data/nycflights13");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private EntityManagerFactory factory;
    private FlightsExample example;
    private List<Answer> answers;

    abstract EntityManagerFactory open(Path folder);

    @BeforeAll
    void importEverything(@TempDir Path folder) {
        factory = open(folder);
        new FlightsExample(factory, System.out).importIfEmpty(DATA);
        example = new FlightsExample(factory, new PrintStream(told, true, StandardCharsets.UTF_8));
        example.importIfEmpty(DATA);
        answers = example.ask();
    }

    @AfterAll
    void close() {
        factory.close();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    List<Answer> answers() {
        return answers;
    }

    static Stream<Integer> questions() {
        return IntStream.range(0, Question.ALL.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theAnswerIsThatOfPlainSql(int place) throws IOException, SQLException {
        assertThat(answers.get(place).rows())
                .isEqualTo(ExpectedAnswers.from(DATA).get(place));
    }

    @Test
    void bulkStatementsAreRolledBack() {
        List<List<String>> rows = example.rollBack();
        assertThat(rows.get(0)).containsExactly("updated", "342", "deleted", "32");
        assertThat(rows.get(2)).contains("flights 336744", "late HA 83");
        assertThat(rows.get(3).subList(1, 3)).isEqualTo(rows.get(1).subList(1, 3));
        assertThat(rows.get(3)).contains("flights 336776");
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("(10)", "flights 336744");
    }

    @Test
    void oneUnitOfWork() {
        List<List<String>> rows = example.change();
        assertThat(rows.get(0).get(1)).startsWith("departure delay ");
        assertThat(rows.subList(1, 4))
                .containsExactly(
                        List.of("concurrent change", "OptimisticLockException"),
                        List.of("cascade", "1 flight of the new plane"),
                        List.of("orphan removal", "0 flights left"));
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("A unit of work", "orphan removal");
    }

    @Test
    void theProgramTellsWhatItDoes() {
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("336,776 flights are there.", "(1)", "(9)", "Frontier Airlines Inc.");
    }
}
