package dev.dormouse.spec.ch04;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text table of statements and what they must give. A case is a paragraph:
 *
 * <pre>
 * # a comment; one at the start of a paragraph is a title
 * SELECT e.name FROM Employee e
 *   WHERE e.salary &gt; :min        an indented line continues the statement
 * :min = 2000bd                  a parameter (?1 = ... by position), see {@link Literals}
 * &#64;first 1                       setFirstResult; &#64;max 3 is setMaxResults
 * | Ada | 9                      a row; rows are compared as a bag, in order when the statement ends with ORDER BY
 * -                              no row at all
 * ! 3                            the count of a bulk statement
 * x IllegalArgumentException: e  this exception with this text in its message
 * </pre>
 *
 * A paragraph may hold several statements: they run one after the other in one transaction, which is rolled back.
 */
final class QueryTable {

    /** One statement with its parameters and expectations. */
    record Step(String statement, List<String> parameters, List<String> pages, List<String> expected) {}

    /** A paragraph. */
    record Case(String title, int line, List<Step> steps) {}

    private final List<Case> cases = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();
    private StringBuilder statement = new StringBuilder();
    private List<String> parameters = new ArrayList<>();
    private List<String> pages = new ArrayList<>();
    private List<String> expected = new ArrayList<>();
    private int start;

    private QueryTable() {}

    static List<Case> read(String name) {
        QueryTable table = new QueryTable();
        try (InputStream stream = QueryTable.class.getResourceAsStream(name)) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                table.line(++number, line.stripTrailing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        table.endCase();
        return table.cases;
    }

    private void line(int number, String line) {
        if (line.isEmpty()) {
            endCase();
            return;
        }
        switch (line.charAt(0)) {
            case '#' -> {}
            case ' ' -> statement.append(' ').append(line.strip());
            case ':', '?' -> parameters.add(line);
            case '@' -> pages.add(line.substring(1));
            case '|', '!', '-' -> expected.add(line);
            default -> beginOrFail(number, line);
        }
    }

    private void beginOrFail(int number, String line) {
        if (line.startsWith("x ")) {
            expected.add(line);
            return;
        }
        endStep();
        if (steps.isEmpty()) {
            start = number;
        }
        statement.append(line);
    }

    private void endStep() {
        if (!statement.isEmpty()) {
            if (expected.isEmpty()) {
                throw new AssertionError("nothing expected of: " + statement);
            }
            steps.add(new Step(statement.toString(), parameters, pages, expected));
            statement = new StringBuilder();
            parameters = new ArrayList<>();
            pages = new ArrayList<>();
            expected = new ArrayList<>();
        }
    }

    private void endCase() {
        endStep();
        if (!steps.isEmpty()) {
            cases.add(new Case(steps.get(0).statement(), start, steps));
            steps = new ArrayList<>();
        }
    }
}
