package dev.dormouse.internal.mapping.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.mapping.illformed.Associations;
import dev.dormouse.internal.mapping.illformed.Basics;
import dev.dormouse.internal.mapping.illformed.Callbacks;
import dev.dormouse.internal.mapping.illformed.Classes;
import dev.dormouse.internal.mapping.illformed.Collections;
import dev.dormouse.internal.mapping.illformed.Columns;
import dev.dormouse.internal.mapping.illformed.Hierarchy;
import dev.dormouse.internal.mapping.illformed.Ids;
import dev.dormouse.internal.mapping.illformed.Targets;
import dev.dormouse.internal.mapping.illformed.Units;
import dev.dormouse.internal.mapping.resolve.MappingResolver;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each ill-formed mapping gives exactly one failure, word for word.
 *
 * <p>The table {@code ill-formed.txt} has for each row the rule (or the resolver that finds it), the classes of the unit, and below it,
 * indented, what is reported.
 */
class IllFormedMappingTest {

    private static final List<Class<?>> THEMES = List.of(
            Associations.class,
            Basics.class,
            Callbacks.class,
            Classes.class,
            Collections.class,
            Columns.class,
            Hierarchy.class,
            Ids.class,
            Targets.class,
            Units.class);

    /** The names of the fixtures, by what the table calls them. */
    private static final Map<String, String> FIXTURES = THEMES.stream()
            .flatMap(theme -> Stream.of(theme.getDeclaredClasses()))
            .collect(Collectors.toMap(Class::getSimpleName, Class::getName));

    private static final String THEME_OF_CLASS = Targets.class.getPackageName().replace(".", "\\.") + "\\.\\w+\\$";

    private record Row(String rule, List<String> classes, String report) {}

    @TestFactory
    Stream<DynamicTest> everyIllFormedMappingIsReported() {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.rule() + " " + row.classes(), () -> assertThat(report(row))
                        .isEqualTo("persistence unit 'ill-formed': 1 failure\n" + row.report())));
    }

    @Test
    void everyRuleHasARow() {
        Set<String> rules = Stream.of(
                        MappingRules.UNIT,
                        MappingRules.CLASS,
                        MappingRules.ATTRIBUTE,
                        MappingRules.ENTITY,
                        MappingRules.MODEL)
                .flatMap(List::stream)
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(rows().stream().map(Row::rule)).containsAll(rules);
        assertThat(rules).hasSizeGreaterThan(60);
    }

    @Test
    void failuresOfAllKindsAreReportedTogether() {
        List<String> classes = Stream.of(
                        "NoIdentifier", "TwoKinds", "BadIndex", "Target", "BadJoinColumns", "CompositeTarget")
                .map(name -> FIXTURES.getOrDefault(name, name))
                .toList();

        assertThat(report(new Row("all", classes, "")))
                .startsWith("persistence unit 'ill-formed': 4 failures\n")
                .contains("DORM0115", "DORM0150", "DORM0178", "DORM0191");
    }

    private static String report(Row row) {
        try {
            MappingResolver.resolve("ill-formed", row.classes(), Targets.class.getClassLoader());
            return "no failure";
        } catch (PersistenceException e) {
            return String.valueOf(e.getMessage()).replaceAll(THEME_OF_CLASS, "");
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        StringBuilder report = new StringBuilder();
        List<String> lines = table().lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.startsWith(" ")) {
                report.insert(0, report.length() == 0 ? line : line + "\n");
            } else {
                List<String> words = List.of(line.split(" ", -1));
                List<String> classes = words.subList(1, words.size()).stream()
                        .map(name -> FIXTURES.getOrDefault(name, name))
                        .toList();
                rows.add(0, new Row(words.get(0), classes, report.toString()));
                report.setLength(0);
            }
        }
        return rows;
    }

    private static String table() {
        try (InputStream table =
                Objects.requireNonNull(IllFormedMappingTest.class.getResourceAsStream("ill-formed.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
