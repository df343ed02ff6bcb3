package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.People.Person;
import dev.dormouse.lmdb.internal.store.LmdbMapStore;
import dev.dormouse.lmdb.internal.store.LmdbStoreProvider;
import dev.dormouse.lmdb.internal.typed.ByteMap;
import dev.dormouse.lmdb.internal.typed.ByteMaps;
import dev.dormouse.lmdb.internal.typed.ExclusiveTransaction;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.schema.MapIndex;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueTypes;
import dev.dormouse.store.StoreException;
import dev.dormouse.store.record.KeyBuffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof of a closed file: rows, index entries and members of sets. */
class ClosedFileTest {

    private static final SetType<String> TEXTS = ValueTypes.setOf(KeyTypes.string());
    private static final MapDescriptor<Long, Set<String>> SETS = MapDescriptor.of(
                    "sets", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0071", KeyTypes.int64(), TEXTS)
            .with(MapIndex.ofMembers("by_member", TEXTS));

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private LmdbDatabase open(String name) {
        return LmdbDatabase.open(folder.resolve(name)).open(People.PEOPLE, SETS);
    }

    private void fill() {
        try (LmdbDatabase database = open("one")) {
            database.write(tx -> LongStream.range(0, 500).forEach(n -> {
                tx.map(People.PEOPLE)
                        .put(n, Person.of("e" + n, n % 2 == 0 ? "n" + n : null, "city " + n % 7, "a", "b"));
                tx.map(SETS).put(n, Set.of("m" + n % 10, "all"));
            }));
        }
    }

    private List<String> problems(MapDescriptor<?, ?>... declared) {
        return LmdbDatabase.verify(folder.resolve("one"), declared).problems();
    }

    /** Writes past the typed maps, as a defect would. */
    private void damage(MapDescriptor<?, ?> map, BiConsumer<ExclusiveTransaction, ByteMap> work) {
        try (LmdbDatabase database = open("one")) {
            LmdbMapStore store = LmdbStoreProvider.share(database.path(), Map.of());
            try {
                ExclusiveTransaction transaction = ByteMaps.of(store).write(Duration.ofSeconds(30));
                try {
                    work.accept(
                            transaction,
                            Objects.requireNonNull(ByteMaps.of(store).find(map.uuid())));
                    transaction.commit();
                } finally {
                    transaction.rollback();
                }
            } finally {
                store.environment().close();
            }
        }
    }

    private static KeyBuffer bytes(String hex) {
        return KeyBuffer.of(HexFormat.of().parseHex(hex));
    }

    private static KeyBuffer row(long key) {
        return new KeyBuffer().putLowest(key ^ Long.MIN_VALUE, 8);
    }

    @Test
    void a_sound_file_has_no_problems_whoever_declares_its_maps() {
        fill();
        assertThat(problems()).isEmpty();
        assertThat(problems(People.PEOPLE)).isEmpty();
        assertThat(problems(People.PEOPLE, SETS)).isEmpty();
        assertThat(problems(People.PLAIN)).isEmpty();
        assertThat(problems(
                        MapDescriptor.of("people", People.PEOPLE.uuid(), KeyTypes.string(), People.PEOPLE.valueType())))
                .anySatisfy(problem -> assertThat(problem).contains("DORM1102", "key type"));
    }

    @Test
    void an_entry_of_no_row_is_found_without_declarations() {
        fill();
        damage(People.PEOPLE, (tx, map) -> tx.delete(map, row(7)));
        assertThat(problems())
                .hasSize(4)
                .allSatisfy(problem -> assertThat(problem).contains("'people'", "of no row", "8000000000000007"))
                .anySatisfy(problem -> assertThat(problem).contains("index by_city"))
                .anySatisfy(problem -> assertThat(problem).contains("index by_email"));
    }

    @Test
    void a_unique_key_of_two_rows_is_found_without_declarations() {
        fill();
        damage(People.PEOPLE, (tx, map) -> tx.addEntry(map, 1, false, bytes("653700"), row(8)));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("'people'", "index by_email", "653700", "stands for two rows");
    }

    @Test
    void a_missing_or_wrong_entry_is_found_where_the_map_is_declared() {
        fill();
        damage(People.PEOPLE, (tx, map) -> {
            assertThat(tx.deleteEntry(map, 1, bytes("653700"), row(7))).isTrue();
            tx.addEntry(map, 3, false, bytes("6300"), row(9));
        });
        assertThat(problems()).isEmpty();
        assertThat(problems(People.PEOPLE, SETS))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("'people'", "lacks an entry", "8000000000000007"))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("'people'", "index by_tag", "does not ask for", "8000000000000009"));
    }

    @Test
    void members_are_proved_against_rows_and_their_indexes() {
        fill();
        damage(SETS, (tx, map) -> {
            assertThat(tx.deleteEntry(map, ByteMap.MEMBERS, row(3), bytes("6d3300")))
                    .isTrue();
        });
        assertThat(problems()).isEmpty();
        assertThat(problems(SETS)).singleElement().asString().contains("'sets'", "by_member", "does not ask for");
        damage(SETS, (tx, map) -> tx.addEntry(map, ByteMap.MEMBERS, false, row(1000), bytes("6d3300")));
        assertThat(problems()).singleElement().asString().contains("'sets'", "members", "of no row");
    }

    @Test
    void a_flipped_bit_in_a_closed_file_is_found_with_map_and_key() throws IOException {
        String text = "the text that will be damaged";
        try (LmdbDatabase database = open("one")) {
            database.write(tx -> tx.map(People.PEOPLE).put(77L, Person.of("a@x", null, text)));
            assertThatThrownBy(() -> LmdbDatabase.verify(folder.resolve("one"))).isInstanceOf(RuntimeException.class);
        }
        assertThat(problems()).isEmpty();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("one/data.mdb").toFile(), "rw")) {
            byte[] bytes = new byte[(int) file.length()];
            file.readFully(bytes);
            String all = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
                file.seek(at + 5);
                file.write(bytes[at + 5] ^ 4);
            }
        }
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem).contains("people").contains("800000000000004d"));
    }

    static Stream<Arguments> strangeValues() {
        return Stream.of(
                Arguments.of("a record of a table", sealed(1, 0), "DORM0828"),
                Arguments.of("nothing", new byte[0], "DORM0828"),
                Arguments.of("an unknown compression", sealed(3, 9), "DORM0836"),
                Arguments.of("a checksum that does not agree", new byte[] {3, 0, 1, 0, 0, 0, 0, 0, 7}, "DORM0823"));
    }

    /** A value of version 1 whose checksum agrees. */
    private static byte[] sealed(int format, int compression) {
        byte[] value = {(byte) format, (byte) compression, 1, 0, 0, 0, 0, 0, 7};
        CRC32C checksum = new CRC32C();
        checksum.update(value, 0, 4);
        checksum.update(value, 8, 1);
        ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) checksum.getValue());
        return value;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangeValues")
    void a_value_that_no_map_wrote_is_refused_with_its_map(String what, byte[] value, String message) {
        fill();
        UnsafeBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(value.length));
        direct.putBytes(0, value);
        damage(People.PEOPLE, (tx, map) -> tx.put(map, row(7), direct));
        assertThat(problems()).as(what).anySatisfy(problem -> assertThat(problem)
                .contains("'people'", "8000000000000007"));
        try (LmdbDatabase database = LmdbDatabase.builder()
                .path(folder.resolve("one"))
                .verifyingChecksums()
                .open()
                .open(People.PEOPLE)) {
            database.read(tx -> {
                assertThatThrownBy(() -> tx.map(People.PEOPLE).get(7L))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(message)
                        .hasMessageContaining("'people'");
                assertThatThrownBy(() -> tx.map(People.PEOPLE).select().values().count())
                        .hasMessageContaining(message);
                assertThat(tx.map(People.PEOPLE).get(8L)).isNotNull();
                return null;
            });
            assertThat(database.verify().problems())
                    .anySatisfy(problem -> assertThat(problem).contains("people"));
        }
    }
}
