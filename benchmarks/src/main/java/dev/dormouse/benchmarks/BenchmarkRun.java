package dev.dormouse.benchmarks;

import dev.dormouse.benchmarks.start.StartOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the operations on all sides, row by row, and writes the tables after each, so that what is interrupted keeps what it has. */
public final class BenchmarkRun {

    private static final String START = "START";

    private final Selection selection;
    private final Path folder;
    private final Trial trial;
    private final Results results;
    private final ResultTables tables;
    private final List<String> failures = new ArrayList<>();

    private BenchmarkRun(Selection selection, Path folder, Trial trial, Results results) {
        this.selection = selection;
        this.folder = folder;
        this.trial = trial;
        this.results = results;
        this.tables = new ResultTables(results);
    }

    /** What is measured: operations by a pattern, sizes, and tables or sides by name; all tables of the first size and the main one of others if none is named. */
    private record Selection(String pattern, List<Integer> sizes, List<String> names) {

        boolean has(Comparison comparison, int rows) {
            return names.isEmpty()
                    ? comparison == Comparison.MAIN || rows == sizes.get(0)
                    : names.contains(comparison.name());
        }

        boolean hasStart() {
            return names.isEmpty() || names.contains(START);
        }

        Set<Database> sides(Operation operation, int rows) {
            Set<Database> sides = new LinkedHashSet<>();
            for (Comparison comparison : Comparison.values()) {
                if (has(comparison, rows) && comparison.has(operation)) {
                    sides.addAll(comparison.sides());
                }
            }
            Arrays.stream(Database.values())
                    .filter(side -> names.contains(side.name()))
                    .forEach(sides::add);
            return has(operation) ? sides : Set.of();
        }

        private boolean has(Operation operation) {
            return operation.method().matches(pattern);
        }

        Set<Database> sides(int rows) {
            Set<Database> sides = new LinkedHashSet<>();
            Operation.all().forEach(operation -> sides.addAll(sides(operation, rows)));
            return sides;
        }

        Set<String> titles() {
            Set<String> titles = new LinkedHashSet<>();
            Operation.all().stream().filter(this::has).forEach(operation -> titles.add(operation.title()));
            return titles;
        }

        String command() {
            return "benchmarks/run '%s' %s%s"
                    .formatted(
                            pattern,
                            String.join(",", sizes.stream().map(String::valueOf).toList()),
                            names.isEmpty() ? "" : " " + String.join(" ", names).toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Takes the mode (full or short), the folder of the databases, where the tables are written (an empty text: nowhere), a pattern of operations (a
     * regular expression, default all), the numbers of rows with commas between them (default 20000), and names of tables (main, durable, cached,
     * mongodb, start) or sides.
     */
    public static void main(String[] args) throws IOException {
        Selection selection = new Selection(
                args.length > 3 ? args[3] : ".*",
                Arrays.stream((args.length > 4 ? args[4] : "20000").split(","))
                        .map(Integer::parseInt)
                        .toList(),
                Arrays.stream(args)
                        .skip(5)
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList());
        check(selection.names());
        Path folder = Path.of(args[1]).toAbsolutePath();
        TemporaryFolder.delete(folder);
        Files.createDirectories(folder);
        Results results =
                args[2].isEmpty() ? Results.transientOnes() : Results.of(Path.of(args[2].replace(".md", ".csv")));
        BenchmarkRun run = new BenchmarkRun(selection, folder, Trial.of(args[0], folder), results);
        run.measure(args[2]);
        System.out.println(run.tables.text());
        TemporaryFolder.delete(folder);
        if (!run.failures.isEmpty()) {
            throw new IllegalStateException("Not measured: " + String.join(", ", run.failures));
        }
    }

    private static void check(List<String> names) {
        List<String> known = new ArrayList<>(List.of(START));
        Arrays.stream(Comparison.values()).map(Enum::name).forEach(known::add);
        Arrays.stream(Database.values()).map(Enum::name).forEach(known::add);
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("No such table or side: '" + name + "'. One of " + known + ".");
        });
    }

    private void measure(String table) throws IOException {
        results.command("%s `%s`: %s.".formatted(Machine.here(), selection.command(), trial.text()));
        for (int rows : selection.sizes()) {
            measure(rows, table);
        }
        if (selection.hasStart()) {
            measureStart(table);
        }
    }

    private void measure(int rows, String table) throws IOException {
        for (Database side : selection.sides(rows)) {
            results.forget(rows, side.name(), selection.titles());
            long start = System.nanoTime();
            FilledDatabase.fill(side.filledBy(), rows, folder);
            say("%s filled with %,d rows in %,d ms", side, rows, (System.nanoTime() - start) / 1_000_000);
        }
        for (Operation operation : Operation.all()) {
            for (Database side : selection.sides(operation, rows)) {
                add(operation.title() + ", " + side, () -> trial.run(operation, side, rows), table);
            }
            explain(operation, rows);
            write(table);
        }
    }

    /** What fails leaves its place in the table empty; the rest of a long run goes on. */
    private void add(String name, Measuring measuring, String table) throws IOException {
        try {
            Measurement measured = measuring.measure();
            results.add(measured);
            say("%s: %s us", name, ResultTables.figure(measured.micros()));
        } catch (RunnerException e) {
            e.printStackTrace();
            failures.add(name);
        }
        write(table);
    }

    private interface Measuring {
        Measurement measure() throws RunnerException;
    }

    private void explain(Operation operation, int rows) {
        for (Database peer : Comparison.MAIN.peers()) {
            if (selection.sides(operation, rows).contains(peer)
                    && OneInvocation.canDo(operation)
                    && tables.wantsPlan(operation, peer, rows)) {
                results.plan(peer, rows, operation, PeerPlans.of(operation, peer, rows, folder));
            }
        }
    }

    private void measureStart(String table) throws IOException {
        for (int entities : StartTable.LIMITS.keySet().stream().sorted().toList()) {
            for (String operation : StartTable.OPERATIONS) {
                for (String provider : StartTable.ORDER) {
                    if (operation.matches(selection.pattern())) {
                        add(
                                operation + " of " + provider + ", " + entities + " entities",
                                () -> trial.run(StartOperations.class, operation, provider, entities),
                                table);
                    }
                }
            }
        }
    }

    private void write(String table) throws IOException {
        if (!table.isEmpty()) {
            Files.writeString(Path.of(table), Machine.results(results.commands()) + tables.text());
        }
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
