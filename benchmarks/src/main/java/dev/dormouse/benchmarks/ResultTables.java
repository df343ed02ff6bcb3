package dev.dormouse.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The measurements as tables of figures and ratios in Markdown. */
final class ResultTables {

    /** Above this ratio the table shows how the peer goes about it. */
    static final double PLANS_ABOVE = 10;

    private final Results results;

    ResultTables(Results results) {
        this.results = results;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Comparison comparison : Comparison.values()) {
            for (int rows : results.sizes()) {
                text.append(table(comparison, rows));
            }
        }
        return text + new GrowthTable(results).text() + new StartTable(results).text() + plans();
    }

    private String table(Comparison comparison, int rows) {
        List<Operation> operations = Operation.all().stream()
                .filter(comparison::has)
                .filter(operation -> comparison.sides().stream()
                        .filter(side -> comparison != Comparison.CACHED
                                || comparison.peers().contains(side))
                        .anyMatch(side -> results.micros(rows, operation, side) != null))
                .toList();
        if (operations.isEmpty()) {
            return "";
        }
        List<String> heads = heads(comparison);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "## %s, %,d rows%n%n%s%n%n", comparison.title(), rows, comparison.conditions()));
        text.append("| operation | ")
                .append(String.join(" | ", heads))
                .append(" |\n|---|")
                .append("---:|".repeat(heads.size()))
                .append('\n');
        for (Operation operation : operations) {
            text.append("| ")
                    .append(operation.title())
                    .append(" | ")
                    .append(String.join(" | ", cells(comparison, rows, operation)))
                    .append(" |\n");
        }
        return text.append('\n').append(threads(comparison, rows)).toString();
    }

    private static List<String> heads(Comparison comparison) {
        List<String> heads = new ArrayList<>();
        comparison.sides().forEach(side -> heads.add(side.title()));
        heads.add("plain / enhanced");
        if (comparison.byHand() != null) {
            heads.addAll(List.of("of by hand", "limit", "met"));
        }
        if (!comparison.peers().isEmpty()) {
            heads.add("best peer");
        }
        if (comparison == Comparison.MONGODB) {
            heads.add("round trips");
        }
        return heads;
    }

    private List<String> cells(Comparison comparison, int rows, Operation operation) {
        List<String> cells = new ArrayList<>();
        for (Database side : comparison.sides()) {
            cells.add(figure(results.micros(rows, operation, side)));
        }
        Double enhanced = results.micros(rows, operation, comparison.enhanced());
        cells.add(ratio(results.micros(rows, operation, comparison.plain()), enhanced, 2));
        if (comparison.byHand() != null) {
            Double byHand = results.micros(rows, operation, comparison.byHand());
            Double limit = comparison.limit(operation);
            cells.add(ratio(enhanced, byHand, 2));
            cells.add(limit == null ? "" : String.format(Locale.ROOT, "%.1f", limit));
            cells.add(
                    limit == null || enhanced == null || byHand == null
                            ? ""
                            : enhanced <= limit * byHand ? "yes" : "**no**");
        }
        if (!comparison.peers().isEmpty()) {
            cells.add(ratio(best(comparison, rows, operation), enhanced, 1));
        }
        if (comparison == Comparison.MONGODB) {
            cells.add(roundTrips(rows, operation, comparison));
        }
        return cells;
    }

    private String roundTrips(int rows, Operation operation, Comparison comparison) {
        Optional<Double> byHand = more(rows, operation, comparison.byHand(), Measurement.ROUND_TRIPS);
        Optional<Double> ours = more(rows, operation, comparison.enhanced(), Measurement.ROUND_TRIPS);
        return byHand.isEmpty() || ours.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.0f / %.0f", byHand.get(), ours.get());
    }

    private Optional<Double> more(int rows, Operation operation, @Nullable Database side, String name) {
        return side == null
                ? Optional.empty()
                : results.of(rows, operation.title(), side.name())
                        .map(measurement -> measurement.more().get(name));
    }

    /** What threads gain, with the two limits that are none of time. */
    private String threads(Comparison comparison, int rows) {
        Operation one = Operation.of("insertOne");
        Operation eight = Operation.of("insertOne on 8 threads");
        Database ours = comparison.enhanced();
        Double alone = results.micros(rows, one, ours);
        Double together = results.micros(rows, eight, ours);
        if (comparison != Comparison.DURABLE || alone == null || together == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "Eight threads insert %.1f times as much as one (at least 4), with %s transactions a commit (at least 5); on 32 threads %s. By hand: %s and %s.%n%n",
                alone / together,
                transactions(rows, 8, ours),
                transactions(rows, 32, ours),
                transactions(rows, 8, comparison.byHand()),
                transactions(rows, 32, comparison.byHand()));
    }

    private String transactions(int rows, int threads, @Nullable Database side) {
        return more(rows, Operation.of("insertOne on " + threads + " threads"), side, Measurement.TRANSACTIONS)
                .map(count -> String.format(Locale.ROOT, "%.1f", count))
                .orElse("not counted");
    }

    /** Returns the time of the faster peer. */
    private @Nullable Double best(Comparison comparison, int rows, Operation operation) {
        return comparison.peers().stream()
                .map(peer -> results.micros(rows, operation, peer))
                .filter(Objects::nonNull)
                .min(Double::compare)
                .orElse(null);
    }

    /** Returns whether a peer takes so much longer that its plan is to be shown. */
    boolean wantsPlan(Operation operation, Database peer, int rows) {
        Double theirs = results.micros(rows, operation, peer);
        Double ours = results.micros(rows, operation, Database.DORMOUSE_ENHANCED);
        return theirs != null && ours != null && theirs > PLANS_ABOVE * ours;
    }

    private String plans() {
        StringBuilder text = new StringBuilder();
        results.plans().forEach((name, plan) -> text.append("### ")
                .append(name)
                .append("\n\n```sql\n")
                .append(plan)
                .append("\n```\n\n"));
        return text.isEmpty()
                ? ""
                : "## Plans of peers that take more than ten times as long\n\nWhat H2 says to EXPLAIN of the statements that it was sent.\n\n"
                        + text;
    }

    static String figure(@Nullable Double micros) {
        return micros == null ? "" : String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%,.0f", micros);
    }

    static String ratio(@Nullable Double over, @Nullable Double under, int digits) {
        return over == null || under == null ? "" : String.format(Locale.ROOT, "%." + digits + "f", over / under);
    }
}
