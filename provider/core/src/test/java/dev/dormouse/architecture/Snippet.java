package dev.dormouse.architecture;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of Java in a page. The line before it names the file and the region that it shows: {@code <!-- examples/src/test/java/X.java opening -->} shows what stands
 * between {@code // region opening} and {@code // endregion} there.
 *
 * @param source the file and the region, null where the page names none
 * @param code what the page shows
 */
record Snippet(@Nullable String source, String code) {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (\\S+ \\S.*?) -->\n)?```java\n(.*?)```\n", Pattern.DOTALL);

    static List<Snippet> in(String page) {
        return BLOCK.matcher(page).results().map(Snippet::of).toList();
    }

    private static Snippet of(MatchResult block) {
        return new Snippet(block.group(1), block.group(2));
    }

    /** Returns the code of the region, or what is wrong with its name. */
    String region() {
        if (source == null) {
            return "Code without source: name the file and the region in the line before the block.";
        }
        String[] fileAndName = source.split(" ", 2);
        String marked = Checkout.text(Checkout.file(fileAndName[0]));
        Pattern region = Pattern.compile(
                "// region " + Pattern.quote(fileAndName[1]) + "\n(.*?)\n *// endregion", Pattern.DOTALL);
        return region.matcher(marked)
                .results()
                .map(found -> found.group(1).stripIndent() + "\n")
                .findFirst()
                .orElse("No region: '" + fileAndName[1] + "' in " + fileAndName[0]);
    }
}
