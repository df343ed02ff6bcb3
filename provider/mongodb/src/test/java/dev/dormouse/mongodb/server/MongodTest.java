package dev.dormouse.mongodb.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongodTest {

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

    @Test
    void theServerIsGoneWithAKilledJvm(@TempDir Path folder) throws Exception {
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.resolve("data").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        String line = told.readLine();
        while (line != null && !line.startsWith("keeper ")) {
            line = told.readLine();
        }
        assertThat(line).isNotNull();
        ProcessHandle keeper = ProcessHandle.of(Long.parseLong(line.substring("keeper ".length())))
                .orElseThrow();
        List<ProcessHandle> family = keeper.descendants().toList();
        assertThat(family).hasSizeGreaterThanOrEqualTo(2);
        child.destroyForcibly().waitFor();
        Awaiting.until(() -> !keeper.isAlive(), () -> "the keeper lives on");
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    /** A JVM that starts a server and then does nothing. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            ReplicaSet set = ReplicaSet.start(Path.of(arguments[0]), 1);
            System.out.println("keeper " + set.members().get(0).keeper().pid());
            Thread.sleep(Long.MAX_VALUE);
        }
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
