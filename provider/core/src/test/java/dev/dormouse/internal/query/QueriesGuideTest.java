package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dormouse.internal.query.company.Company;
import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code and the table of docs/guide/queries.md. */
class QueriesGuideTest {

    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");

    private Company company;
    private EntityManager manager;

    @BeforeEach
    void open() {
        company = new Company();
        manager = company.factory().createEntityManager();
    }

    @AfterEach
    void close() {
        manager.close();
        company.close();
    }

    @Test
    void aQueryExplainsItself() {
        // region explain
        TypedQuery<String> query =
                manager.createQuery("select e.name from Employee e where e.id = :id order by e.name", String.class);
        query.setParameter("id", 2).getResultList();
        QueryExplanation explanation = query.unwrap(QueryExplanation.class);
        String plan = explanation.text();
        long lookups = explanation.recordsFetched();
        long entries = explanation.entriesVisited();
        // endregion
        assertThat(plan).contains("Scan Employee e by key: id = :id");
        assertThat(lookups).isEqualTo(1);
        assertThat(entries).isZero();
    }

    @Test
    void functionsAreCalledByName() {
        // region function
        List<String> codes = manager.createQuery(
                        "select function('lpad', e.name, 5, '.') from Employee e where function('year', e.hired) = 2018",
                        String.class)
                .getResultList();
        // endregion
        assertThat(codes).containsExactly("..Dan");
    }

    /** The message lists them in the order of their names. */
    @Test
    void theTableHasAllFunctions() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../../docs/guide/queries.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .toList();
        List<String> names = rows.stream()
                .flatMap(row -> NAME.matcher(row).results().map(found -> found.group(1)))
                .sorted()
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> manager.createQuery("select function('?', e.name) from Employee e"))
                .withMessageContaining("FUNCTION calls one of " + String.join(", ", names) + ". ");
    }
}
