package dev.dormouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All measurements, in a file with a line for each, from which the tables are made. A run replaces what it measures and leaves the rest. */
final class Results {

    private static final String COMMAND = "# ";
    private static final String PLAN = "> ";

    private final @Nullable Path file;
    private final List<String> commands = new ArrayList<>();
    private final Map<List<Object>, Measurement> measurements = new LinkedHashMap<>();
    private final Map<String, String> plans = new LinkedHashMap<>();

    private Results(@Nullable Path file) {
        this.file = file;
    }

    /** Returns empty ones that no file keeps. */
    static Results transientOnes() {
        return new Results(null);
    }

    /** Reads those of a file, which keeps what is added from now on. */
    static Results of(Path file) {
        Results results = new Results(file);
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(results::read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results;
    }

    private void read(String line) {
        if (line.startsWith(COMMAND)) {
            commands.add(line.substring(COMMAND.length()));
        } else if (line.startsWith(PLAN)) {
            int end = line.indexOf('|');
            plans.put(
                    line.substring(PLAN.length(), end), line.substring(end + 1).replace("\\n", "\n"));
        } else {
            put(Measurement.parse(line));
        }
    }

    private void put(Measurement measurement) {
        measurements.put(key(measurement.rows(), measurement.operation(), measurement.side()), measurement);
    }

    private static List<Object> key(int rows, String operation, String side) {
        return List.of(rows, operation, side);
    }

    /** Notes how measurements come about that follow. */
    void command(String command) {
        commands.removeIf(known -> quoted(known).equals(quoted(command)));
        commands.add(command);
    }

    private static String quoted(String command) {
        return command.substring(command.indexOf('`'), command.lastIndexOf('`'));
    }

    /** Adds one and writes the file. */
    void add(Measurement measurement) {
        put(measurement);
        write();
    }

    /** Forgets what was measured of a size, a side and operations before. */
    void forget(int rows, String side, Set<String> operations) {
        for (String operation : operations) {
            measurements.remove(key(rows, operation, side));
            plans.remove(planName(operation, side, rows));
        }
    }

    private static String planName(String operation, String side, int rows) {
        return operation + ", " + side + " at " + rows;
    }

    /** Adds the plans of a side for an operation. */
    void plan(Database side, int rows, Operation operation, String plan) {
        plans.put(planName(operation.title(), side.name(), rows), plan);
        write();
    }

    private void write() {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        commands.forEach(command -> lines.add(COMMAND + command));
        measurements.values().forEach(measurement -> lines.add(measurement.line()));
        plans.forEach((name, plan) -> lines.add(PLAN + name + "|" + plan.replace("\n", "\\n")));
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    Map<String, String> plans() {
        return new LinkedHashMap<>(plans);
    }

    Optional<Measurement> of(int rows, String operation, String side) {
        return Optional.ofNullable(measurements.get(key(rows, operation, side)));
    }

    @Nullable
    Double micros(int rows, Operation operation, @Nullable Database side) {
        return side == null
                ? null
                : of(rows, operation.title(), side.name())
                        .map(Measurement::micros)
                        .orElse(null);
    }

    /** Returns the sizes that were measured, the smallest first. */
    List<Integer> sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        List<String> names = Arrays.stream(Database.values()).map(Enum::name).toList();
        measurements.values().stream()
                .filter(measurement -> names.contains(measurement.side()))
                .forEach(measurement -> sizes.add(measurement.rows()));
        return List.copyOf(sizes);
    }
}
