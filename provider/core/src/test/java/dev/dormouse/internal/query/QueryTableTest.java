package dev.dormouse.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.query.company.Company;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The results of queries, by section of the specification: a table of texts and rows. */
class QueryTableTest {

    private static Company company;

    @BeforeAll
    static void open() {
        company = new Company();
    }

    @AfterAll
    static void close() {
        company.close();
    }

    private record Line(String section, String query, String expected) {}

    @TestFactory
    Stream<DynamicTest> resultsAreThoseOfTheTable() throws IOException {
        return lines("results.txt").stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.section() + ": " + line.query(),
                        () -> assertThat(results(line.query())).isEqualTo(line.expected())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsNamed() throws IOException {
        return lines("errors.txt").stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.section() + ": " + line.query(),
                        () -> assertThat(failure(line.query())).contains(line.expected())));
    }

    private static List<Line> lines(String resource) throws IOException {
        List<Line> lines = new ArrayList<>();
        String section = "";
        StringBuilder query = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QueryTableTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    section = line.substring(1).strip();
                } else if (line.startsWith("=>")) {
                    lines.add(new Line(
                            section, query.toString().strip(), line.substring(2).strip()));
                    query.setLength(0);
                } else {
                    query.append(line.strip()).append(' ');
                }
            }
        }
        return lines;
    }

    private static String results(String query) {
        try (EntityManager manager = company.factory().createEntityManager()) {
            List<?> results = manager.createQuery(query).getResultList();
            return results.stream().map(QueryTableTest::text).collect(Collectors.joining(" / "));
        }
    }

    private static String failure(String query) {
        try (EntityManager manager = company.factory().createEntityManager()) {
            manager.createQuery(query);
            return "no failure";
        } catch (IllegalArgumentException wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    static String text(Object result) {
        if (result instanceof Object[] row) {
            return Arrays.stream(row).map(QueryTableTest::text).collect(Collectors.joining("|"));
        }
        if (result instanceof Class<?> type) {
            return type.getSimpleName();
        }
        if (result instanceof Map.Entry<?, ?> entry) {
            return text(entry.getKey()) + "=" + text(entry.getValue());
        }
        if (result instanceof Long) {
            return result + "L";
        }
        return String.valueOf(result);
    }
}
