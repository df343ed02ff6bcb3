package dev.dormouse.examples.associations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program tells, on any store: the mapping, the answers of the queries. */
abstract class AssociationsContract {

    abstract String url();

    final String told() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new AssociationsExample(url(), new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyAssociationIsShownWithTheAnswersOfItsQuery() {
        String told = told();
        Section.all().forEach(section -> assertThat(told).contains(section.title()));
        assertThat(told.lines().filter(line -> line.contains("-> ")).map(line -> line.replaceAll(".*-> ", "")))
                .containsExactly("green curry", "15", "[panda, 2]", "13", "Shirou", "Shun");
    }

    @ParameterizedTest
    @MethodSource("dev.dormouse.examples.associations.Section#all")
    void theMappingThatIsShownIsThatOfTheSource(Section section) throws IOException {
        String source = section.classes().get(0).getEnclosingClass().getSimpleName() + ".java";
        String text = Files.readString(Path.of("src/main/java/dev/dormouse/examples/associations", source));
        String beforeTheText = text.substring(0, text.indexOf("static Section get()"));
        assertThat(section.mapping().lines())
                .allSatisfy(line -> assertThat(beforeTheText).contains(line));
    }
}
