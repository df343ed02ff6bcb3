package dev.dormouse.lmdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dormouse.lmdb.People.Person;
import dev.dormouse.lmdb.key.KeyTypes;
import dev.dormouse.lmdb.schema.MapDescriptor;
import dev.dormouse.lmdb.value.SetType;
import dev.dormouse.lmdb.value.ValueTypes;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumping, loading, and members of sets. */
class DumpTest {

    private static final SetType<String> TEXTS = ValueTypes.setOf(KeyTypes.string());
    private static final MapDescriptor<Long, Set<String>> SETS =
            MapDescriptor.of("sets", "6f0a8a52-8b0c-4d0e-9a3c-1f6c5b7a0031", KeyTypes.int64(), TEXTS);

    @TempDir
    @SuppressWarnings("NullAway.Init") // by JUnit
    Path folder;

    private LmdbDatabase open(String name) {
        return LmdbDatabase.open(folder.resolve(name)).open(People.PEOPLE, SETS);
    }

    @Test
    void what_is_dumped_can_be_loaded() {
        StringWriter dump = new StringWriter();
        try (LmdbDatabase database = open("one")) {
            database.write(tx -> {
                tx.map(People.PEOPLE).put(1L, Person.of("a@x", "\"al\"", "Rome", "red", "green"));
                tx.map(People.PEOPLE).put(-2L, Person.of("b@x", null, "Zürich \uD83D\uDC2D"));
                tx.map(SETS).put(7L, Set.of("x", "y"));
                tx.map(SETS).put(8L, Set.of());
            });
            assertThat(database.dump(dump)).isEqualTo(4);
        }
        assertThat(dump.toString().lines()).hasSize(7).allMatch(line -> line.startsWith("{"));
        try (LmdbDatabase database = open("two")) {
            assertThat(database.load(new StringReader(dump.toString()))).isEqualTo(4);
            assertThat(database.verify().problems()).isEmpty();
            StringWriter again = new StringWriter();
            database.dump(again);
            assertThat(again).hasToString(dump.toString());
            assertThat(database.<Long>read(
                            tx -> tx.map(People.PEOPLE).by(People.TAG).getKey("red")))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_bad_line_loads_nothing() {
        try (LmdbDatabase database = open("one")) {
            StringWriter dump = new StringWriter();
            database.write(tx -> tx.map(SETS).put(7L, Set.of("x", "y")));
            database.dump(dump);
            database.write(tx -> tx.map(SETS).truncate());
            for (String bad : List.of("{\"k\":8}", "[1]", "{\"k\":\"x\",\"v\":[]}", "{")) {
                assertThatThrownBy(() -> database.load(new StringReader(dump + bad + "\n")))
                        .hasMessageContaining("DORM1125")
                        .hasMessageContaining("line 5");
            }
            assertThat(database.<Long>read(tx -> tx.map(SETS).count())).isZero();
        }
        try (LmdbDatabase database = LmdbDatabase.open(folder.resolve("one"))) {
            assertThatThrownBy(() -> database.dump(new StringWriter())).hasMessageContaining("DORM1104");
        }
    }

    @Test
    void members_of_sets_are_entries_of_their_own() {
        try (LmdbDatabase database = open("one")) {
            database.write(tx -> {
                MemberSet<String> members = tx.map(SETS).members(1L, TEXTS);
                assertThat(members.add("b")).isTrue();
                assertThat(members.add("a")).isTrue();
                assertThat(members.add("a")).isFalse();
                assertThat(members).containsExactly("a", "b").hasSize(2);
                assertThat(members.contains("c")).isFalse();
                assertThat(members.remove("b")).isTrue();
                assertThat(members.remove("b")).isFalse();
                LongStream.range(0, 10_000)
                        .forEach(n -> tx.map(SETS).members(2L, TEXTS).add("member " + n));
            });
            database.writeBuffered(tx -> tx.map(SETS).members(2L, TEXTS).add("one more"));
            LmdbTransaction counted = database.beginWrite();
            counted.map(SETS).members(2L, TEXTS).add("and one");
            assertThat(counted.statistics().puts()).isEqualTo(1);
            counted.commit();
            assertThat(database.<Set<String>>read(tx -> tx.map(SETS).get(2L))).hasSize(10_002);
            assertThat(database.<Set<String>>read(tx -> tx.map(SETS).get(1L))).containsExactly("a");
            database.write(tx -> tx.map(SETS).remove(2L));
            assertThat(database.stats().map("sets").entries()).isEqualTo(1);
            assertThat(database.verify().problems()).isEmpty();
        }
    }
}
