package dev.dormouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** What a table was measured on. */
public final class Machine {

    private Machine() {}

    static String describe(String pattern, int rows, List<String> sides) throws IOException {
        return """
                # Results

                %s `benchmarks/run '%s' %d%s`

                Microseconds an invocation, the mean of three seconds after four of warming up; with several threads, the time divided by their number.
                "of by hand" is the time of Dormouse divided by that of the hand-written code with the same durability; "best peer" is the time of the
                faster peer divided by that of Dormouse. Shared caches are off. H2 does not flush at commit and neither does Dormouse in the first
                table (`dormouse.lmdb.durability=interval`); every commit of the second table is durable, SQLite with WAL and synchronous=FULL.

                """
                .formatted(
                        here(),
                        pattern,
                        rows,
                        sides.stream().map(side -> " " + side).collect(Collectors.joining()));
    }

    /** Describes the tables of typed maps. */
    public static String maps(String pattern) throws IOException {
        return """
                # Typed maps

                %s `benchmarks/run maps '%s'`

                Nanoseconds a row, the mean of five seconds after five of warming up; for the benches of the ancestor the mean of five runs after two. "of by hand" is the
                time of typed maps divided by that of hand-written code on lmdbjava which stores the same bytes. Durable: each commit waits for the disk.

                """
                .formatted(here(), pattern);
    }

    private static String here() throws IOException {
        return "%s, %d processors (%s), Java %s, %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name"));
    }

    private static String processor() throws IOException {
        Path information = Path.of("/proc/cpuinfo");
        List<String> lines = Files.exists(information) ? Files.readAllLines(information) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
