package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM whose agent hands its classes to the transformer, as those of containers do. */
class AgentTest {

    private final Path folder;

    AgentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path agent() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", TransformingAgent.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private String run(String moment) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agent() + "=" + moment,
                        "-Xverify:all",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        AgentApplication.class.getName(),
                        moment)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void anAgentThatIsThereFromTheBeginningEnhances() throws Exception {
        assertThat(run("early"))
                .contains("enhanced true")
                .contains("loaded false")
                .contains("found Arrakis")
                .doesNotContain("DORM0208");
    }

    @Test
    void anAgentThatComesLateLeavesTheClassPlainAndSaysSo() throws Exception {
        assertThat(run("late"))
                .contains("DORM0208")
                .contains("'" + AgentApplication.Novel.class.getName() + "'")
                .contains("it was loaded before the transformer came")
                .contains("enhanced false")
                .contains("loaded true")
                .contains("found Arrakis")
                .doesNotContain("VerifyError");
    }
}
