package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The configuration for Maven that the guide shows is the one that the examples are built with. */
class EnhancementGuideTest {

    private static final Pattern PLUGIN = Pattern.compile(
            "<plugin>(?:(?!</plugin>).)*byte-buddy-maven-plugin(?:(?!</plugin>).)*</plugin>", Pattern.DOTALL);

    private static String plugin(String file) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        try {
            return PLUGIN.matcher(Files.readString(folder.resolve(file)))
                    .results()
                    .map(found -> found.group()
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.startsWith("<version>"))
                            .collect(Collectors.joining("\n")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no plugin in " + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theExamplesAreBuiltAsTheGuideSays() {
        assertThat(plugin("docs/guide/enhancement.md")).isEqualTo(plugin("examples/pom.xml"));
    }
}
