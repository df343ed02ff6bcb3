package dev.dormouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the operations on all sides, one after the other, and writes the table. */
public final class BenchmarkRun {

    private static final String CLASS = "^" + Operations.class.getName().replace(".", "\\.") + "\\.";
    private static final int[] INSERTING_THREADS = {2, 8, 32};

    private final String pattern;
    private final int rows;
    private final List<Measurement> measurements = new ArrayList<>();

    private BenchmarkRun(String pattern, int rows) {
        this.pattern = pattern;
        this.rows = rows;
    }

    /**
     * Takes a pattern of operations (a regular expression, default all), the number of rows (default 20000), where the table is written (default
     * nowhere), and the names of the sides (default all).
     */
    public static void main(String[] args) throws RunnerException, IOException {
        String pattern = args.length > 0 ? args[0] : ".*";
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        List<Database> databases = args.length > 3
                ? Arrays.stream(args).skip(3).map(Database::valueOf).toList()
                : List.of(Database.values());
        BenchmarkRun run = new BenchmarkRun(pattern, rows);
        for (Database database : databases) {
            run.measure(database);
        }
        String table = new ResultTable(run.measurements).text();
        System.out.println(table);
        if (args.length > 2 && !args[2].isEmpty()) {
            Files.writeString(
                    Path.of(args[2]),
                    Machine.describe(pattern, rows, List.of(args).subList(Math.min(3, args.length), args.length))
                            + table);
        }
    }

    private void measure(Database database) throws RunnerException {
        run(database, CLASS + "(" + pattern + ")$", 1);
        for (int threads : INSERTING_THREADS) {
            if ("insertOne".matches(pattern)) {
                run(database, CLASS + "insertOne$", threads);
            }
        }
    }

    private void run(Database database, String include, int threads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .param("database", database.name())
                .param("rows", Integer.toString(rows))
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend(arguments(database));
        if (threads > 1) {
            options.threads(threads);
        }
        for (RunResult result : new Runner(options.build()).run()) {
            measurements.add(Measurement.of(database, threads, result));
        }
    }

    private static String[] arguments(Database database) {
        List<String> arguments = new ArrayList<>(List.of("-Xms2g", "-Xmx2g"));
        if (database == Database.ECLIPSELINK_H2) {
            arguments.add("-javaagent:" + eclipselink());
        }
        return arguments.toArray(String[]::new);
    }

    private static String eclipselink() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(jar -> Path.of(jar).getFileName().toString().startsWith("eclipselink-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("EclipseLink is not on the class path"));
    }

    /** What one operation took on one side: microseconds an invocation, over all threads. */
    record Measurement(Database database, String operation, double micros, double error) {

        static Measurement of(Database database, int threads, RunResult result) {
            String name = result.getPrimaryResult().getLabel();
            var unit = TimeUnit.MICROSECONDS;
            if (!result.getParams().getTimeUnit().equals(unit)) {
                throw new IllegalStateException("Not in microseconds: " + name);
            }
            return new Measurement(
                    database,
                    threads == 1 ? name : name + ", " + threads + " threads",
                    result.getPrimaryResult().getScore() / threads,
                    result.getPrimaryResult().getScoreError() / threads);
        }
    }
}
