package dev.dormouse.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the largest size costs beside the smallest: an operation, or, where all rows are read, a row. */
final class GrowthTable {

    private static final List<Database> SIDES = Comparison.MAIN.sides();

    private final Results results;

    GrowthTable(Results results) {
        this.results = results;
    }

    String text() {
        List<Integer> sizes = results.sizes();
        if (sizes.size() < 2) {
            return "";
        }
        int small = sizes.get(0);
        int large = sizes.get(sizes.size() - 1);
        List<String> lines = new ArrayList<>();
        for (Operation operation : Operation.all()) {
            List<String> cells = SIDES.stream()
                    .map(side -> {
                        Double before = results.micros(small, operation, side);
                        Double after = results.micros(large, operation, side);
                        double rows = operation.reading() ? (double) large / small : 1;
                        return ResultTables.ratio(after, before == null ? null : before * rows, 2);
                    })
                    .toList();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add("| " + operation.title() + " | " + String.join(" | ", cells) + " |\n");
            }
        }
        if (lines.isEmpty()) {
            return "";
        }
        return String.format(
                        Locale.ROOT,
                        "## Growth%n%nThe time with %,d rows divided by that with %,d, of an invocation; of a row where all are read (groupByOverJoin, scanWithFilter).%n%n",
                        large,
                        small)
                + "| operation |"
                + String.join(
                        "",
                        SIDES.stream().map(side -> " " + side.title() + " |").toList())
                + "\n|---|" + "---:|".repeat(SIDES.size()) + "\n"
                + String.join("", lines)
                + "\n";
    }
}
