package dev.dormouse.lmdb.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.lmdb.internal.environment.Child;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.store.CheckReport;
import dev.dormouse.store.Store;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a newer JDK has, in a child of it. */
class NewerJdkTest {

    private static final int THREADS = 1_000;

    private final Path folder;

    /** Lets virtual threads commit. */
    static final class VirtualCommitters {
        public static void main(String[] arguments) throws Exception {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            CountDownLatch done = new CountDownLatch(THREADS);
            AtomicInteger failures = new AtomicInteger();
            try (Store store = Stores.open(Path.of(arguments[0]))) {
                Stores.item(store);
                for (int i = 0; i < THREADS; i++) {
                    long id = i;
                    start.invoke(null, (Runnable) () -> {
                        try {
                            Stores.insert(store, id, "virtual");
                            if (Stores.find(store, id) == null) {
                                failures.incrementAndGet();
                            }
                        } catch (RuntimeException e) {
                            e.printStackTrace();
                            failures.incrementAndGet();
                        }
                        done.countDown();
                    });
                }
                done.await();
                CheckReport report = store.check();
                System.out.println("records " + report.records() + " failures " + failures + " " + report.problems());
            }
        }
    }

    private static Path newestJdk() throws IOException {
        List<Path> homes = new ArrayList<>();
        String named = System.getenv("DORMOUSE_NEWER_JDK");
        if (named != null) {
            homes.add(Path.of(named));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> each = Files.list(installed)) {
                each.forEach(homes::add);
            }
        }
        Optional<Path> newest = homes.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                .filter(home -> version(home) >= 24)
                .max(java.util.Comparator.comparingInt(NewerJdkTest::version));
        Assumptions.assumeTrue(newest.isPresent(), "no JDK of version 24 or newer is installed");
        return newest.orElseThrow();
    }

    private static int version(Path home) {
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            Properties release = new Properties();
            release.load(reader);
            return Integer.parseInt(
                    release.getProperty("JAVA_VERSION", "0").replace("\"", "").split("[.+-]", 2)[0]);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    NewerJdkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_thousand_virtual_threads_commit_and_only_the_documented_warnings_are_printed() throws Exception {
        Path jdk = newestJdk();
        try (Child child = Child.start(jdk, List.of(), VirtualCommitters.class, folder)) {
            List<String> lines = child.rest();
            assertThat(lines).contains("records " + THREADS + " failures 0 []");
            assertThat(lines)
                    .filteredOn(line -> !line.startsWith("records") && !line.isEmpty())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("WARNING: "))
                    .anyMatch(line -> line.contains("java.lang.System::load"))
                    .anyMatch(line -> line.contains("sun.misc.Unsafe"));
            assertThat(child.exit()).isZero();
        }
    }

    /** Commits once. */
    static final class QuietCommitter {
        public static void main(String[] arguments) {
            try (Store store = Stores.open(Path.of(arguments[0]), DormouseSettings.LMDB_COMPRESSION, "zstd")) {
                Stores.insert(store, 1, "again and ".repeat(50));
                System.out.println("name " + (Stores.find(store, 1) != null));
            }
        }
    }

    @Test
    void before_jdk_24_nothing_is_printed() throws Exception {
        Path running = Path.of(System.getProperty("java.home"));
        Assumptions.assumeTrue(version(running) < 24, "the JDK that runs the tests prints the documented warnings");
        try (Child child = Child.start(running, List.of(), QuietCommitter.class, folder)) {
            assertThat(child.rest()).containsExactly("name true");
        }
    }

    @Test
    void the_documented_flags_silence_the_warnings() throws Exception {
        Path jdk = newestJdk();
        List<String> flags = List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
        assertThat(Files.readString(Path.of("../../docs/guide/lmdb.md"))).contains(String.join(" ", flags));
        try (Child child = Child.start(jdk, flags, VirtualCommitters.class, folder)) {
            assertThat(child.rest()).containsExactly("records " + THREADS + " failures 0 []");
        }
    }
}
