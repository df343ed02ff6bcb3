package dev.dormouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.settings.Setting;
import dev.dormouse.settings.SettingTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages say exists, and their code is code that the tests run. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern SETTING =
            Pattern.compile("(?<![.\\w/-])dormouse\\.(?!test\\.|lock\\b)[a-z][a-z.-]*[a-z]");

    static List<Path> pages() {
        return Checkout.files("", ".md");
    }

    static Stream<Path> pagesForUsers() {
        return Stream.concat(Stream.of(Checkout.file("README.md")), Checkout.files("docs/guide", ".md").stream());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatAPageLinksToIsThere(Path page) {
        assertThat(LINK.matcher(Checkout.text(page)).results().map(link -> page.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @ParameterizedTest
    @MethodSource("pagesForUsers")
    void everySettingThatAPageNamesIsOne(Path page) {
        assertThat(SettingTable.all().keySet())
                .containsAll(SETTING.matcher(Checkout.text(page))
                        .results()
                        .map(setting -> setting.group())
                        .toList());
    }

    @Test
    void everySettingStandsInTheGuideWithItsValues() {
        assertThat(Checkout.text(Checkout.file("docs/guide/settings.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(0, line.lastIndexOf("| ", line.length() - 3))))
                .containsExactlyElementsOf(SettingTable.all().values().stream()
                        .map(DocumentationTest::row)
                        .toList());
    }

    private static String row(Setting setting) {
        String values =
                switch (setting.kind()) {
                    case CHOICE -> "`" + String.join("`, `", setting.choices()) + "`";
                    case FLAG -> "`true`, `false`";
                    default -> setting.kind().name().toLowerCase(Locale.ROOT);
                };
        String standard = setting.defaultValue() == null ? "" : "`" + setting.defaultValue() + "` ";
        return "| `" + setting.key() + "` | " + values + " | " + standard;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetIsARegionOfATest(Path page) {
        assertThat(Snippet.in(Checkout.text(page)))
                .allSatisfy(snippet ->
                        assertThat(snippet.code()).as(snippet.toString()).isEqualTo(snippet.region()));
    }

    @Test
    void snippetsAreFound() {
        assertThat(Snippet.in(Checkout.text(Checkout.file("README.md")))).isNotEmpty();
    }

    @Test
    void aSnippetThatNobodyRunsIsCaught() {
        Snippet unnamed = Snippet.in("# Page\n```java\nint i;\n```\n").get(0);
        Snippet elsewhere = new Snippet("README.md nothing", "int i;\n");

        assertThat(List.of(unnamed, elsewhere))
                .allSatisfy(snippet -> assertThat(snippet.region()).isNotEqualTo(snippet.code()));
    }
}
