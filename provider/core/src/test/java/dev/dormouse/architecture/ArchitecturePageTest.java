package dev.dormouse.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rooms in docs/ARCHITECTURE.md says what the laws enforce and the code does. */
class ArchitecturePageTest {

    private static final String ROOT = "dev.dormouse";
    private static final String HEADING = "| room | what it is | may see |";
    private static final Set<String> WITHOUT_ROW_IN_THE_LAWS = Set.of("(root)", "internal.bootstrap");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final String PAGE = Checkout.text(Checkout.file("docs/ARCHITECTURE.md"));

    private record Row(String room, String description, Set<String> sees) {}

    /** The rows of the table; one that names several rooms is one for each. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        PAGE.lines()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> names(cells[1]).forEach(room -> {
                    if (!WITHOUT_ROW_IN_THE_LAWS.contains(room)) {
                        rows.add(new Row(room, cells[2].strip(), new TreeSet<>(fullNames(cells[3]))));
                    }
                }));
        return rows;
    }

    private static List<String> names(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The rooms that a cell names; {@code store.} and {@code internal.} may be left out. */
    private static List<String> fullNames(String cell) {
        return names(cell).stream()
                .map(name -> Stream.of(name, "store." + name, "internal." + name)
                        .filter(full -> Room.find(full).isPresent())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no room is named " + name)))
                .toList();
    }

    @Test
    void theMapHasEveryModule() {
        assertThat(Pattern.compile("<module>(.+)</module>")
                        .matcher(Checkout.text(Checkout.file("pom.xml")))
                        .results()
                        .map(module -> "\n    " + module.group(1) + "/ "))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(PAGE).contains(line));
    }

    @Test
    void theTableHasTheArrowsOfTheLaws() {
        Map<String, Set<String>> ofLaws =
                Room.ALL.stream().collect(toMap(Room::name, room -> new TreeSet<>(room.sees())));

        assertThat(rows().stream().collect(toMap(Row::room, Row::sees))).isEqualTo(ofLaws);
    }

    @Test
    void theTableTellsWhichRoomsAreEmpty() {
        List<String> empty =
                Room.ALL.stream().map(Room::name).filter(name -> isEmpty(name)).toList();

        assertThat(rows().stream()
                        .filter(row -> row.description().contains("not filled yet"))
                        .map(Row::room))
                .containsExactlyInAnyOrderElementsOf(empty);
    }

    private static boolean isEmpty(String room) {
        PackageMatchers own = PackageMatchers.of(Room.named(room).packages(ROOT));
        return HOUSE.stream().noneMatch(type -> own.test(type.getPackageName()));
    }
}
