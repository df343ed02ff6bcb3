package dev.dormouse.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How long factories take to start, in milliseconds. */
final class StartTable {

    /** The sides, by the name of their {@code Provider}. */
    static final Map<String, String> SIDES =
            Map.of("DORMOUSE", "Dormouse", "HIBERNATE_H2", "Hibernate + H2", "ECLIPSELINK_H2", "EclipseLink + H2");

    /** In the order of the table. */
    static final List<String> ORDER = List.of("DORMOUSE", "HIBERNATE_H2", "ECLIPSELINK_H2");

    /** The operations of {@code StartOperations}. */
    static final List<String> OPERATIONS = List.of("startOnNewDatabase", "startOnFilledDatabase");

    /** How long a start with so many entities may take, in milliseconds. */
    static final Map<Integer, Integer> LIMITS = Map.of(5, 100, 500, 2_000);

    private static final double MILLI = 1_000;

    private final Results results;

    StartTable(Results results) {
        this.results = results;
    }

    /** Returns the name under which a start is kept among the results. */
    static String side(String provider) {
        return "START_" + provider;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int entities : LIMITS.keySet().stream().sorted().toList()) {
            for (String operation : OPERATIONS) {
                List<String> cells = ORDER.stream()
                        .map(side -> results.of(entities, operation, side(side))
                                .map(start -> String.format(Locale.ROOT, "%,.1f", start.micros() / MILLI))
                                .orElse(""))
                        .toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    text.append("| ")
                            .append(operation)
                            .append(" | ")
                            .append(entities)
                            .append(" | ")
                            .append(String.join(" | ", cells))
                            .append(" | ")
                            .append(LIMITS.get(entities))
                            .append(" | ")
                            .append(met(entities, operation))
                            .append(" |\n");
                }
            }
        }
        if (text.isEmpty()) {
            return "";
        }
        return """
                ## Start of a factory

                Milliseconds, in a warm JVM, the mean of the last rounds; the classes of the entities are loaded anew for each round, before it. They have twelve attributes, an index, a
                unique column and a reference each. A new database gets its tables; in a filled one they are there.

                | operation | entities |"""
                + String.join(
                        "",
                        ORDER.stream()
                                .map(side -> " " + Objects.requireNonNull(SIDES.get(side)) + " |")
                                .toList())
                + " limit | met |\n|---|---:|" + "---:|".repeat(ORDER.size()) + "---:|---:|\n"
                + text
                + "\n";
    }

    private String met(int entities, String operation) {
        return results.of(entities, operation, side("DORMOUSE"))
                .map(start -> start.micros() / MILLI <= LIMITS.getOrDefault(entities, 0) ? "yes" : "**no**")
                .orElse("");
    }
}
