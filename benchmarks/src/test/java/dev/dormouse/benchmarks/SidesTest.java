package dev.dormouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation reads the same on every side as by hand, also after the operations that write. */
@SuppressWarnings("NullAway.Init")
class SidesTest {

    private static final int ROWS = 800;

    @TempDir
    static Path folder;

    private static Map<String, Long> byHand;

    @BeforeAll
    static void askByHand() {
        byHand = checksums(Database.RAW);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RAW")
    void everySideReadsTheSameAsByHand(Database database) {
        assertThat(checksums(database)).isEqualTo(byHand);
    }

    @Test
    void everyOperationFindsSomething() {
        assertThat(byHand)
                .allSatisfy((operation, checksum) -> assertThat(checksum).isNotZero());
    }

    private static Map<String, Long> checksums(Database database) {
        Map<String, Long> found = new LinkedHashMap<>();
        try (FilledDatabase filled = FilledDatabase.openCopy(database, ROWS, folder)) {
            Side side = filled.side();
            read("filled", side, found);
            side.persist(ROWS, 20);
            side.remove(0, 20);
            side.update(100, 50, 5);
            side.updateVersioned(10, 20);
            side.persistTree(5000, 5);
            found.put("bulk update", side.bulkUpdate(50, 30));
            found.put("tree", side.walkTree(5000));
            read("changed", side, found);
        }
        return found;
    }

    private static void read(String state, Side side, Map<String, Long> found) {
        long[] ids = LongStream.range(20, 70).toArray();
        found.put("find each, " + state, side.findEach(ids));
        found.put("find all, " + state, side.findAll(ids));
        found.put("graph, " + state, side.graph(45));
        found.put("unique, " + state, side.uniqueLookup(Rows.email(77)));
        found.put("name, " + state, side.byName(Rows.name(77)));
        found.put("range, " + state, side.range(LocalDate.of(1950, 6, 1), LocalDate.of(1960, 6, 1)));
        found.put("latest hired, " + state, side.latestHired("department3"));
        found.put("fetch join, " + state, side.fetchJoin(4));
        found.put("many to many, " + state, side.manyToMany("project1"));
        found.put("best paid, " + state, side.bestPaid(2));
        found.put("group by, " + state, side.groupBy());
        found.put("scan, " + state, side.scan(Rows.score(301)));
        found.put("scan for 5, " + state, 1 + side.scan(5));
    }
}
