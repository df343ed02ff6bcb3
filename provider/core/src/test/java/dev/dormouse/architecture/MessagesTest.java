package dev.dormouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogued messages of all modules. */
class MessagesTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern MESSAGE =
            Pattern.compile("new Message\\(\\s*(\\d+),((?:\\s*\\+?\\s*" + LITERAL.pattern() + ")+)\\)");
    /** Three sentences, or a problem whose cause tells the rest. */
    private static final Pattern FORM = Pattern.compile(".+[.:] .+\\. .+|.+: %s");

    private record Catalogued(int id, String text) {
        static Catalogued of(MatchResult found) {
            return new Catalogued(
                    Integer.parseInt(found.group(1)),
                    LITERAL.matcher(found.group(2))
                            .results()
                            .map(literal -> literal.group(1))
                            .collect(Collectors.joining()));
        }
    }

    private static final List<Catalogued> ALL = Checkout.files("", "Messages.java").stream()
            .flatMap(MessagesTest::messages)
            .toList();

    private static Stream<Catalogued> messages(Path catalogue) {
        return MESSAGE.matcher(Checkout.text(catalogue)).results().map(Catalogued::of);
    }

    @Test
    void everyMessageIsFound() {
        long written = Checkout.files("", "Messages.java").stream()
                .map(Checkout::text)
                .mapToLong(text -> Pattern.compile("new Message\\(")
                        .matcher(text)
                        .results()
                        .count())
                .sum();

        assertThat(ALL).hasSize((int) written).hasSizeGreaterThan(200);
    }

    @Test
    void noTwoMessagesHaveOneId() {
        assertThat(ALL.stream().map(Catalogued::id)).doesNotHaveDuplicates();
    }

    @Test
    void aMessageTellsTheProblemTheRequirementAndTheRemedy() {
        assertThat(ALL.stream().filter(message -> !FORM.matcher(message.text()).matches()))
                .isEmpty();
    }
}
