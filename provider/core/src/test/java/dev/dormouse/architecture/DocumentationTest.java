package dev.dormouse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.settings.SettingTable;
import java.nio.file.Path;
import java.util.List;
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
