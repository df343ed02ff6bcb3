package dev.dormouse.jpql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.jpql.ast.Arithmetic;
import dev.dormouse.jpql.ast.Comparison;
import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Or;
import dev.dormouse.jpql.ast.SelectStatement;
import dev.dormouse.jpql.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long chains and deep nesting, all on the stack of an ordinary thread. */
class DeepNestingTest {

    private static final int DEPTH = 1_000;
    private static final int TERMS = 10_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "FROM E e WHERE ; ( ; e.a = 1 ; )",
                "FROM E e WHERE e.a = ; ( ; e.b ; )",
                "FROM E e WHERE ; NOT (e.b = 2 AND ( ; e.a = 1 ; ))",
                "FROM E e WHERE ; (e.b = 2 OR (e.c = 3 AND ; e.a = 1 ; ))",
                "FROM E e WHERE 1 = ; ABS( ; e.a ; )",
                "FROM E e WHERE 1 = ; -( ; e.a ; )",
                "FROM E e WHERE 1 = ; (1 - ( ; e.a ; ) * 2)",
                "FROM E e WHERE 1 = ; 'a' || (UPPER( ; e.a ; ) || 'b')",
                "FROM E e WHERE 1 = ; CASE WHEN e.b = 2 THEN 3 ELSE ; e.a ; END",
                "FROM E e WHERE ; EXISTS (SELECT f FROM F f WHERE ; e.a = 1 ; )",
                "FROM E e WHERE ; e.b IN (SELECT f FROM F f WHERE ; e.a = 1 ; )",
                "FROM E e WHERE 1 = ; TREAT( ; e ; AS F)",
                "FROM E e UNION ; (FROM E e UNION ; (FROM E e) ; )",
            })
    void nests_a_thousand_levels(String begin, String open, String core, String close) {
        int pairs = (int) open.chars().filter(c -> c == '(').count();
        int levels = DEPTH / Math.max(1, pairs);
        String query = begin + " " + (open + " ").repeat(levels) + core + (" " + close).repeat(levels);

        readsAndPrints(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT e FROM E e WHERE e.a = 1; OR e.a = ?1",
                "SELECT e FROM E e WHERE e.a = 1; AND e.a = 2",
                "SELECT e FROM E e WHERE e.a = 1; OR e.a = 2 AND e.b = 3",
                "SELECT e FROM E e WHERE e.a = 1; - 1 + e.b",
                "SELECT e FROM E e WHERE e.a = 1; * 2 / e.b",
                "SELECT e FROM E e WHERE 1 = e.a; || 'b'",
                "SELECT e FROM E e WHERE 1 = e; .a",
                "SELECT e FROM E e; JOIN e.a a",
                "SELECT e FROM E e; UNION SELECT e FROM E e",
                "SELECT e; , e FROM E e",
                "SELECT e FROM E e ORDER BY e.a; , e.b DESC",
            })
    void chains_ten_thousand_terms(String begin, String term) {
        String query = term.startsWith(", e FROM")
                ? begin + ", e".repeat(TERMS) + " FROM E e"
                : begin + (term.startsWith(".") ? term : " " + term).repeat(TERMS);

        readsAndPrints(query);
    }

    private static void readsAndPrints(String query) {
        Statement statement = JpqlParser.parse(query);
        Statement again = JpqlParser.parse(JpqlPrinter.print(statement));

        assertThat(again.equals(statement)).isTrue();
        assertThat(again.hashCode()).isEqualTo(statement.hashCode());
    }

    @Test
    void a_chain_is_one_node() {
        SelectStatement select = (SelectStatement) JpqlParser.parse("FROM E e WHERE e.a + 1 - 2 + 3 = 4 OR e.b OR e.c");

        Or or = (Or) Objects.requireNonNull(select.where());
        assertThat(or.operands()).hasSize(3);
        Comparison comparison = (Comparison) or.operands().get(0);
        assertThat(((Arithmetic) comparison.left()).rest()).hasSize(3);
    }

    @Test
    void a_nesting_beyond_the_limit_is_refused() {
        String query = "FROM E e WHERE " + "(".repeat(100_000) + "e.a = 1" + ")".repeat(100_000);

        assertThatThrownBy(() -> JpqlParser.parse(query))
                .isInstanceOf(JpqlSyntaxException.class)
                .hasMessage("1:1216 nested too deeply at '('. Expected at most 1,200 levels of parentheses and CASE."
                        + " Write the conditions side by side.");
    }

    @Test
    void a_refusal_inside_a_deep_nesting_reaches_the_caller() {
        String query = "FROM E e WHERE " + "(".repeat(DEPTH) + "e.a = " + ")".repeat(DEPTH);

        assertThatThrownBy(() -> JpqlParser.parse(query))
                .isInstanceOf(JpqlSyntaxException.class)
                .hasMessageStartingWith("1:1022 unexpected ')'.");
    }

    @Test
    void an_interrupted_thread_reads_a_deep_nesting_and_stays_interrupted() throws InterruptedException {
        List<Boolean> interrupted = new ArrayList<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            JpqlParser.parse("FROM E e WHERE " + "(".repeat(DEPTH) + "e.a = 1" + ")".repeat(DEPTH));
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join();

        assertThat(interrupted).containsExactly(true);
    }
}
