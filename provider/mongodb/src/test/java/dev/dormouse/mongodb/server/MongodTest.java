package dev.dormouse.mongodb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MongodTest {

    private static final long INTERRUPT = 1 << 1;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void aClassHasADatabaseWithTransactions() {
        assertThat(DATABASE.raw().listCollectionNames()).isEmpty();
        try (MongoClient client = MongoClients.create(DATABASE.url());
                var session = client.startSession()) {
            var documents = client.getDatabase(DATABASE.name()).getCollection("numbers");
            session.withTransaction(() -> documents.insertOne(session, new Document("_id", 1)));
        }
        assertThat(DATABASE.documents("numbers")).hasToString("[{\"_id\": 1}]");
    }

    @Test
    void keptDataAreThereAgainOnAnotherPort(@TempDir Path folder) {
        try (ReplicaSet set = ReplicaSet.startKept(folder);
                MongoClient client = MongoClients.create(set.url("kept"))) {
            client.getDatabase("kept").getCollection("numbers").insertOne(new Document("_id", 7));
        }
        try (ReplicaSet set = ReplicaSet.startKept(folder);
                MongoClient client = MongoClients.create(set.url("kept"))) {
            assertThat(client.getDatabase("kept")
                            .getCollection("numbers")
                            .find()
                            .first())
                    .isEqualTo(new Document("_id", 7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT", "TERM"})
    void theServerIsGoneWithItsJvm(String signal, @TempDir Path folder) throws Exception {
        assumeFalse(signal.equals("INT") && isInterruptIgnored(), "what a shell runs in the background ignores INT");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunWithServer.class.getName(),
                        folder.resolve("kept").toString(),
                        Child.class.getName(),
                        "numbers"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        String line = told.readLine();
        while (line != null && !line.equals("here")) {
            line = told.readLine();
        }
        assertThat(line).isEqualTo("here");
        List<ProcessHandle> family = child.descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(3);
        new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid()))
                .start()
                .waitFor();
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        for (ProcessHandle member : family) {
            Awaiting.until(() -> !member.isAlive(), () -> member.info() + " lives on");
        }
        assertThat(folder.resolve("kept/member-0/mongod.log")).content().contains("\"exitCode\":0");
    }

    /** Children inherit it, and a JVM then leaves it at that. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
    }

    /** A program that uses its server for ever. */
    public static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (MongoClient client = MongoClients.create(arguments[0])) {
                client.getDatabase("numbers").getCollection("numbers").insertOne(new Document());
                System.out.println("here");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void theDataOfATestGoWithItsServer(@TempDir Path folder) {
        Path data = folder.resolve("data");
        try (ReplicaSet set = ReplicaSet.start(data, 1)) {
            assertThat(set.members().get(0).isRunning()).isTrue();
            assertThat(Files.exists(data)).isTrue();
        }
        assertThat(Files.exists(data)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "mongodb://h:1/?replicaSet=r, mongodb://h:1/d?replicaSet=r",
                "mongodb://h:1, mongodb://h:1/d",
                "mongodb://h:1/x, mongodb://h:1/d",
                "mongodb://u:p@h:1/x, mongodb://u:p@h:1/d?authSource=x",
                "mongodb://u:p@h:1/x?authSource=admin, mongodb://u:p@h:1/d?authSource=admin",
                "mongodb+srv://u:p@h/?w=1, mongodb+srv://u:p@h/d?w=1",
            })
    void anAddressTakesAnotherDatabase(String uri, String expected) {
        assertThat(SharedServer.url(uri, "d")).isEqualTo(expected);
    }
}
