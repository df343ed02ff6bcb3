package dev.dormouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a table was measured on. */
public final class Machine {

    private Machine() {}

    /** Begins the tables of operations. */
    static String results(List<String> commands) {
        return """
                # Results

                %s

                Versions: %s.

                Microseconds an invocation; with several threads, the time divided by their number. "plain" and "enhanced" are Dormouse without and with the build plugin. "of by hand" is the time of enhanced classes divided by that of the hand-written code under the same conditions, "limit"
                how much that may be; "best peer" is the time of the faster peer divided by that of enhanced classes; "plain / enhanced" may be 1.5. All sides are filled once, and
                what writes does so in a copy. The sides of a row follow each other.

                """
                .formatted(String.join("\n\n", commands), versions());
    }

    /** The libraries of the peers, as their jars are named. */
    private static String versions() {
        List<String> wanted = List.of(
                "hibernate-core",
                "eclipselink",
                "h2",
                "sqlite-jdbc",
                "lmdbjava",
                "mongodb-driver-sync",
                "caffeine",
                "jmh-core");
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(jar -> Path.of(jar).getFileName().toString())
                .filter(jar -> wanted.stream().anyMatch(name -> jar.matches(name + "-\\d.*\\.jar")))
                .map(jar -> jar.replace(".jar", ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Describes the tables of typed maps. */
    public static String maps(String pattern) throws IOException {
        return """
                # Typed maps

                %s `benchmarks/run maps '%s'`

                Nanoseconds a row, the mean of nine seconds in three JVMs, each after three seconds of warming up; for the benches of the ancestor the mean of five runs after
                two. "of by hand" is the time of typed maps divided by that of hand-written code on lmdbjava which stores the same bytes. Durable: each commit waits for the
                disk; only what writes is run so, a thousand rows a commit, ten thousand in the benches of the ancestor. A row meets its limit if both quotients do.

                """
                .formatted(here(), pattern);
    }

    static String here() throws IOException {
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
