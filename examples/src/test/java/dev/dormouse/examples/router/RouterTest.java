package dev.dormouse.examples.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.LmdbDatabase;
import dev.dormouse.lmdb.care.MapStatistics;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    /** Every entity but the two that share the table of their parent has a table, whose index entries belong to its rows. */
    private static void checkTables(LmdbDatabase database) {
        List<String> tables = Stream.concat(RouterUnit.MANAGEMENT.stream(), RouterUnit.SESSIONS.stream())
                .map(Class::getSimpleName)
                .filter(name -> !List.of("StaticFiles", "Websocket").contains(name))
                .toList();
        assertThat(tables).hasSize(22 + 3 + 1);
        assertThat(database.stats().maps()).extracting(MapStatistics::name).containsAll(tables);
        assertThat(database.verify().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "lmdb"})
    void theRoutersDatabasesAreOnePersistenceUnit(String store, @TempDir Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String url = store.equals("lmdb") ? "lmdb:" + folder : "memory:router-" + folder.getFileName();
        try (EntityManagerFactory factory = RouterUnit.open(url)) {
            new RouterExample(factory, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
            if (store.equals("lmdb")) {
                checkTables(factory.unwrap(LmdbDatabase.class));
            }
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "22 tables of the management, 4 of sessions and cookies, in one unit",
                        "user1 is user and may call com.example.user by [com.example.user, com.example]",
                        "user1 is user and may call com.example.guest.x by [com.example]",
                        "user1 is user and may call net.elsewhere by []",
                        "nobody is not known",
                        "principals of realm1: [guest0, guest1, guest2, user0, user1, user2]",
                        "realms of the role user: [realm1]",
                        "last events of subscription 900, newest first: [5198, 5196, 5194]",
                        "events of it in two nanoseconds: 4",
                        "node1 sent 6000 bytes in 3 records",
                        "node2 sent 6000 bytes in 3 records",
                        "calls of the day: 2676",
                        "services of web1: [/ StaticFiles, ws Websocket]",
                        "sessions still here: 2",
                        "role guest is held by principals and stays",
                        "role unused is deleted with its permissions",
                        "2 roles, 6 permissions, 2 roles in realms, 6 principals",
                        "cookies purged: 1");
    }
}
