package dev.dormouse.internal.optimize.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dormouse.store.plan.ComparisonOperator;
import dev.dormouse.store.record.Record;
import dev.dormouse.store.record.RecordView;
import dev.dormouse.store.record.TableDefinition;
import dev.dormouse.store.type.BasicType;
import dev.dormouse.store.type.Field;
import dev.dormouse.store.type.RecordType;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnSampleTest {

    private static final TableDefinition TABLE = TableDefinition.of(
            "T",
            new RecordType(List.of(new Field("id", BasicType.INTEGER, false), new Field("v", BasicType.INTEGER, true))),
            "id");

    private static ColumnSample sample(IntFunction<Integer> value) {
        return ColumnSample.of(
                IntStream.range(0, 200)
                        .<RecordView>mapToObj(i -> Record.of(i, value.apply(i)))
                        .toList(),
                TABLE.path("v"));
    }

    /** A tenth is null, half is 0, the rest 1 to 80 once each. */
    private static ColumnSample skewed() {
        return sample(i -> i < 20 ? null : i < 120 ? 0 : i - 119);
    }

    @ParameterizedTest
    @CsvSource({
        "=, 0, 0.5",
        "<>, 0, 0.4",
        "<, 0, 0.001",
        "<=, 0, 0.5",
        ">, 0, 0.4",
        ">=, 0, 0.9",
        "=, 7, 0.001",
        ">, 60, 0.1",
        ">, 500, 0.001"
    })
    void sharesAreThoseOfTheSampleAndSmallWhereItHasNone(String symbol, int value, double share) {
        ComparisonOperator operator = List.of(ComparisonOperator.values()).stream()
                .filter(o -> o.toString().equals(symbol))
                .findFirst()
                .orElseThrow();
        assertThat(skewed().share(operator, value, 1000)).isCloseTo(share, within(1e-9));
    }

    @Test
    void nullsAreAShareOfTheirOwn() {
        assertThat(skewed().shareOfNulls()).isEqualTo(0.1);
    }

    @Test
    void valuesThatRepeatAreLikelyToBeAskedFor() {
        assertThat(skewed().repetition()).isCloseTo(0.25, within(0.01));
        assertThat(sample(i -> i).repetition()).isZero();
    }

    @Test
    void whatIsSingleInASampleIsManyInAll() {
        assertThat(sample(i -> i % 10).distinct(1_000_000)).isEqualTo(10);
        assertThat(sample(i -> i).distinct(1_000_000)).isCloseTo(1_000_000, within(1.0));
        assertThat(sample(i -> i / 2).distinct(1_000_000)).isEqualTo(100);
    }

    @Test
    void aShortSampleTellsNothing() {
        assertThat(ColumnSample.of(List.of(Record.of(1, 1)), TABLE.path("v")).isTelling())
                .isFalse();
        assertThat(skewed().isTelling()).isTrue();
    }
}
