package dev.dormouse.lmdb.internal.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.internal.binding.NativeException;
import dev.dormouse.lmdb.internal.binding.NativeMap;
import dev.dormouse.lmdb.internal.binding.NativeTransaction;
import dev.dormouse.settings.DormouseSettings;
import dev.dormouse.settings.SettingValues;
import dev.dormouse.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

    private final Path folder;

    static EnvironmentOptions options(Path folder, String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return EnvironmentOptions.of(folder, new SettingValues(map));
    }

    EnvironmentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static DirectBuffer bytes(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Math.max(1, bytes.length)));
        buffer.putBytes(0, bytes);
        return buffer;
    }

    static void put(Environment environment, NativeMap dbi, String key, DirectBuffer value) {
        try (NativeTransaction txn = environment.env().write()) {
            dbi.put(txn, bytes(key), value);
            long id = txn.id();
            txn.commit();
            environment.committed(id);
        }
    }

    static NativeMap map(Environment environment) {
        return map(environment, "map");
    }

    private static NativeMap map(Environment environment, String name) {
        try (NativeTransaction txn = environment.env().write()) {
            NativeMap map = txn.map(name, true, false);
            txn.commit();
            return map;
        }
    }

    @Test
    void one_environment_is_shared_until_the_last_user_has_left() {
        Environment first = Environment.open(options(folder));
        Environment second = Environment.open(options(folder));
        assertThat(second).isSameAs(first);
        first.close();
        assertThat(first.isClosed()).isFalse();
        second.close();
        assertThat(first.isClosed()).isTrue();
        Environment third = Environment.open(options(folder));
        assertThat(third).isNotSameAs(first);
        third.close();
    }

    @Test
    void an_environment_stays_open_while_a_snapshot_is_open() {
        Environment environment = Environment.open(options(folder));
        Lease lease = environment.readers().lease("test");
        environment.close();
        assertThat(environment.isClosed()).isFalse();
        assertThat(lease.snapshot()).isZero();
        lease.close();
        assertThat(environment.isClosed()).isTrue();
    }

    @Test
    void a_parked_snapshot_does_not_keep_an_environment_open() {
        Environment environment = Environment.open(options(folder));
        Lease lease = environment.readers().lease("test");
        lease.park();
        environment.close();
        assertThat(environment.isClosed()).isTrue();
        assertThat(lease.unpark()).isFalse();
    }

    @Test
    void settings_must_agree() {
        try (Environment environment = Environment.open(options(folder))) {
            assertThat(environment.isClosed()).isFalse();
            assertThatThrownBy(() -> Environment.open(options(folder, DormouseSettings.LMDB_DURABILITY, "none")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0801")
                    .hasMessageContaining("dormouse.lmdb.durability");
        }
    }

    @Test
    void snapshots_are_renewed_and_parked_ones_taken_away() {
        try (Environment environment = Environment.open(options(folder))) {
            NativeMap dbi = map(environment);
            put(environment, dbi, "a", bytes("1"));
            Lease lease = environment.readers().lease("test");
            put(environment, dbi, "a", bytes("2"));
            assertThat(Objects.requireNonNull(dbi.get(lease.txn(), bytes("a"))).getByte(0))
                    .isEqualTo((byte) '1');
            lease.renew();
            assertThat(Objects.requireNonNull(dbi.get(lease.txn(), bytes("a"))).getByte(0))
                    .isEqualTo((byte) '2');
            lease.park();
            assertThat(lease.unpark()).isTrue();
            lease.park();
            environment.sweep();
            assertThat(lease.unpark()).isFalse();
            lease.close();
            assertThat(environment.readers().busy()).isZero();
        }
    }

    @Test
    void a_snapshot_serves_the_next_lease_until_something_was_committed() {
        try (Environment environment = Environment.open(options(folder))) {
            NativeMap dbi = map(environment);
            put(environment, dbi, "a", bytes("1"));
            for (int i = 2; i < 6; i++) {
                assertThat(text(environment, dbi)).isEqualTo(String.valueOf(i - 1));
                assertThat(text(environment, dbi)).isEqualTo(String.valueOf(i - 1));
                put(environment, dbi, "a", bytes(String.valueOf(i)));
            }
            text(environment, dbi);
            NativeMap younger = map(environment, "younger");
            put(environment, younger, "a", bytes("6"));
            assertThat(text(environment, younger)).isEqualTo("6");
        }
    }

    private static String text(Environment environment, NativeMap map) {
        try (Lease lease = environment.readers().lease("test")) {
            return Objects.requireNonNull(lease.get(map, bytes("a"))).getStringWithoutLengthUtf8(0, 1);
        }
    }

    @Test
    void every_lease_sees_what_was_committed_before_it() throws Exception {
        try (Environment environment = Environment.open(options(folder))) {
            NativeMap dbi = map(environment);
            AtomicLong told = new AtomicLong();
            AtomicLong wrong = new AtomicLong();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread thread = new Thread(() -> {
                    long last = 0;
                    while (last < 400) {
                        last = told.get();
                        try (Lease lease = environment.readers().lease("test")) {
                            DirectBuffer seen = lease.get(dbi, bytes("a"));
                            if (last > 0 && (seen == null || seen.getLong(0) < last)) {
                                wrong.incrementAndGet();
                            }
                        }
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (long i = 1; i <= 400; i++) {
                UnsafeBuffer value = new UnsafeBuffer(ByteBuffer.allocateDirect(Long.BYTES));
                value.putLong(0, i);
                put(environment, dbi, "a", value);
                told.set(i);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(wrong).hasValue(0);
            assertThat(environment.readers().busy()).isZero();
        }
    }

    @Test
    void many_leases_share_few_slots() {
        try (Environment environment = Environment.open(options(folder, DormouseSettings.LMDB_MAX_READERS, "2"))) {
            List<Lease> leases = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Lease lease = environment.readers().lease("reader " + i);
                lease.park();
                leases.add(lease);
            }
            assertThat(leases.stream().filter(Lease::unpark).toList()).hasSize(2);
            leases.forEach(Lease::close);
            assertThat(environment.readers().busy()).isZero();
        }
    }

    @Test
    void a_full_map_grows_once_streams_are_closed() throws Exception {
        EnvironmentOptions small = options(
                folder,
                DormouseSettings.LMDB_MAP_SIZE,
                "1MiB",
                DormouseSettings.LMDB_MAX_MAP_SIZE,
                "16MiB",
                DormouseSettings.LMDB_GROWTH_TIMEOUT,
                "200ms");
        try (Environment environment = Environment.open(small)) {
            NativeMap dbi = map(environment);
            DirectBuffer big = new UnsafeBuffer(ByteBuffer.allocateDirect(2 << 20));
            assertThatThrownBy(() -> put(environment, dbi, "big", big)).isInstanceOf(NativeException.class);
            Lease stream = environment.readers().lease("scan of BIG");
            assertThatThrownBy(() -> environment.grow(List.of(Thread.currentThread())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0814")
                    .hasMessageContaining("scan of BIG");
            CountDownLatch done = new CountDownLatch(1);
            List<Throwable> failures = new ArrayList<>();
            Thread other = new Thread(() -> {
                try {
                    environment.grow(List.of(Thread.currentThread()));
                } catch (StoreException e) {
                    failures.add(e);
                }
                done.countDown();
            });
            other.start();
            done.await();
            assertThat(failures).singleElement().asString().contains("scan of BIG");
            stream.close();
            // What the pool keeps hinders nobody.
            environment.readers().lease("short").close();
            environment.grow(List.of(Thread.currentThread()));
            environment.grow(List.of(Thread.currentThread()));
            put(environment, dbi, "big", big);
            Lease lease = environment.readers().lease("test");
            assertThat(Objects.requireNonNull(dbi.get(lease.txn(), bytes("big")))
                            .capacity())
                    .isEqualTo(2 << 20);
            lease.close();
        }
    }

    @Test
    void a_file_that_is_not_lmdb_is_refused_and_left_alone() throws IOException {
        Path file = folder.resolve("data.mdb");
        Files.writeString(file, "x".repeat(10_000));
        assertThatThrownBy(() -> Environment.open(options(folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0807");
        assertThat(Files.readString(file)).hasSize(10_000);
        Files.delete(file);
        Environment.open(options(folder)).close();
    }

    @Test
    void a_file_of_a_newer_lmdb_is_refused() throws IOException {
        Environment.open(options(folder)).close();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("data.mdb").toFile(), "rw")) {
            file.seek(20);
            file.write(7);
        }
        assertThatThrownBy(() -> Environment.open(options(folder)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0808");
    }

    @Test
    void a_truncated_file_is_refused() throws IOException {
        try (Environment environment = Environment.open(options(folder))) {
            NativeMap dbi = map(environment);
            for (int i = 0; i < 100; i++) {
                put(environment, dbi, "key" + i, new UnsafeBuffer(ByteBuffer.allocateDirect(1_000 * (i % 10 + 1))));
            }
        }
        Path file = folder.resolve("data.mdb");
        byte[] whole = Files.readAllBytes(file);
        for (int pages = 1; pages < whole.length >> 12; pages += 7) {
            Files.write(file, java.util.Arrays.copyOf(whole, pages << 12));
            assertThatThrownBy(() -> Environment.open(options(folder)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0809");
        }
        Files.write(file, whole);
        Environment.open(options(folder)).close();
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Environment.open(options(file)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0805");
    }

    @Test
    void a_reader_needs_an_existing_store() {
        assertThatThrownBy(
                        () -> Environment.open(options(folder.resolve("no"), DormouseSettings.LMDB_READ_ONLY, "true")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("DORM0804");
    }

    /** Opens a store and holds it until it is told to end. */
    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (Environment environment = Environment.open(options(Path.of(arguments[0])))) {
                System.out.println("open " + environment.isClosed());
                int end = System.in.read();
                System.out.println("end " + end);
            } catch (StoreException e) {
                System.out.println("refused " + e.getMessage());
            }
        }
    }

    @Test
    void a_second_writing_process_is_refused_a_reading_one_is_not() throws Exception {
        try (Child child = Child.start(Holder.class, folder)) {
            child.await("open");
            assertThatThrownBy(() -> Environment.open(options(folder)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("DORM0803");
            Environment.open(options(folder, DormouseSettings.LMDB_READ_ONLY, "true"))
                    .close();
            child.tell("end");
            child.await("end");
            assertThat(child.exit()).isZero();
        }
        Environment.open(options(folder)).close();
    }

    @Test
    void a_second_class_loader_is_refused() throws Exception {
        URL[] urls = java.util.Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(java.io.File.pathSeparator, -1))
                .map(EnvironmentTest::url)
                .toArray(URL[]::new);
        try (Environment environment = Environment.open(options(folder));
                URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            assertThat(environment.isClosed()).isFalse();
            Method open = loader.loadClass(Opener.class.getName()).getMethod("open", String.class);
            assertThatThrownBy(() -> open.invoke(null, folder.toString()))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("DORM0802");
        }
        Environment.open(options(folder)).close();
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** Is loaded a second time. */
    public static final class Opener {
        private Opener() {}

        public static void open(String folder) {
            Environment.open(options(Path.of(folder))).close();
        }
    }

    @Test
    void interval_flushes_in_the_background() {
        try (Environment environment = Environment.open(options(
                folder, DormouseSettings.LMDB_DURABILITY, "interval", DormouseSettings.LMDB_FLUSH_INTERVAL, "1ms"))) {
            NativeMap dbi = map(environment);
            for (int i = 0; i < 50; i++) {
                put(environment, dbi, "key" + i, bytes("value"));
            }
            assertThat(environment.options().flushInterval()).isEqualTo(Duration.ofMillis(1));
        }
        try (Environment environment = Environment.open(options(folder))) {
            NativeMap dbi = map(environment);
            Lease lease = environment.readers().lease("test");
            assertThat(dbi.size(lease.txn())).isEqualTo(50);
            lease.close();
        }
    }
}
