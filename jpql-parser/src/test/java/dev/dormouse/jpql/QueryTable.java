package dev.dormouse.jpql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reads the tables of queries: a query a line, its outcome behind {@code =>} on the next one. */
final class QueryTable {

    private QueryTable() {}

    /** Returns section, query and outcome of every row; without an outcome the query is its own. */
    static Stream<Arguments> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        String section = "";
        for (String line : lines(resource)) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("=> ")) {
                rows.get(rows.size() - 1)[2] = line.substring(3);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                rows.add(new String[] {section, line, line});
            }
        }
        return rows.stream().map(row -> Arguments.of((Object[]) row));
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QueryTable.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
