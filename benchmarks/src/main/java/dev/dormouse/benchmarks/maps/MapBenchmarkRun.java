package dev.dormouse.benchmarks.maps;

import dev.dormouse.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the operations on typed maps and by hand, and writes the tables. */
public final class MapBenchmarkRun {

    private static final Map<Class<?>, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put(MapOperations.class, "Texts of a hundred characters");
        TITLES.put(AncestorOperations.class, "The benches of the ancestor");
    }

    private final String pattern;
    private final Map<String, Map<MapDatabase, Double>> nanos = new LinkedHashMap<>();

    private MapBenchmarkRun(String pattern) {
        this.pattern = pattern;
    }

    /** Takes a pattern of operations (a regular expression, default all) and where the tables are written (default nowhere). */
    public static void main(String[] args) throws RunnerException, IOException {
        String pattern = args.length > 0 ? args[0] : ".*";
        MapBenchmarkRun run = new MapBenchmarkRun(pattern);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Class<?>, String> each : TITLES.entrySet()) {
            for (MapDatabase database : MapDatabase.values()) {
                run.measure(each.getKey(), database);
            }
            text.append(run.table(each.getValue()));
        }
        text.append(run.fields()).append(CodecSizes.table());
        System.out.println(text);
        if (args.length > 1 && !args[1].isEmpty()) {
            Files.writeString(Path.of(args[1]), Machine.maps(pattern) + text);
        }
    }

    private void measure(Class<?> operations, MapDatabase database) throws RunnerException {
        for (RunResult result : run(operations, database)) {
            nanos.computeIfAbsent(result.getPrimaryResult().getLabel(), name -> new LinkedHashMap<>())
                    .put(database, result.getPrimaryResult().getScore());
        }
    }

    private Iterable<RunResult> run(Class<?> operations, @Nullable MapDatabase database) throws RunnerException {
        boolean once = operations == AncestorOperations.class;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(operations.getSimpleName() + "\\.(" + pattern + ")$")
                .forks(1)
                .warmupIterations(once ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xms2g", "-Xmx2g");
        if (database != null) {
            options.param("database", database.name());
        }
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException e) {
            // The pattern names none of these.
            return List.of();
        }
    }

    private String table(String title) {
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n| a row |");
        for (MapDatabase database : MapDatabase.values()) {
            text.append(' ').append(database.title()).append(" |");
        }
        text.append(" of by hand | durable |\n|---|")
                .append("---:|".repeat(MapDatabase.values().length + 2))
                .append('\n');
        nanos.forEach((operation, row) -> {
            text.append("| ").append(operation).append(" |");
            for (MapDatabase database : MapDatabase.values()) {
                text.append(String.format(Locale.ROOT, " %,.0f |", row.get(database)));
            }
            text.append(ratio(row.get(MapDatabase.TYPED), row.get(MapDatabase.HAND)))
                    .append(ratio(row.get(MapDatabase.TYPED_DURABLE), row.get(MapDatabase.HAND_DURABLE)))
                    .append('\n');
        });
        boolean any = !nanos.isEmpty();
        nanos.clear();
        return any ? text.append('\n').toString() : "";
    }

    private static String ratio(@Nullable Double over, @Nullable Double under) {
        return over == null || under == null ? " |" : String.format(Locale.ROOT, " %.2f |", over / under);
    }

    private String fields() throws RunnerException {
        Map<String, Double> found = new LinkedHashMap<>();
        for (RunResult result : run(CookieOperations.class, null)) {
            found.put(
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore());
        }
        Double one = found.get("oneField");
        Double whole = found.get("wholeValue");
        if (one == null || whole == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "## One property of seventeen in FlatBuffers%n%n| one property | whole value | faster |%n|---:|---:|---:|%n| %.1f | %.1f | %.1f |%n%n",
                one,
                whole,
                whole / one);
    }
}
