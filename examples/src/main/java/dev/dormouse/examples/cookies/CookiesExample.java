package dev.dormouse.examples.cookies;

import dev.dormouse.lmdb.LmdbDatabase;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** The program behind {@code examples/run cookies [FOLDER]}: the same on entities and on a typed map. */
public final class CookiesExample {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int COOKIES = 1000;

    private final CookieStore store;
    private final PrintStream out;

    CookiesExample(CookieStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    /**
     * Creates, authenticates, asks and purges, twice.
     *
     * @param arguments a folder for both, empty or not there yet; {@code target/cookies} if there is none
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/cookies");
        System.out.println("as entities");
        try (EntityManagerFactory factory = open("lmdb:" + folder.resolve("entities"))) {
            new CookiesExample(new EntityCookies(factory), System.out).run();
        }
        System.out.println("as a typed map");
        try (LmdbDatabase database = LmdbDatabase.open(folder.resolve("maps"))) {
            CookieStore store = new MapCookies(database);
            database.write(tx -> tx.map(MapCookies.COOKIES).truncate());
            new CookiesExample(store, System.out).run();
        }
    }

    static EntityManagerFactory open(String url) {
        return new PersistenceConfiguration("cookies")
                .provider("dev.dormouse.DormousePersistenceProvider")
                .managedClass(Cookie.class)
                .property("jakarta.persistence.jdbc.url", url)
                .property("jakarta.persistence.schema-generation.database.action", "drop-and-create")
                .createEntityManagerFactory();
    }

    /** Every tenth cookie is good for an hour, the others for a day; two and two are of one moment. */
    void run() {
        for (int i = 0; i < COOKIES; i++) {
            int maxAge = i % 10 == 0 ? 3600 : 86_400;
            store.create(new Cookie(new UUID(i, -i), "value-" + i, START.plusSeconds(i / 2), maxAge));
        }
        out.println("created " + store.count() + " cookies, two of each moment");
        try {
            store.create(new Cookie(new UUID(-1, -1), "value-7", START, 1));
            out.println("a value was taken twice");
        } catch (RuntimeException e) {
            out.println("a value that is taken is refused");
        }
        out.println(
                "by id: " + store.find(new UUID(5, -5)).map(Cookie::getValue).orElse("nothing"));
        out.println("by value: " + store.exists("value-999") + ", " + store.exists("value-1000"));
        Instant later = START.plusSeconds(1000);
        for (int i = 0; i < 40; i++) {
            store.authenticate("value-" + i, i % 2 == 0 ? "alice" : "bob", "user", later.plusNanos(i / 2));
        }
        out.println(
                "authenticating again writes: " + store.authenticate("value-0", "alice", "user", later.plusSeconds(1)));
        out.println("by authid: alice has " + store.of("alice").size() + ", bob has "
                + store.of("bob").size() + ", nobody has " + store.of("carol").size());
        out.println("signed out: " + store.authenticate("value-0", null, null, later.plusSeconds(2)) + ", alice has "
                + store.of("alice").size());
        out.println("changed in a nanosecond: " + store.modified(later.plusNanos(3), later.plusNanos(4)));
        out.println("changed in seconds 20 and 21 of the start: "
                + store.modified(START.plusSeconds(20), START.plusSeconds(22)).size());
        out.println("purged before anything is old: " + store.purge(START.plusSeconds(3599)));
        out.println("purged after two hours: " + store.purge(START.plusSeconds(7200)));
        out.println(
                "left: " + store.count() + ", alice has " + store.of("alice").size() + ", of the first moment "
                        + store.exists("value-0") + " and " + store.exists("value-1"));
    }
}
