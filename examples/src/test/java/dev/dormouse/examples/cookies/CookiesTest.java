package dev.dormouse.examples.cookies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.LmdbDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {

    private static void check(CookieStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CookiesExample(store, new PrintStream(bytes, true, StandardCharsets.UTF_8)).run();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "created 1000 cookies, two of each moment",
                        "a value that is taken is refused",
                        "by id: value-5",
                        "by value: true, false",
                        "authenticating again writes: false",
                        "by authid: alice has 20, bob has 20, nobody has 0",
                        "signed out: true, alice has 19",
                        "changed in a nanosecond: [value-6, value-7]",
                        "changed in seconds 20 and 21 of the start: 4",
                        "purged before anything is old: 0",
                        "purged after two hours: 100",
                        "left: 900, alice has 16, of the first moment false and true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "lmdb"})
    void cookiesAsEntities(String store, @TempDir Path folder) {
        String url = store.equals("lmdb") ? "lmdb:" + folder : "memory:cookies-" + folder.getFileName();
        try (EntityManagerFactory factory = CookiesExample.open(url)) {
            check(new EntityCookies(factory));
            if (store.equals("lmdb")) {
                LmdbDatabase database = factory.unwrap(LmdbDatabase.class);
                long indexes = 4;
                assertThat(database.stats().map("Cookie").rows()).isEqualTo(900);
                assertThat(database.stats().map("Cookie").entries())
                        .as("no entry of a purged cookie")
                        .isEqualTo(900 * indexes);
                assertThat(database.verify().problems()).isEmpty();
            }
        }
    }

    @Test
    void cookiesAsTypedMap(@TempDir Path folder) {
        try (LmdbDatabase database = LmdbDatabase.open(folder)) {
            MapCookies store = new MapCookies(database);
            check(store);
            List<Long> entries = database.read(tx -> List.of(
                    tx.map(MapCookies.COOKIES).by(MapCookies.BY_VALUE).count(),
                    tx.map(MapCookies.COOKIES).by(MapCookies.BY_AUTHID).count(),
                    tx.map(MapCookies.COOKIES).by(MapCookies.BY_MODIFIED).count(),
                    tx.map(MapCookies.COOKIES).by(MapCookies.BY_EXPIRY).count()));
            assertThat(entries).as("no entry of a purged cookie").containsExactly(900L, 36L, 900L, 900L);
            assertThat(database.verify().problems()).isEmpty();
        }
    }
}
