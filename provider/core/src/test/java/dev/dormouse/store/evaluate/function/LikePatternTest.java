package dev.dormouse.store.evaluate.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.store.evaluate.EvaluationException;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, ab, false",
        "abc, a%, true",
        "abc, %c, true",
        "abc, %b%, true",
        "abc, _b_, true",
        "abc, __, false",
        "abc, ___%, true",
        "'', %, true",
        "'', _, false",
        "aab, a%b, true",
        "aXbXc, a%X_, true",
        "mississippi, m%iss%pi, true",
        "mississippi, m%iss%pis, false",
        "\uD83D\uDE00x, _x, true",
        "\uD83D\uDE00, __, false",
    })
    void matchesByCodePoint(String text, String pattern, boolean expected) {
        assertThat(LikePattern.of(pattern, null).matches(text)).isEqualTo(expected);
    }

    @Test
    void escapeMakesWildcardsPlain() {
        assertThat(LikePattern.of("10!%", "!").matches("10%")).isTrue();
        assertThat(LikePattern.of("10!%", "!").matches("100")).isFalse();
        assertThat(LikePattern.of("a!!%", "!").matches("a!b")).isTrue();
    }

    @Test
    void misplacedEscapeIsRefused() {
        assertThatThrownBy(() -> LikePattern.of("a!b", "!"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("DORM0654");
        assertThatThrownBy(() -> LikePattern.of("a!", "!")).isInstanceOf(EvaluationException.class);
        assertThatThrownBy(() -> LikePattern.of("a", "!!"))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("DORM0655");
    }

    @Property
    void agreesWithARegularExpression(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 8) String text,
            @ForAll @Chars({'a', 'b', 'c', '%', '_'}) @StringLength(max = 8) String pattern) {
        String regex = pattern.replace("%", ".*").replace('_', '.');
        assertThat(LikePattern.of(pattern, null).matches(text)).isEqualTo(Pattern.matches(regex, text));
    }
}
