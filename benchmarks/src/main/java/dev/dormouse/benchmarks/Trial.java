package dev.dormouse.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How one figure comes about: JVMs of its own that warm up and then measure. The ratios of the tables come from the sides of Dormouse and the
 * hand-written code, whose figures therefore are those of several JVMs.
 *
 * @param folder where the databases are
 * @param jvms how many JVMs measure a side of Dormouse or hand-written code on LMDB that has few rows; others are measured by one
 * @param warmUps how many rounds warm it up; with several threads it takes twice as many until the code is compiled
 * @param rounds how many are measured
 * @param round how long a round takes
 */
record Trial(Path folder, int jvms, int warmUps, int rounds, TimeValue round) {

    private static final int MANY_ENTITIES = 100;
    /** The pages of the heap are there before anything is measured: the first write to each takes microseconds. */
    private static final List<String> MEMORY = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

    private static final int MANY_ROWS = 100_000;

    /** Returns that of a mode: full, or short, which tries everything and measures nothing. */
    static Trial of(String mode, Path folder) {
        return switch (mode) {
            case "full" -> new Trial(folder, 3, 10, 2, TimeValue.milliseconds(500));
            case "short" -> new Trial(folder, 1, 1, 1, TimeValue.milliseconds(100));
            default -> throw new IllegalArgumentException("No such mode: '" + mode + "'. It must be full or short.");
        };
    }

    /** Returns it in words. */
    String text() {
        return "the mean of %d rounds of %d ms after %d of warming up (%d on several threads), each in a JVM of its own with 2 GiB that it has touched before; of Dormouse and by hand on LMDB the median of %d JVMs below %,d rows"
                .formatted(rounds, round.convertTo(TimeUnit.MILLISECONDS), warmUps, warmUps(true), jvms, MANY_ROWS);
    }

    /** Measures an operation on a side. */
    Measurement run(Operation operation, Database side, int rows) throws RunnerException {
        ChainedOptionsBuilder options = options(Operations.class, operation.method())
                .forks(jvms(side, rows))
                .param("database", side.name())
                .param("rows", Integer.toString(rows))
                .param("folder", folder.toString())
                .warmupIterations(warmUps(operation.threads() > 1))
                .warmupTime(round)
                .measurementIterations(rounds)
                .measurementTime(round)
                .jvmArgsAppend(arguments(side));
        if (operation.threads() > 1) {
            options.threads(operation.threads());
        }
        Commits.noted(folder);
        double micros = score(options) / operation.threads();
        Map<String, Double> more = new HashMap<>();
        OptionalDouble transactions = Commits.noted(folder);
        if (operation.threads() > 1) {
            transactions.ifPresent(ratio -> more.put(Measurement.TRANSACTIONS, ratio));
        }
        if (side.isOnServer() && operation.threads() == 1 && OneInvocation.canDo(operation)) {
            List<String> commands = RoundTrips.of(operation, side, rows, folder);
            more.put(Measurement.ROUND_TRIPS, (double) commands.size());
            System.out.printf(Locale.ROOT, "%s, %s: %s%n", operation.title(), side, RoundTrips.summary(commands));
        }
        return new Measurement(rows, operation.title(), side.name(), micros, more);
    }

    private int warmUps(boolean hasSeveralThreads) {
        return hasSeveralThreads ? 2 * warmUps : warmUps;
    }

    private int jvms(Database side, int rows) {
        return rows < MANY_ROWS && !side.isPeer() && !side.isOnServer() ? jvms : 1;
    }

    /** Measures the start of a factory. */
    Measurement run(Class<?> operations, String operation, String provider, int entities) throws RunnerException {
        boolean isShort = rounds == 1;
        int starts = entities > MANY_ENTITIES ? 5 : 20;
        ChainedOptionsBuilder options = options(operations, operation)
                .forks(1)
                .param("provider", provider)
                .param("entities", Integer.toString(entities))
                .warmupIterations(isShort ? 1 : starts)
                .measurementIterations(isShort ? 1 : starts)
                .jvmArgsAppend(MEMORY.toArray(String[]::new));
        return new Measurement(entities, operation, StartTable.side(provider), score(options), Map.of());
    }

    private static ChainedOptionsBuilder options(Class<?> operations, String method) {
        return new OptionsBuilder()
                .include("^" + operations.getName().replace(".", "\\.") + "\\." + method + "$")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static double score(ChainedOptionsBuilder options) throws RunnerException {
        RunResult result = new Runner(options.build()).runSingle();
        if (!result.getParams().getTimeUnit().equals(TimeUnit.MICROSECONDS)) {
            throw new IllegalStateException("Not in microseconds: " + result.getPrimaryResult());
        }
        double[] scores = result.getBenchmarkResults().stream()
                .mapToDouble(jvm -> jvm.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        return scores[scores.length / 2];
    }

    private static String[] arguments(Database side) {
        List<String> arguments = new ArrayList<>(MEMORY);
        arguments.add(EnhancedClasses.argument());
        if (side.needsWeaving()) {
            arguments.add("-javaagent:" + eclipselink());
        }
        if (side.isOnServer()) {
            arguments.add(Server.argument());
        }
        return arguments.toArray(String[]::new);
    }

    private static String eclipselink() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(jar -> Path.of(jar).getFileName().toString().startsWith("eclipselink-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("EclipseLink is not on the class path"));
    }
}
