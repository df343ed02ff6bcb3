package dev.dormouse.jpql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JpqlParserTest {

    static Stream<Arguments> accepted() {
        return QueryTable.rows("accepted.txt");
    }

    static Stream<Arguments> rejected() {
        return QueryTable.rows("rejected.txt");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("accepted")
    void reads_and_prints_every_construct(String section, String query, String printed) {
        Statement statement = JpqlParser.parse(query);

        assertThat(JpqlPrinter.print(statement)).as(section).isEqualTo(printed);
        assertThat(JpqlParser.parse(printed)).isEqualTo(statement).hasSameHashCodeAs(statement);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rejected")
    void refuses_with_place_reason_and_remedy(String section, String query, String message) {
        JpqlSyntaxException refusal = catchThrowableOfType(JpqlSyntaxException.class, () -> JpqlParser.parse(query));

        assertThat(refusal).as(section).isNotNull().hasMessage(message);
        assertThat(query.substring(refusal.offset())).startsWith(refusal.token());
        assertThat(refusal.line()).isEqualTo(1);
        assertThat(message).startsWith("1:" + refusal.column() + " ");
    }

    @Test
    void refuses_an_empty_text() {
        JpqlSyntaxException refusal = catchThrowableOfType(JpqlSyntaxException.class, () -> JpqlParser.parse(" \n "));

        assertThat(refusal)
                .hasMessage("2:2 unexpected end of the query. Expected FROM, SELECT, DELETE, UPDATE or '('.");
        assertThat(refusal.token()).isEmpty();
    }

    @Test
    void counts_lines_in_code_points_and_offsets_in_units() {
        String query = "SELECT '𝒜𝒜',\r\n '𝒜' ! FROM E e";
        JpqlSyntaxException refusal = catchThrowableOfType(JpqlSyntaxException.class, () -> JpqlParser.parse(query));

        assertThat(refusal).hasMessage("2:6 unexpected character '!'.");
        assertThat(refusal.offset()).isEqualTo(query.indexOf('!'));
    }

    @Test
    void shortens_a_long_token_in_the_message() {
        String text = "SELECT '" + "x".repeat(1000);
        JpqlSyntaxException refusal = catchThrowableOfType(JpqlSyntaxException.class, () -> JpqlParser.parse(text));

        assertThat(refusal.getMessage()).hasSizeLessThan(200).contains("xxx...'");
        assertThat(refusal.token()).hasSize(1001);
    }

    @Test
    void reads_the_same_on_many_threads() throws Exception {
        List<String> queries = accepted().map(row -> (String) row.get()[1]).collect(Collectors.toList());
        List<Statement> alone = queries.stream().map(JpqlParser::parse).toList();
        Callable<List<Statement>> all =
                () -> queries.stream().map(JpqlParser::parse).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Statement>> read : threads.invokeAll(List.of(all, all, all, all))) {
                assertThat(read.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }
}
