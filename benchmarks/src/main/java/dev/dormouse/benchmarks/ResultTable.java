package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.BenchmarkRun.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measurements as tables of figures and ratios in Markdown, one for each durability. */
final class ResultTable {

    private final List<Measurement> measurements;

    ResultTable(List<Measurement> measurements) {
        this.measurements = measurements;
    }

    String text() {
        return table(
                        "Commits that do not wait for the disk",
                        Database.RAW,
                        Database.DORMOUSE,
                        List.of(Database.HIBERNATE_H2, Database.ECLIPSELINK_H2))
                + table(
                        "Durable commits",
                        Database.RAW_DURABLE,
                        Database.DORMOUSE_DURABLE,
                        List.of(Database.HIBERNATE_SQLITE));
    }

    private String table(String title, Database limit, Database ours, List<Database> peers) {
        List<Database> columns =
                Stream.concat(Stream.of(limit, ours), peers.stream()).toList();
        Map<String, Map<Database, Measurement>> operations = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            if (columns.contains(each.database())) {
                operations
                        .computeIfAbsent(each.operation(), name -> new LinkedHashMap<>())
                        .put(each.database(), each);
            }
        }
        if (operations.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n| operation |");
        columns.forEach(column -> text.append(' ').append(column.title()).append(" |"));
        text.append(" of by hand | best peer |\n|---|")
                .append("---:|".repeat(columns.size() + 2))
                .append('\n');
        operations.forEach((operation, row) -> {
            text.append("| ").append(operation).append(" |");
            columns.forEach(column ->
                    text.append(' ').append(figure(micros(row, column))).append(" |"));
            text.append(' ')
                    .append(ratio(micros(row, ours), micros(row, limit)))
                    .append(" |");
            text.append(' ').append(ratio(best(row, peers), micros(row, ours))).append(" |\n");
        });
        return text.append('\n').toString();
    }

    private static @Nullable Double micros(Map<Database, Measurement> row, Database database) {
        Measurement measured = row.get(database);
        return measured == null ? null : measured.micros();
    }

    private static @Nullable Double best(Map<Database, Measurement> row, List<Database> peers) {
        OptionalDouble best = peers.stream()
                .map(row::get)
                .filter(Objects::nonNull)
                .mapToDouble(Measurement::micros)
                .min();
        return best.isPresent() ? best.getAsDouble() : null;
    }

    private static String figure(@Nullable Double micros) {
        return micros == null ? "" : String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%,.0f", micros);
    }

    private static String ratio(@Nullable Double over, @Nullable Double under) {
        return over == null || under == null ? "" : String.format(Locale.ROOT, "%.1f", over / under);
    }
}
