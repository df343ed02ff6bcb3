package dev.dormouse.spec.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code docs/guide/faults.md}, row by row: exception and message are those of the table, and what was committed before is there after it. */
@EnabledIfSystemProperty(
        named = "dormouse.test.store",
        matches = "lmdb",
        disabledReason = "the faults are those of LMDB")
final class StoreFaultTest {

    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| `(\\w+)` \\| (DORM\\d{4}) \\|.*");
    private static final Pattern MESSAGE = Pattern.compile("(?s).*?(DORM\\d{4}) [^:]+: .*?'.+'.*?\\. .+?\\. .+?[.?].*");

    /** A unit that breaks a rule. */
    @Entity
    public static class WithoutId {
        int number;
    }

    private record Fault(String name, Function<Place, @Nullable Throwable> provoke) {}

    private static Fault query(String name, Consumer<EntityManager> work) {
        return new Fault(name, place -> place.inTransaction(Map.of(), work));
    }

    private static List<Fault> faults() {
        List<Fault> all = new ArrayList<>(List.of(
                query("JPQL that is malformed", m -> m.createQuery("SELECT p FORM Part p")),
                query("an unknown entity", m -> m.createQuery("SELECT p FROM Prat p")),
                query("an unknown attribute", m -> m.createQuery("SELECT p.nmae FROM Part p")),
                query("a parameter of an unknown name", m -> m.createQuery("SELECT p FROM Part p WHERE p.name = :name")
                        .setParameter("nmae", "x")),
                query("a parameter of a wrong type", m -> m.createQuery("SELECT p FROM Part p WHERE p.name = :name")
                        .setParameter("name", 5)),
                query("a primary key over 511 bytes", m -> m.persist(new Part("k".repeat(600), "n", 2))),
                query("a duplicate primary key", m -> m.persist(new Part("kept", "n", 2))),
                query("a duplicate unique value", m -> m.persist(new Part("new", "n", 1))),
                query("a null in a column that is not nullable", m -> m.persist(new Part("new", null, 2))),
                query(
                        "a value that is longer than its column",
                        m -> m.persist(new Part("new", "n", 2).marked("too long."))),
                query("a reference to an entity that is not persistent", m -> {
                    Part part = new Part("new", "n", 2);
                    part.next = new Part("other", "n", 3);
                    m.persist(part);
                }),
                new Fault("a mapping that is ill-formed", place -> place.atStart(Map.of(), WithoutId.class)),
                new Fault("an unknown setting", place -> place.atStart(Map.of("dormouse.isolatoin", "x"), Part.class)),
                new Fault(
                        "an unusable value of a setting",
                        place -> place.atStart(Map.of("dormouse.isolation", "x"), Part.class))));
        all.addAll(files());
        all.addAll(limits());
        return all;
    }

    private static List<Fault> files() {
        return List.of(
                new Fault("a file in place of the folder", place -> new Place(place.file())
                        .atStart(Map.of(), Part.class)),
                new Fault(
                        "a folder that cannot be made",
                        place -> new Place(place.file().resolve("below")).atStart(Map.of(), Part.class)),
                new Fault("a file that is not LMDB's", place -> place.damaged(bytes -> bytes[16]++, Integer.MAX_VALUE)),
                new Fault("a file of a newer LMDB", place -> place.damaged(bytes -> bytes[20]++, Integer.MAX_VALUE)),
                new Fault("a file that is cut short", place -> place.damaged(bytes -> {}, 5 * 4096)),
                // The format is a number of 8 bytes, highest first.
                new Fault(
                        "a store of a newer format",
                        place -> place.damaged(Place.raised("format", 7), Integer.MAX_VALUE)),
                new Fault("a corrupt record", place -> place.damaged(Place.raised("kept par", 0), Integer.MAX_VALUE)),
                new Fault(
                        "a change in a store that is open for reading",
                        place -> place.inTransaction(
                                Map.of("dormouse.lmdb.read-only", "true", "dormouse.schema", "strict"),
                                m -> m.persist(new Part("new", "n", 2)))),
                new Fault("settings that contradict those of an open factory", place -> {
                    try (EntityManagerFactory open = place.open()) {
                        assertThat(open.isOpen()).isTrue();
                        return place.atStart(Map.of("dormouse.lmdb.durability", "none"), Part.class);
                    }
                }));
    }

    private static List<Fault> limits() {
        Map<String, String> small = Map.of("dormouse.lmdb.map-size", "1MiB", "dormouse.lmdb.max-map-size", "1MiB");
        return List.of(
                new Fault(
                        "a map that is full at its maximum", place -> place.inTransaction(small, StoreFaultTest::fill)),
                new Fault(
                        "a map that must grow under an open stream of the same thread",
                        StoreFaultTest::growUnderStream),
                new Fault("a closed factory", place -> {
                    EntityManagerFactory factory = place.open();
                    factory.close();
                    return catchThrowable(factory::createEntityManager);
                }),
                new Fault("a closed manager", place -> {
                    try (EntityManagerFactory factory = place.open()) {
                        EntityManager manager = factory.createEntityManager();
                        manager.close();
                        return catchThrowable(() -> manager.find(Part.class, "kept"));
                    }
                }),
                new Fault("a manager that two threads use", place -> {
                    try (EntityManagerFactory factory = place.open();
                            EntityManager manager = factory.createEntityManager()) {
                        manager.getTransaction().begin();
                        Part part = manager.find(Part.class, "kept");
                        return CompletableFuture.supplyAsync(() -> catchThrowable(() -> manager.refresh(part)))
                                .join();
                    }
                }));
    }

    /** Fails at once while the stream is open, naming it; succeeds when it is closed. */
    private static @Nullable Throwable growUnderStream(Place place) {
        Map<String, String> small = Map.of(
                "dormouse.lmdb.map-size", "1MiB",
                "dormouse.lmdb.max-map-size", "16MiB",
                "dormouse.lmdb.growth-timeout", "1h");
        Throwable thrown;
        try (EntityManagerFactory factory = place.open(small, Part.class)) {
            factory.runInTransaction(m -> {
                for (int i = 0; i < 1_000; i++) {
                    m.persist(new Part("early " + i, "n", 1_000 + i));
                }
            });
            try (EntityManager reader = factory.createEntityManager();
                    Stream<Part> stream = reader.createQuery("SELECT p FROM Part p", Part.class)
                            .getResultStream()) {
                assertThat(stream.iterator().hasNext()).isTrue();
                thrown = catchThrowable(() -> factory.runInTransaction(StoreFaultTest::fill));
            }
            factory.runInTransaction(StoreFaultTest::fill);
            factory.runInTransaction(m -> assertThat(m.createQuery("DELETE FROM Part p WHERE p.code <> 'kept'")
                            .executeUpdate())
                    .isEqualTo(1_100));
        }
        assertThat(thrown).hasStackTraceContaining("stream of Part");
        return thrown;
    }

    private static void fill(EntityManager manager) {
        for (int i = 0; i < 100; i++) {
            manager.persist(new Part("part " + i, "x".repeat(20_000), 100 + i));
        }
    }

    static Stream<Arguments> cases() {
        return faults().stream().map(fault -> Arguments.of(fault.name(), fault));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aFaultIsWhatTheTableSaysAndLosesNothing(String name, Fault fault, @TempDir Path folder) {
        Place place = new Place(folder.resolve("store"));
        place.fill();

        Throwable thrown = Objects.requireNonNull(fault.provoke().apply(place), "nothing was thrown");

        assertThat("| " + name + " | `" + thrown.getClass().getSimpleName() + "` | " + id(thrown) + " |")
                .as(String.valueOf(thrown))
                .isEqualTo(rows().stream()
                        .filter(row -> row.startsWith("| " + name + " |"))
                        .findFirst()
                        .orElse("a row of the table"));
        assertThat(place.isWhole()).isTrue();
    }

    /** Returns the id of the message of the lowest cause that has one; every one must have the form of messages. */
    private static String id(Throwable thrown) {
        String id = "no message";
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String text = String.valueOf(each.getMessage());
            if (text.contains("DORM")) {
                Matcher message = MESSAGE.matcher(text);
                id = message.matches() ? message.group(1) : "not the form of a message: " + text;
            }
        }
        return id;
    }

    @Test
    void theTableHasNoOtherRows() {
        assertThat(rows().stream()
                        .map(row -> row.split(" \\| ", -1)[0].substring(2))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(
                        faults().stream().map(Fault::name).toList());
    }

    private static List<String> rows() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/guide/faults.md"), StandardCharsets.UTF_8)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> "| " + row.group(1) + " | `" + row.group(2) + "` | " + row.group(3) + " |")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
