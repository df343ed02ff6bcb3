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

    /** What typed maps may cost, as a multiple of hand-written code, where they are told to. */
    private static final double LIMIT = 1.3;

    /** How much faster one property must be than the whole value. */
    private static final double FASTER = 4;

    /** What waits for the disk where a commit is durable; the others do the same as where it is not. */
    private static final String WRITING = "put|putIndexed|insertCookies|insertBytes";

    private static final List<MapDatabase> SIDES = List.of(MapDatabase.HAND, MapDatabase.TYPED);
    private static final List<MapDatabase> DURABLE = List.of(MapDatabase.HAND_DURABLE, MapDatabase.TYPED_DURABLE);

    private final String pattern;

    private MapBenchmarkRun(String pattern) {
        this.pattern = pattern;
    }

    /** Takes a pattern of operations (a regular expression, default all) and where the tables are written (default nowhere). */
    public static void main(String[] args) throws RunnerException, IOException {
        String pattern = args.length > 0 ? args[0] : ".*";
        MapBenchmarkRun run = new MapBenchmarkRun(pattern);
        String text = run.table("Texts of a hundred characters", MapOperations.class, true)
                + run.table("The benches of the ancestor", AncestorOperations.class, false)
                + run.fields()
                + CodecSizes.table();
        System.out.println(text);
        if (args.length > 1 && !args[1].isEmpty()) {
            Files.writeString(Path.of(args[1]), Machine.maps(pattern) + text);
        }
    }

    /** Runs the operations of a class whose names match, those of one name on one side after the other. */
    private Iterable<RunResult> run(Class<?> operations, String names, List<MapDatabase> sides) throws RunnerException {
        boolean once = operations == AncestorOperations.class;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(operations.getSimpleName() + "\\.(?=(" + pattern + ")$)(" + names + ")$")
                .forks(once ? 1 : 3)
                .warmupIterations(once ? 2 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(once ? 5 : 3)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xms2g", "-Xmx2g");
        if (!sides.isEmpty()) {
            options.param("database", sides.stream().map(MapDatabase::name).toArray(String[]::new));
        }
        try {
            return new Runner(options.build()).run();
        } catch (NoBenchmarksException e) {
            // The pattern names none of these.
            return List.of();
        }
    }

    private String table(String title, Class<?> operations, boolean limited) throws RunnerException {
        Map<String, Map<MapDatabase, Double>> nanos = new LinkedHashMap<>();
        measure(nanos, run(operations, ".*", SIDES));
        measure(nanos, run(operations, WRITING, DURABLE));
        if (nanos.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n| a row |");
        for (MapDatabase database : MapDatabase.values()) {
            text.append(' ').append(database.title()).append(" |");
        }
        text.append(" of by hand | durable |")
                .append(limited ? " limit | met |" : "")
                .append("\n|---|")
                .append("---:|".repeat(MapDatabase.values().length + (limited ? 4 : 2)))
                .append('\n');
        nanos.forEach((operation, row) ->
                text.append("| ").append(operation).append(" |").append(cells(row, limited)));
        return text.append('\n').toString();
    }

    private static void measure(Map<String, Map<MapDatabase, Double>> nanos, Iterable<RunResult> results) {
        for (RunResult result : results) {
            nanos.computeIfAbsent(result.getPrimaryResult().getLabel(), name -> new LinkedHashMap<>())
                    .put(
                            MapDatabase.valueOf(result.getParams().getParam("database")),
                            result.getPrimaryResult().getScore());
        }
    }

    private static String cells(Map<MapDatabase, Double> row, boolean limited) {
        StringBuilder text = new StringBuilder();
        for (MapDatabase database : MapDatabase.values()) {
            Double score = row.get(database);
            text.append(score == null ? " |" : String.format(Locale.ROOT, " %,.0f |", score));
        }
        Double ratio = ratio(row, SIDES);
        Double durable = ratio(row, DURABLE);
        text.append(ratio == null ? " |" : String.format(Locale.ROOT, " %.2f |", ratio));
        text.append(durable == null ? " |" : String.format(Locale.ROOT, " %.2f |", durable));
        if (limited && ratio != null) {
            boolean met = ratio <= LIMIT && (durable == null || durable <= LIMIT);
            text.append(String.format(Locale.ROOT, " %.1f | %s |", LIMIT, met ? "yes" : "no"));
        }
        return text.append('\n').toString();
    }

    /** How often the second side takes the time of the first one. */
    private static @Nullable Double ratio(Map<MapDatabase, Double> row, List<MapDatabase> sides) {
        Double hand = row.get(sides.get(0));
        Double typed = row.get(sides.get(1));
        return hand == null || typed == null ? null : typed / hand;
    }

    private String fields() throws RunnerException {
        Map<String, Double> found = new LinkedHashMap<>();
        for (RunResult result : run(CookieOperations.class, ".*", List.of())) {
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
                "## One property of seventeen in FlatBuffers%n%n| one property | whole value | faster | at least | met |%n|---:|---:|---:|---:|---:|%n| %.1f | %.1f | %.1f | %.0f | %s |%n%n",
                one,
                whole,
                whole / one,
                FASTER,
                whole >= FASTER * one ? "yes" : "no");
    }
}
