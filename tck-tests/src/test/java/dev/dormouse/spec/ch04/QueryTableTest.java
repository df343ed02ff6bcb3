package dev.dormouse.spec.ch04;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dormouse.spec.SpecUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Chapter 4, the query language: every paragraph of the tables beside this class is a test. */
final class QueryTableTest {

    @RegisterExtension
    final SpecUnit unit = Company.unit();

    @TestFactory
    Stream<DynamicTest> selectClause() {
        return table("select.txt");
    }

    @TestFactory
    Stream<DynamicTest> fromClause() {
        return table("from.txt");
    }

    @TestFactory
    Stream<DynamicTest> whereClause() {
        return table("where.txt");
    }

    @TestFactory
    Stream<DynamicTest> nullValues() {
        return table("null.txt");
    }

    @TestFactory
    Stream<DynamicTest> subqueries() {
        return table("subquery.txt");
    }

    @TestFactory
    Stream<DynamicTest> scalarExpressions() {
        return table("scalar.txt");
    }

    @TestFactory
    Stream<DynamicTest> groupByAndHaving() {
        return table("group.txt");
    }

    @TestFactory
    Stream<DynamicTest> orderByAndPages() {
        return table("order.txt");
    }

    @TestFactory
    Stream<DynamicTest> setOperators() {
        return table("set.txt");
    }

    @TestFactory
    Stream<DynamicTest> bulkUpdateAndDelete() {
        return table("bulk.txt");
    }

    @TestFactory
    Stream<DynamicTest> errors() {
        return table("error.txt");
    }

    private Stream<DynamicTest> table(String name) {
        unit.run(Company::fill);
        return QueryTable.read(name).stream()
                .map(c -> DynamicTest.dynamicTest(name + ":" + c.line() + " " + c.title(), () -> run(c)));
    }

    private void run(QueryTable.Case queryCase) {
        try (EntityManager manager = unit.manager()) {
            manager.getTransaction().begin();
            try {
                queryCase.steps().forEach(step -> run(manager, step));
            } finally {
                manager.getTransaction().rollback();
            }
        }
    }

    private static void run(EntityManager manager, QueryTable.Step step) {
        String first = step.expected().get(0);
        if (first.startsWith("x ")) {
            String[] expected = first.substring(2).split(": ", 2);
            Throwable failure = catchThrowable(() -> execute(manager, step));
            assertThat(failure).as(step.statement()).isNotNull();
            assertThat(failure.getClass().getSimpleName())
                    .as(String.valueOf(failure))
                    .isEqualTo(expected[0]);
            assertThat(failure).hasMessageContaining(expected.length > 1 ? expected[1] : "");
            return;
        }
        List<String> actual = execute(manager, step);
        List<String> expected =
                step.expected().stream().filter(line -> !line.equals("-")).toList();
        if (isOrdered(step.statement().toUpperCase(Locale.ROOT))) {
            assertThat(actual).as(step.statement()).isEqualTo(expected);
        } else {
            assertThat(actual).as(step.statement()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Whether the last ORDER BY belongs to the statement itself, that is: it stands in no parentheses. */
    private static boolean isOrdered(String statement) {
        int order = statement.lastIndexOf("ORDER BY");
        if (order < 0) {
            return false;
        }
        String tail = statement.substring(order);
        return tail.chars().filter(c -> c == '(').count()
                == tail.chars().filter(c -> c == ')').count();
    }

    private static List<String> execute(EntityManager manager, QueryTable.Step step) {
        Query query = manager.createQuery(step.statement());
        for (String parameter : step.parameters()) {
            String[] parts = parameter.substring(1).split(" = ", 2);
            Object value = Literals.parse(manager, parts[1]);
            if (parameter.startsWith("?")) {
                query.setParameter(Integer.parseInt(parts[0]), value);
            } else {
                query.setParameter(parts[0], value);
            }
        }
        for (String page : step.pages()) {
            int number = Integer.parseInt(page.split(" ", 2)[1]);
            if (page.startsWith("first")) {
                query.setFirstResult(number);
            } else {
                query.setMaxResults(number);
            }
        }
        if (step.statement().matches("(?i)(update|delete)\\b.*")) {
            return List.of("! " + query.executeUpdate());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> "| " + Literals.print(row)).toList();
    }
}
