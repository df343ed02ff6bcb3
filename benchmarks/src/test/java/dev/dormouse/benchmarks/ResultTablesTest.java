package dev.dormouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures become ratios and verdicts, and outlive the run that measured them. */
@SuppressWarnings("NullAway.Init")
class ResultTablesTest {

    @TempDir
    Path folder;

    @Test
    void aRowHasRatiosAndSaysWhetherItsLimitIsMet() {
        Results results = Results.transientOnes();
        add(results, 20_000, "findGraph", Database.RAW, 2);
        add(results, 20_000, "findGraph", Database.DORMOUSE, 9);
        add(results, 20_000, "findGraph", Database.DORMOUSE_ENHANCED, 6);
        add(results, 20_000, "findGraph", Database.HIBERNATE_H2, 120);
        add(results, 20_000, "findGraph", Database.ECLIPSELINK_H2, 30);
        add(results, 20_000, "update1000", Database.RAW, 100);
        add(results, 20_000, "update1000", Database.DORMOUSE_ENHANCED, 401);
        ResultTables tables = new ResultTables(results);
        assertThat(tables.text())
                .contains(
                        "| findGraph | 2.0 | 9.0 | 6.0 | 120 | 30.0 | 1.50 | 3.00 | 4.0 | yes | 5.0 |",
                        "| update1000 | 100 |  | 401 |  |  |  | 4.01 | 4.0 | **no** |  |")
                .doesNotContain("Growth");
        Operation graph = Operation.of("findGraph");
        assertThat(tables.wantsPlan(graph, Database.HIBERNATE_H2, 20_000)).isTrue();
        assertThat(tables.wantsPlan(graph, Database.ECLIPSELINK_H2, 20_000)).isFalse();
    }

    @Test
    void growthIsThatOfAnOperationOrOfARow() {
        Results results = Results.transientOnes();
        add(results, 20_000, "findGraph", Database.RAW, 2);
        add(results, 1_000_000, "findGraph", Database.RAW, 3);
        add(results, 20_000, "scanWithFilter", Database.RAW, 100);
        add(results, 1_000_000, "scanWithFilter", Database.RAW, 6_000);
        assertThat(new ResultTables(results).text())
                .contains("| findGraph | 1.50 |  |  |  |  |", "| scanWithFilter | 1.20 |  |  |  |  |");
    }

    @Test
    void threadsAreComparedWithOneThread() {
        Results results = Results.transientOnes();
        add(results, 20_000, "insertOne", Database.DORMOUSE_ENHANCED_DURABLE, 500);
        results.add(new Measurement(
                20_000,
                "insertOne on 8 threads",
                Database.DORMOUSE_ENHANCED_DURABLE.name(),
                100,
                Map.of(Measurement.TRANSACTIONS, 6.25)));
        assertThat(new ResultTables(results).text())
                .contains("Eight threads insert 5.0 times as much as one (at least 4), with 6.3 transactions a commit");
    }

    @Test
    void aStartIsMeasuredAgainstItsLimit() {
        Results results = Results.transientOnes();
        results.add(new Measurement(500, "startOnNewDatabase", StartTable.side("DORMOUSE"), 1_500_000, Map.of()));
        assertThat(new ResultTables(results).text())
                .contains("| startOnNewDatabase | 500 | 1,500.0 |  |  | 2000 | yes |");
    }

    @Test
    void aFileKeepsWhatARunMeasuredAndAnotherOneDoesNotMeasureAnew() {
        Path file = folder.resolve("results.csv");
        Results first = Results.of(file);
        first.command("first `a`");
        add(first, 20_000, "findGraph", Database.RAW, 2);
        add(first, 20_000, "findGraph", Database.DORMOUSE, 9);
        add(first, 20_000, "fetchJoin", Database.DORMOUSE, 7);
        first.plan(Database.HIBERNATE_H2, 20_000, Operation.of("findGraph"), "one\ntwo");
        Results second = Results.of(file);
        second.command("second `b`");
        second.forget(20_000, Database.DORMOUSE.name(), Set.of("findGraph"));
        add(second, 20_000, "findGraph", Database.DORMOUSE_ENHANCED, 6);
        Results third = Results.of(file);
        assertThat(third.commands()).containsExactly("first `a`", "second `b`");
        assertThat(third.plans()).containsValue("one\ntwo");
        assertThat(new ResultTables(third).text())
                .contains("| findGraph | 2.0 |  | 6.0 |")
                .contains("| fetchJoin |  | 7.0 |");
    }

    private static void add(Results results, int rows, String operation, Database side, double micros) {
        results.add(new Measurement(rows, operation, side.name(), micros, Map.of()));
    }
}
