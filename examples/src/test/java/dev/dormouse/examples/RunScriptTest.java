package dev.dormouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code examples/run NAME mongodb} takes its server with it, also where it is interrupted. What Maven would build is built already. */
@Timeout(120)
class RunScriptTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    /** Ctrl-C reaches all processes of a terminal; others may mean the script alone. */
    @ParameterizedTest
    @ValueSource(strings = {"-%d", "%d"})
    void anInterruptLeavesNothingBehind(String target, @TempDir Path folder) throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Process script = start(folder, scratch);
        List<ProcessHandle> family;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
            String line = told.readLine();
            while (line != null && !line.startsWith("MongoDB for this run: ")) {
                line = told.readLine();
            }
            assertThat(line).isNotNull();
            family = script.descendants().toList();
            new ProcessBuilder("kill", "-INT", "--", target.formatted(script.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            while (line != null) {
                line = told.readLine();
            }
        }
        assertThat(family).isNotEmpty();
        assertThat(script.waitFor()).isNotZero();
        for (ProcessHandle member : family) {
            member.onExit().get(60, TimeUnit.SECONDS);
        }
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }

    private static Process start(Path folder, Path scratch) throws IOException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path maven = Files.writeString(programs.resolve("mvn"), "#!/bin/sh\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        Files.writeString(PROJECT.resolve("examples/target/classpath-test"), System.getProperty("java.class.path"));
        ProcessBuilder script =
                new ProcessBuilder("setsid", PROJECT.resolve("examples/run").toString(), "associations", "mongodb");
        script.environment().remove("DORMOUSE_MONGODB_URI");
        script.environment().put("TMPDIR", scratch.toString());
        script.environment()
                .merge(
                        "PATH",
                        programs + ":" + Path.of(System.getProperty("java.home"), "bin"),
                        (before, first) -> first + ":" + before);
        return script.redirectErrorStream(true).start();
    }
}
