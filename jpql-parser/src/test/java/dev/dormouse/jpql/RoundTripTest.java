package dev.dormouse.jpql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.jpql.ast.JpqlSyntaxException;
import dev.dormouse.jpql.ast.Statement;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RoundTripTest {

    @Property(tries = 3_000)
    void what_is_printed_reads_as_the_same_tree(@ForAll long seed, @ForAll @IntRange(max = 5) int depth) {
        Statement statement = new RandomStatement(new Random(seed), depth).statement();

        String printed = JpqlPrinter.print(statement);
        Statement read = JpqlParser.parse(printed);

        assertThat(JpqlPrinter.print(read)).isEqualTo(printed);
        assertThat(read.equals(statement)).as(printed).isTrue();
    }

    @Property(tries = 1_000)
    void any_text_is_read_or_refused(@ForAll @StringLength(max = 60) String text) {
        readOrRefuse(text);
    }

    @Property(tries = 2_000)
    void a_damaged_query_is_read_or_refused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(JpqlPrinter.print(new RandomStatement(random, 3).statement()));
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.insert(at, "()',.:?=".charAt(random.nextInt(8)));
            }
            if (text.isEmpty()) {
                text.append(' ');
            }
        }
        readOrRefuse(text.toString());
    }

    private static void readOrRefuse(String text) {
        try {
            Statement statement = JpqlParser.parse(text);
            String printed = JpqlPrinter.print(statement);
            assertThat(JpqlParser.parse(printed).equals(statement)).as(printed).isTrue();
        } catch (JpqlSyntaxException refusal) {
            assertThat(refusal.offset()).isBetween(0, text.length());
            assertThat(text.substring(refusal.offset())).startsWith(refusal.token());
        }
    }
}
